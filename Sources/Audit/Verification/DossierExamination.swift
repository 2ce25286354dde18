import CanonicalJSON
import Consent
import Files
import Ledger
import MerkleLog

/// The walk through the files of a dossier.
struct DossierExamination {
    private(set) var result: Verification
    private let folder: String
    private let key: VerifierKey?
    private var receipts: UInt64 = 0
    private var evidence: UInt64 = 0

    init(folder: String, key: VerifierKey?, result: Verification) {
        self.folder = folder
        self.key = key
        self.result = result
    }

    /// Looks at everything; the findings are in ``result``.
    mutating func run() throws {
        try compareSums()
        let name = SubjectDossier.dataName
        let bytes = try? InputFile.contents(of: Path.join(folder, name), limit: 1 << 28)
        guard let json = bytes.flatMap({ try? JSONValue(reading: $0) }),
            json["format"]?.text == SubjectDossier.format
        else {
            result.find(name, "it is missing or is no dossier")
            return
        }
        if let key, json["verifierKey"]?.text != key.text {
            result.find(name, "it names another verifier key")
        }
        if let checkpoint = result.checkpoint,
            json["checkpoint"] != CheckpointSummary.json(of: checkpoint.checkpoint).sortedLikeRead
        {
            result.find(name, "it names another checkpoint")
        }
        for event in json["events"]?.items ?? [] {
            guard let record = compareReceipt(of: event) else { continue }
            if record["subject"]?["email"] != json["subject"]?["email"] {
                result.find(name, "record \(event["rid"]?.text ?? "?") is about another person")
            }
            try compareEvidence(of: record, told: event["evidence"]?.items ?? [])
        }
        for wording in json["wordings"]?.items ?? [] { _ = compareReceipt(of: wording) }
        result.count("receipts", receipts)
        result.count("files of evidence", evidence)
    }

    /// Holds every file against the list of digests, whose format is that of `sha256sum`.
    private mutating func compareSums() throws {
        let sums = SubjectDossier.sumsName
        let bytes = (try? InputFile.contents(of: Path.join(folder, sums), limit: 1 << 26)) ?? []
        var present = Set(try Folder.files(in: folder)).subtracting([sums])
        if bytes.isEmpty { result.find(sums, "it is missing") }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard line.utf8.count > 66, let digest = ContentDigest(hex: line.prefix(64)),
                line.dropFirst(64).hasPrefix("  ")
            else {
                result.find(sums, "a line of it cannot be read")
                continue
            }
            let name = String(line.dropFirst(66))
            guard present.remove(name) != nil else {
                let shown = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? name : "a file"
                result.find(sums, "it names \(shown), which is missing, or names it twice")
                continue
            }
            if try FileDigest(of: Path.join(folder, name)).hex != digest.hex {
                result.find(name, "it does not have the digest that stands in \(sums)")
            }
        }
        for name in present.sorted() { result.find(name, "it does not stand in \(sums)") }
        if bytes.last != UInt8(ascii: "\n") { result.find(sums, "its last line is cut off") }
    }

    /// Holds a record in the dossier against its receipt; the record if both say the same.
    private mutating func compareReceipt(of told: JSONValue) -> JSONValue? {
        guard let key else { return nil }
        guard let rid = told["rid"]?.text.flatMap({ RecordID($0) }), let record = told["record"] else {
            result.find(SubjectDossier.dataName, "a record in it cannot be read")
            return nil
        }
        let name = SubjectDossier.receiptName(rid)
        guard
            let bytes = try? InputFile.contents(of: Path.join(folder, name), limit: Verification.greatestFile)
        else {
            result.find(name, "it is missing or cannot be read")
            return nil
        }
        receipts += 1
        do throws(ReceiptFailure) {
            let receipt = try CheckedReceipt(bytes, key: key)
            let isSame =
                receipt.record.canonicalBytes == record.canonicalBytes
                && record["rid"]?.text == rid.description
                && told["index"]?.number.map { UInt64(clamping: $0) == receipt.index } ?? true
            if !isSame {
                result.find(SubjectDossier.dataName, "record \(rid) is not the one that its receipt proves")
            }
            return isSame ? receipt.record : nil
        } catch {
            result.find(name, error.problem)
            return nil
        }
    }

    /// Holds the copies of evidence against the digests in a proven record.
    private mutating func compareEvidence(of record: JSONValue, told: [JSONValue]) throws {
        let recorded = record["evidence"]?.items ?? []
        guard recorded.count == told.count else {
            result.find(SubjectDossier.dataName, "the evidence of a record is not the recorded one")
            return
        }
        for (item, look) in zip(recorded, told) {
            guard let digest = item["sha256"]?.text.flatMap({ ContentDigest(hex: $0) }),
                let kind = item["kind"]?.text,
                look["sha256"] == item["sha256"]
            else {
                result.find(SubjectDossier.dataName, "the evidence of a record is not the recorded one")
                continue
            }
            guard look["conditionNow"]?.text == EvidenceCondition.intact.rawValue else {
                result.notes.append(
                    "The evidence \(digest) has no copy here: \(look["conditionNow"]?.text ?? "?").")
                continue
            }
            let name = SubjectDossier.evidenceName(
                Evidence(digest: digest, kind: kind, size: 0, keeping: .sealed))
            let path = Path.join(folder, name)
            guard PrivateFile.exists(path) else {
                result.find(name, "it is missing")
                continue
            }
            evidence += 1
            if try FileDigest(of: path).hex != digest.hex {
                result.find(name, "it is not the recorded evidence")
            }
        }
    }
}

extension JSONValue {
    /// An object with its members as a reader of JSON gives them, in alphabetical order.
    fileprivate var sortedLikeRead: JSONValue {
        guard let members else { return self }
        return .object(members.sorted { $0.name < $1.name })
    }
}
