import Audit
import CanonicalJSON
import Consent
import Cryptography
import Ledger
import MerkleLog
import TestSupport
import Testing

/// A ledger with records of every kind.
struct MixedLedger {
    /// What the files of the vetting are called.
    static let names = ["accepted": "list.accepted.csv", "held": "list.held.csv", "word": "00"]
    let scratch: ScratchLedger
    var ledger: Ledger { scratch.ledger }
    let ada: EmailAddress
    let run: OpenRecord
    let accepted = "Email\r\nada@example.org\r\n"

    /// Opt-ins, stops, open records and one vetted list, `entries` in all, or a few more.
    init(entries: Int = 20) throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
        try scratch.optIn("ada@example.org", source: "=the spring fair, \"hall 3\"")
        scratch.clock.advance(by: 60)
        try scratch.stop(.withdrawn, "ada@example.org", reason: "too <many> mails")
        scratch.clock.advance(by: 7200)
        try scratch.optIn("ada@example.org", evidence: "again", keeping: .hashOnly)
        let digest = SHA256.digest(of: Array(accepted.utf8)).hex
        run = try scratch.ledger.append(
            .listVetted,
            [
                .init("purpose", "newsletter"), .init("rows", 12), .init("accepted", 1), .init("held", 3),
                .init("rejected", 8),
                .init("policy", ["id": "gdpr", "source": "shipped", "sha256": .string(digest)]),
                .init("list", ["sha256": .string(digest), "bytes": 24, "layout": "plain"]),
                .init("rules", ["S01": 8, "L03": 3]),
                .init("origins", ["linkedin-connection": 8, "unknown": 4]),
                .init(
                    "outputs",
                    [
                        "accepted": [
                            "sha256": .string(digest), "bytes": .integer(Int64(accepted.utf8.count)),
                        ],
                        "held": ["sha256": .string(digest), "bytes": 24],
                    ]),
                .init("names", .string(CertificateFile.digest(of: Self.names))),
            ])
        var number = 0
        while scratch.ledger.checkpoint.checkpoint.size < entries {
            scratch.clock.advance(by: 1)
            try scratch.optIn("reader\(number)@example.net", evidence: nil)
            number += 1
        }
    }
}

/// What a test does to a file to see whether somebody notices.
enum Tampering {
    /// The content with one byte changed.
    static func flip(_ bytes: [UInt8], at place: Int) -> [UInt8] {
        var changed = bytes
        changed[place] ^= 0x01
        return changed
    }

    /// Some places of a file, the first and the last among them.
    static func places(in bytes: [UInt8], about count: Int) -> [Int] {
        Array(stride(from: 0, to: bytes.count, by: max(1, bytes.count / count))) + [bytes.count - 1]
    }
}
