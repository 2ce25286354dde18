import CanonicalJSON
import Cryptography
package import Policies

/// The digest that stands for a policy in certificates and in the log.
///
/// Of a policy that stands alone it is SHA-256 of its file, so that `sha256sum` gives the same. Of one that builds on
/// others it is SHA-256 of the canonical JSON (RFC 8785) list of all its files, each with `name` and `sha256`, its own
/// first: a change of the catalogue or of a text is another policy. The name of its own file does not count.
package enum PolicyDigest {
    /// 64 hexadecimal digits.
    package static func hex(of policy: Policy) -> String {
        guard policy.sources.count > 1 else { return digest(policy.text) }
        let files = policy.sources.enumerated().map { place, source in
            JSONValue.object(of: [
                "name": .string(place == 0 ? policy.id : source.name), "sha256": .string(digest(source.text)),
            ])
        }
        return SHA256.digest(of: JSONValue.array(files).canonicalBytes).hex
    }

    private static func digest(_ text: String) -> String { SHA256.digest(of: Array(text.utf8)).hex }
}
