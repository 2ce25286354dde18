import CanonicalJSON
import Files
import Ledger

extension Verification {
    /// A file that was held against the digests of a vetting.
    public struct Output: Hashable, Sendable {
        /// The file.
        public let path: String
        /// Its SHA-256, 64 hexadecimal digits.
        public let sha256: String
        /// Which file of the vetting it is: `accepted`, `handOver`, `held`, `rejected`, `report` or `list`; nil for none.
        public let name: String?

        /// Whether it is a file that may be imported into a newsletter tool.
        public var isApproved: Bool { name.map(ListFileWords.isApproved) ?? false }

        /// The answer in words.
        public var words: String {
            guard let name else { return "NO, it is none of the files of this vetting" }
            return isApproved
                ? "YES, this is the file that was approved: \(ListFileWords.words(for: name))"
                : "NO, this was not approved: it is \(ListFileWords.words(for: name)) of this vetting"
        }

        var json: JSONValue {
            .object(of: [
                "path": .string(path), "sha256": .string(sha256), "file": name.map { .string($0) },
                "isApproved": .boolean(isApproved),
            ])
        }
    }

    /// Tells whether a file is the one that was approved, by the digests in a certificate or a dossier of a list.
    ///
    /// - Parameter path: The file.
    /// - Throws: ``AuditError/Code/unrecognised`` where what was verified is of no vetting.
    public mutating func compare(output path: String) throws {
        try AuditError.translating {
            guard let record, record["type"]?.text == OpenRecord.Kind.listVetted.rawValue else {
                // A certificate that does not hold approves nothing, and says so itself.
                guard subject == .certificate || subject == .dossier, !holds else {
                    throw AuditError(
                        .unrecognised, "\(self.path) says nothing about files.",
                        hint: "--output goes with the certificate or the dossier of a vetted list.")
                }
                return
            }
            let digest = try FileDigest(of: path).hex
            var files = record["outputs"]?.members ?? []
            if let list = record["list"] { files.append(.init("list", list)) }
            // Where nobody was held and nobody was rejected the files are alike; the approved one is told first.
            let order = ["accepted", "handOver"]
            let same = files.filter { $0.value["sha256"]?.text == digest }.map(\.name)
            let name = order.first(where: same.contains) ?? same.first
            output = Output(path: path, sha256: digest, name: name)
        }
    }
}
