import CanonicalJSON
import Cryptography
import Ledger

/// By what the kek is protected now.
struct KeyProtectionAnswer: Answer {
    /// Nil where it lies in the clear.
    let source: KeySource?

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        if let source {
            lines.add("kek", "opens with \(source.words) from now on")
            lines.add(
                "note", "without that, nobody can read a record, and nobody can help: keep a copy of it.")
            lines.add(
                "next",
                "change kek, for copies of before hold it as it was (consentgate keys rotate kek), and back up vault and keys anew."
            )
        } else {
            lines.add("kek", "lies in the clear in the keys folder")
            lines.add("next", "back up the keys anew; older copies open with what opened them.")
        }
        return lines.text
    }

    var json: JSONValue {
        var scrypt: JSONValue?
        if case .passphrase(let parameters)? = source {
            scrypt = .object(of: [
                "n": .integer(Int64(clamping: parameters.cost)),
                "r": .integer(Int64(clamping: parameters.blockSize)),
                "p": .integer(Int64(clamping: parameters.parallelism)),
            ])
        }
        return .object(of: [
            "key": "kek", "isProtected": .boolean(source != nil), "source": source.map { .string($0.name) },
            "scrypt": scrypt,
        ])
    }
}
