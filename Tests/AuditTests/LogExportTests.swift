import Audit
import Cryptography
import Files
import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing

@Suite("Exported logs")
struct LogExportTests {
    let folder: ScratchFolder
    let out: String

    init() throws {
        folder = try ScratchFolder()
        out = folder.path("log")
    }

    @Test("have the paths of C2SP tlog-tiles")
    func hasPaths() throws {
        let mixed = try MixedLedger(entries: 300)
        let outcome = try LogExport.write(mixed.ledger, to: out)
        #expect(outcome.size == 300)
        #expect(
            ScratchFolder.files(in: out) == [
                "checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000",
                "tile/entries/001.p/44", "vkey",
            ])
        let bundle = try InputFile.contents(of: Path.join(out, "tile/entries/000"))
        #expect(bundle.count == 256 * 35)
        #expect(bundle.prefix(3) == [0, 33, 1])
    }

    @Test(
        "hold by themselves, with the controller's key and as an extension of what was seen",
        arguments: [12, 256, 300])
    func hold(entries: Int) throws {
        let mixed = try MixedLedger(entries: 10)
        let older = mixed.ledger.checkpoint.note
        for number in 0..<max(0, entries - 10) {
            try mixed.scratch.optIn("r\(number)@example.net", evidence: nil)
        }
        try LogExport.write(mixed.ledger, to: out)
        let result = try Verification.of(out, key: mixed.ledger.verifierKey, older: older)
        #expect(result.findings == [])
        #expect(result.subject == .log && result.keySource == .given)
        #expect(result.checkpoint == mixed.ledger.checkpoint)
        let alone = try Verification.of(out)
        #expect(alone.holds && alone.keySource == .enclosed && alone.notes.count == 1)
    }

    @Test("grow in place: full tiles stay, outgrown partial ones go")
    func grows() throws {
        let mixed = try MixedLedger(entries: 250)
        try LogExport.write(mixed.ledger, to: out)
        for number in 0..<300 { try mixed.scratch.optIn("n\(number)@example.net", evidence: nil) }
        let outcome = try LogExport.write(mixed.ledger, to: out)
        #expect(outcome.earlierSize == 250)
        #expect(try Verification.of(out).findings == [])
        let fresh = folder.path("fresh")
        try LogExport.write(mixed.ledger, to: fresh)
        #expect(ScratchFolder.files(in: out) == ScratchFolder.files(in: fresh))
        #expect(try LogExport.write(mixed.ledger, to: out).size == outcome.size)
    }

    @Test("are never mixed with another log, a newer one or other files")
    func refusesForeign() throws {
        let mixed = try MixedLedger()
        try LogExport.write(mixed.ledger, to: out)
        let other = try ScratchLedger(seed: 7)
        #expect(throws: AuditError.self) { try LogExport.write(other.ledger, to: out) }
        try folder.write("full/notes.txt", [1])
        #expect(throws: AuditError.self) { try LogExport.write(mixed.ledger, to: folder.path("full")) }
        let small = try ScratchLedger()
        #expect(throws: AuditError.self) { try LogExport.write(small.ledger, to: out) }
    }

    @Test("betray every changed byte, and in which file")
    func betraysEveryByte() throws {
        let mixed = try MixedLedger(entries: 300)
        try LogExport.write(mixed.ledger, to: out)
        for name in ScratchFolder.files(in: out) {
            let path = Path.join(out, name)
            let original = try InputFile.contents(of: path)
            for place in Tampering.places(in: original, about: 9) {
                try Data(Tampering.flip(original, at: place)).write(to: URL(fileURLWithPath: path))
                let result = try Verification.of(out)
                #expect(result.findings.contains { $0.place == name }, "\(name) at \(place)")
                #expect(
                    result.findings.count <= 2 || name == "vkey" || name == "checkpoint",
                    "\(name) at \(place)")
            }
            try Data(original).write(to: URL(fileURLWithPath: path))
        }
        #expect(try Verification.of(out).holds)
    }

    @Test("betray a file that is missing, cut short or does not belong")
    func betraysFiles() throws {
        let mixed = try MixedLedger(entries: 300)
        try LogExport.write(mixed.ledger, to: out)
        for name in ScratchFolder.files(in: out) where name != "checkpoint" {
            let path = Path.join(out, name)
            let original = try InputFile.contents(of: path)
            try Data(original.dropLast()).write(to: URL(fileURLWithPath: path))
            #expect(try Verification.of(out).findings.contains { $0.place == name }, "\(name) cut short")
            try FileManager.default.removeItem(atPath: path)
            #expect(try Verification.of(out).findings.contains { $0.place == name }, "\(name) missing")
            try Data(original).write(to: URL(fileURLWithPath: path))
        }
        for stray in ["tile/0/009", "tile/7/000", "notes.txt", "tile/entries/001.p/45", "tile/0/x001/000"] {
            let path = try folder.write("log/" + stray, [1, 2, 3])
            #expect(try Verification.of(out).findings.map(\.place) == [stray])
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test("may keep a narrower tile if it is a beginning of the wider one")
    func keepsNarrowerTiles() throws {
        let mixed = try MixedLedger(entries: 300)
        try LogExport.write(mixed.ledger, to: out)
        let tile = try InputFile.contents(of: Path.join(out, "tile/0/000"))
        try folder.write("log/tile/0/000.p/5", Array(tile.prefix(160)))
        #expect(try Verification.of(out).holds)
        try folder.write("log/tile/0/000.p/5", Array(tile.prefix(159)) + [0])
        #expect(try Verification.of(out).findings.map(\.place) == ["tile/0/000.p/5"])
    }

    @Test("betray a log that was cut back or written anew since a checkpoint was seen")
    func betraysRewriting() throws {
        let mixed = try MixedLedger(entries: 40)
        let small = try MixedLedger(entries: 30)
        try LogExport.write(small.ledger, to: out)
        #expect(mixed.ledger.verifierKey == small.ledger.verifierKey)
        let result = try Verification.of(out, older: mixed.ledger.checkpoint.note)
        #expect(result.findings.map(\.place) == ["checkpoint"])
        let foreign = try ScratchLedger(seed: 3)
        #expect(!(try Verification.of(out, older: foreign.ledger.checkpoint.note).holds))
        #expect(!(try Verification.of(out, key: foreign.ledger.verifierKey).holds))
    }

    @Test("tell which of several files were changed, where entries and tiles differ in different places")
    func tellsWhichFiles() throws {
        let mixed = try MixedLedger(entries: 600)
        try LogExport.write(mixed.ledger, to: out)
        let tile = Path.join(out, "tile/0/000")
        let bundle = Path.join(out, "tile/entries/001")
        let originals = try [tile, bundle].map { try InputFile.contents(of: $0) }
        try ScratchFolder.place(Tampering.flip(originals[1], at: 100), at: bundle)
        #expect(try Verification.of(out).findings.map(\.place) == ["tile/entries/001"])
        // With both changed neither way leads to the root, and nobody can tell which of them is right.
        try ScratchFolder.place(Tampering.flip(originals[0], at: 100), at: tile)
        #expect(
            try Set(Verification.of(out).findings.map(\.place)).isSuperset(of: [
                "checkpoint", "tile/0/000", "tile/entries/001",
            ]))
        try ScratchFolder.place(originals[1], at: bundle)
        #expect(try Verification.of(out).findings.map(\.place) == ["tile/0/000"])
    }

    @Test("are verified with a word now and then of how far it is, and at the end")
    func tellsProgress() throws {
        let mixed = try MixedLedger(entries: 300)
        try LogExport.write(mixed.ledger, to: out)
        var told: [UInt64] = []
        _ = try Verification.of(
            out,
            onProgress: { done, total in
                #expect(total == 300)
                told.append(done)
            })
        #expect(told.last == 300)
    }

    @Test("are found the same on any number of threads, whole and with changed, cut and missing files")
    func sameOnThreads() throws {
        let random = SeededRandom(seed: 4)
        let signer = try LogSigner(
            name: "ledger.example/threads", seed: try #require(SecretKey(bytes: random.bytes(32))))
        // Beyond the rows that two threads take at once.
        let size: UInt64 = 256 * 300 + 77
        try MadeLog(in: out).write(size: size, signedBy: signer) { _ in [0x01] }
        func findings(_ threads: Int) throws -> [Verification.Finding] {
            var told: [UInt64] = []
            let result = try Verification.log(out, threads: threads) { done, _ in told.append(done) }
            #expect(told.last == size && told == told.sorted())
            return result.findings
        }
        for threads in [1, 2, 5] { #expect(try findings(threads).isEmpty) }
        for (number, name) in ["tile/0/007", "tile/entries/064", "tile/0/200", "tile/1/000"].enumerated() {
            let path = Path.join(out, name)
            let bytes = try InputFile.contents(of: path)
            try ScratchFolder.place(number == 2 ? bytes.dropLast() : Tampering.flip(bytes, at: 40), at: path)
        }
        try FileManager.default.removeItem(atPath: Path.join(out, "tile/entries/300.p/77"))
        let alone = try findings(1)
        #expect(alone.count == 5)
        for threads in [2, 3, 5] { #expect(try findings(threads) == alone) }
    }
}
