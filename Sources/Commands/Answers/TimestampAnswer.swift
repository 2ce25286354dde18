import CanonicalJSON
import Consent
import Cryptography
import Ledger

/// A number of entries, in words.
private func entries(_ size: UInt64) -> String { size == 1 ? "1 entry" : "\(size) entries" }

/// A timestamp that was taken in.
struct KeptTimestampAnswer: Answer {
    let kept: KeptTimestamp
    let isVerified: Bool

    func text(in palette: Palette) -> String {
        let doubt = isVerified ? "" : ", if the authority is who it says"
        return "\(entries(kept.size)) existed no later than \(kept.stampedAt)\(doubt)\n"
    }

    var json: JSONValue {
        .object(of: [
            "size": .integer(Int64(clamping: kept.size)), "noLaterThan": .string(kept.stampedAt.description),
            "imprint": .string(kept.token.imprint.hex), "verified": .boolean(isVerified),
        ])
    }
}

/// A request that was written.
struct TimestampRequestAnswer: Answer {
    let path: String
    let size: UInt64
    let imprint: String

    func text(in palette: Palette) -> String {
        "\(path): a timestamp is asked for over \(entries(size))\n"
            + "send it to an authority, then: consentgate timestamp --reply FILE --ca FILE\n"
    }

    var json: JSONValue {
        .object(of: [
            "request": .string(path), "size": .integer(Int64(clamping: size)), "imprint": .string(imprint),
        ])
    }
}

/// What is kept.
struct KeptTimestampsAnswer: Answer {
    let kept: [KeptTimestamp]

    func text(in palette: Palette) -> String {
        kept.isEmpty
            ? "no timestamps yet; consentgate timestamp --help says how to get one\n"
            : kept.map { "\(entries($0.size)) existed no later than \($0.stampedAt)\n" }.joined()
    }

    var json: JSONValue {
        .object(of: [
            "timestamps": .array(
                kept.map {
                    .object(of: [
                        "size": .integer(Int64(clamping: $0.size)),
                        "noLaterThan": .string($0.stampedAt.description),
                    ])
                })
        ])
    }
}
