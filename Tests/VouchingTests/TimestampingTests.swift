import Audit
import Consent
import Cryptography
import Files
import Foundation
import Ledger
import TestSupport
import Testing
import Vouching

@Suite(
    "Timestamps by openssl ts behind a server on this machine",
    .enabled(if: LoopbackServer.isPossible, "python3 and openssl are not installed"))
struct TimestampingTests {
    private let keys: ScratchFolder
    private let server: LoopbackServer
    private let authorities: TimestampAuthorities
    private let scratch: ScratchLedger

    init() throws {
        keys = try ScratchFolder()
        server = try LoopbackServer(script: "timestamp_authority.py", arguments: [keys.path])
        authorities = try TimestampAuthorities(parsing: try InputFile.contents(of: keys.path("issuer.pem")))
        scratch = try ScratchLedger()
        // The authority has the time of this machine, and the ledger must not be behind it.
        scratch.clock.advance(by: LedgerContext.system().now().seconds - scratch.clock.now.seconds)
        try scratch.optIn("ada@example.org")
    }

    private func trust(_ now: Int64 = 0) -> VerificationTrust {
        var trust = VerificationTrust(authorities: authorities)
        if now > 0 { trust.now = .init(seconds: now) }
        return trust
    }

    @Test("are kept, exported, and say by when the first entries existed")
    func keep() throws {
        let before = LedgerContext.system().now()
        let kept = try Timestamping.stamp(scratch.ledger, at: server.address, trusting: authorities)
        #expect(kept.size == 3 && kept.stampedAt >= before)
        #expect(kept.stampedAt <= LedgerContext.system().now().advanced(by: 1))
        try scratch.optIn("bea@example.org")
        try scratch.reopen()
        #expect(try scratch.ledger.timestamps == [kept])

        let out = scratch.folder.path("public")
        try LogExport.write(scratch.ledger, to: out)
        #expect(
            ScratchFolder.files(in: out).filter { $0.hasPrefix("timestamps") } == [
                "timestamps/3-1.tsr", "timestamps/3.consistency", "timestamps/3.txt",
            ])
        for result in [
            try Verification.of(out, trust: trust()), try Verification.ledger(scratch.ledger, trust: trust()),
        ] {
            #expect(result.findings == [])
            #expect(result.stamps.map(\.size) == [3] && result.stamps.map(\.isVerified) == [true])
            #expect(result.stamps.first?.noLaterThan == kept.stampedAt)
            #expect(result.text.contains("the first 3 entries existed no later than \(kept.stampedAt)"))
        }
    }

    @Test("lie in the dossier of whose records they cover, once each")
    func dossiers() throws {
        try Timestamping.stamp(scratch.ledger, at: server.address, trusting: authorities)
        try scratch.optIn("bea@example.org")
        try Timestamping.stamp(scratch.ledger, at: server.address, trusting: authorities)
        try scratch.optIn("cyd@example.org")
        try Timestamping.stamp(scratch.ledger, at: server.address, trusting: authorities)
        let out = scratch.folder.path("dossier")
        try SubjectDossier(of: .init(parsing: "ada@example.org"), in: scratch.ledger)
            .write(to: out, from: scratch.ledger)
        // The first that covers Ada's record, and the newest; not the one between.
        #expect(
            ScratchFolder.files(in: out).filter { $0.hasSuffix(".tsr") } == [
                "timestamps/3-1.tsr", "timestamps/5-1.tsr",
            ])
        let result = try Verification.of(out, trust: trust())
        #expect(result.findings == [] && result.stamps.map(\.size) == [3, 5])
    }

    @Test("are not called verified where nobody is trusted, and that is said")
    func unverified() throws {
        try Timestamping.stamp(scratch.ledger, at: server.address, trusting: nil)
        let result = try Verification.ledger(scratch.ledger)
        #expect(result.holds && result.stamps.map(\.isVerified) == [false])
        #expect(result.notes.contains { $0.hasPrefix("1 timestamp was not verified") })
        #expect(!result.text.contains("existed no later"))
    }

    @Test("hold after the authority's certificate has ended, with a word of it")
    func ended() throws {
        let kept = try Timestamping.stamp(scratch.ledger, at: server.address, trusting: authorities)
        let later = kept.stampedAt.seconds + 400 * 86_400
        let result = try Verification.ledger(scratch.ledger, trust: trust(later))
        #expect(result.holds && result.notes.contains { $0.contains("was valid then and ended on") })
    }

    @Test("are not taken from an authority that is not trusted, and nothing is kept")
    func untrusted() throws {
        let other = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "CryptographyTests/Fixtures/timestamps/issuer.pem").path
        let strangers = try TimestampAuthorities(parsing: try InputFile.contents(of: other))
        let error = #expect(throws: VouchingError.self) {
            try Timestamping.stamp(scratch.ledger, at: server.address, trusting: strangers)
        }
        #expect(error?.code == .invalidAnswer)
        #expect(try scratch.ledger.timestamps.isEmpty)
        try Timestamping.stamp(scratch.ledger, at: server.address, trusting: nil)
        let result = try Verification.ledger(scratch.ledger, trust: VerificationTrust(authorities: strangers))
        #expect(result.findings.map(\.place) == ["log.db, timestamp over 3 entries"])
    }

    @Test(
        "that were changed, moved or cut off in an export are found",
        arguments: ["timestamps/3-1.tsr", "timestamps/3.txt", "timestamps/3.consistency"])
    func damage(name: String) throws {
        try Timestamping.stamp(scratch.ledger, at: server.address, trusting: authorities)
        try scratch.optIn("bea@example.org")
        let out = scratch.folder.path("public")
        try LogExport.write(scratch.ledger, to: out)
        let path = Path.join(out, name)
        let whole = try InputFile.contents(of: path)
        var flipped = whole
        flipped[whole.count - 3] ^= 1
        for bytes in [flipped, Array(whole.dropLast()), []] {
            try Data(bytes).write(to: URL(filePath: path))
            #expect(try !Verification.of(out, trust: trust()).holds, "\(bytes.count) of \(whole.count) bytes")
        }
        try FileManager.default.removeItem(atPath: path)
        let result = try Verification.of(out, trust: trust())
        // Without the answer the rest belongs to nothing.
        #expect(!result.holds)
    }

    @Test("of another log are not taken")
    func foreign() throws {
        let other = try ScratchLedger(seed: 7)
        let request = try other.ledger.timestampRequest()
        let path = scratch.folder.path("q.tsq")
        try Data(request.bytes).write(to: URL(filePath: path))
        let reply = try openssl(path)
        #expect(throws: LedgerError.self) {
            try Timestamping.take(reply, to: request, into: scratch.ledger, trusting: authorities)
        }
        let mine = try scratch.ledger.timestampRequest()
        let error = #expect(throws: VouchingError.self) {
            try Timestamping.take(reply, to: mine, into: scratch.ledger, trusting: authorities)
        }
        #expect(error?.message == "The timestamp is of another text.")
        #expect(try other.ledger.timestamps.isEmpty && scratch.ledger.timestamps.isEmpty)
    }

    /// What the authority answers to a file with a request.
    private func openssl(_ query: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.currentDirectoryURL = URL(filePath: keys.path)
        process.arguments = [
            "ts", "-reply", "-config", "ts.cnf", "-section", "this", "-queryfile", query, "-out", "reply",
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try InputFile.contents(of: keys.path("reply"))
    }
}
