import CanonicalJSON
import Cryptography
import Files
package import Policies

/// The digest that stands for a policy in certificates and in the log.
///
/// Of a policy that stands alone it is SHA-256 of its file, so that `sha256sum` gives the same. Of one that builds on
/// others it is SHA-256 of the canonical JSON (RFC 8785) list of all its files, each with `name` and `sha256`, its own
/// first: a change of the catalogue or of a text is another policy. Where a file lies does not count.
package enum PolicyDigest {
    /// 64 hexadecimal digits.
    package static func hex(of policy: Policy) -> String {
        guard policy.sources.count > 1 else { return digest(policy.text) }
        let files = files(of: policy).map { file in
            JSONValue.object(of: ["name": .string(file.name), "sha256": .string(digest(file.text))])
        }
        return SHA256.digest(of: JSONValue.array(files).canonicalBytes).hex
    }

    /// The files of a policy under names that are the same wherever they lie.
    package static func files(of policy: Policy) -> [(name: String, text: String)] {
        policy.sources.enumerated().map { place, source in
            let isPart = source.name.hasPrefix("catalogue/") || source.name.hasPrefix("texts/")
            let name = place == 0 ? policy.id + ".yaml" : isPart ? source.name : Path.split(source.name).name
            return (name, source.text)
        }
    }

    private static func digest(_ text: String) -> String { SHA256.digest(of: Array(text.utf8)).hex }
}
