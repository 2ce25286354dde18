import Audit
import CanonicalJSON
import Consent
import Ledger

/// What `erase` answers: the same for somebody known and for somebody unknown.
struct ErasureAnswer: Answer {
    let erasure: Erasure
    let backupsClearOn: String
    /// Where the certificate lies, if it was asked for.
    let certificate: String?

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        let people = erasure.addresses == 1 ? "1 address" : "\(erasure.addresses) addresses"
        let what = erasure.hold == nil ? "whatever was recorded" : "whatever need not be kept"
        lines.add("erased", "\(people), \(what), on \(erasure.day)")
        lines.add("tombstone", "\(erasure.tombstone), entry \(erasure.index)")
        if let hold = erasure.hold {
            lines.add(
                "kept",
                "until \(hold.until.day), restricted, for \(hold.basis.words) (Art. \(hold.basis.rawValue) GDPR)"
            )
        } else {
            lines.add("kept", "nothing but what an earlier --restrict-until still keeps")
        }
        lines.add(
            "do not mail",
            "every list, also a later one\(erasure.reviewOn.map { "; to be reviewed on \($0)" } ?? "")")
        lines.add(
            "destroyed",
            erasure.isDestroyed
                ? palette.paint("yes, in every file of the ledger", .good)
                : palette.paint("not yet: another program is reading", .bad))
        lines.add("backups", "clear on \(backupsClearOn), if they are kept no longer")
        if let certificate { lines.add("certificate", certificate) }
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "tombstone": .string(erasure.tombstone.description),
            "index": .integer(Int64(clamping: erasure.index)), "day": .string(erasure.day),
            "addresses": .integer(Int64(erasure.addresses)),
            "kept": erasure.hold.map {
                .object(of: ["until": .string($0.until.day), "basis": .string($0.basis.rawValue)])
            },
            "reviewOn": erasure.reviewOn.map { .string($0) }, "isDestroyed": .boolean(erasure.isDestroyed),
            "backupsClearOn": .string(backupsClearOn), "certificate": certificate.map { .string($0) },
        ])
    }
}

/// What `erase --finish` answers.
struct ErasureFinishedAnswer: Answer {
    let isDestroyed: Bool
    /// Where the certificate lies, if it was asked for.
    let certificate: String?

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add(
            "destroyed",
            isDestroyed
                ? palette.paint("yes: nothing that was erased stands in a file of the ledger", .good)
                : palette.paint("not yet: another program is reading", .bad))
        if let certificate { lines.add("certificate", certificate) }
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "isDestroyed": .boolean(isDestroyed), "certificate": certificate.map { .string($0) },
        ])
    }
}
