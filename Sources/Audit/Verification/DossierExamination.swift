import CanonicalJSON
import Consent
import Cryptography
import Files
import Ledger
import MerkleLog

/// The walk through the files of a dossier.
struct DossierExamination {
    private(set) var result: Verification
    private let folder: String
    private let keys: KeySuccession?
    private var receipts: UInt64 = 0
    private var evidence: UInt64 = 0

    init(folder: String, keys: KeySuccession?, result: Verification) {
        self.folder = folder
        self.keys = keys
        self.result = result
    }

    /// Looks at everything; the findings are in ``result``.
    mutating func run() throws {
        try compareSums()
        let name = DossierPacker.dataName
        let bytes = try? InputFile.contents(of: Path.join(folder, name), limit: 1 << 28)
        guard let json = bytes.flatMap({ try? JSONValue(reading: $0) }), let format = json["format"]?.text,
            format == SubjectDossier.format || format == ListDossier.format
        else {
            result.find(name, "it is missing or is no dossier")
            return
        }
        compareHead(json, name)
        if format == ListDossier.format {
            compareCertificate(json)
        } else {
            try compareEvents(json)
            for vetting in json["vettings"]?.items ?? [] { compareVetting(vetting) }
        }
        for wording in json["wordings"]?.items ?? [] { compareWording(wording) }
        result.count("receipts", receipts)
        result.count("files of evidence", evidence)
    }

    private mutating func compareHead(_ json: JSONValue, _ name: String) {
        let told = json["verifierKey"]?.text
        if let keys, !keys.keys.contains(where: { $0.text == told }) {
            result.find(name, "it names another verifier key")
        }
        if let checkpoint = result.checkpoint,
            json["checkpoint"] != CheckpointSummary.json(of: checkpoint.checkpoint).sortedLikeRead
        {
            result.find(name, "it names another checkpoint")
        }
    }

    private mutating func compareEvents(_ json: JSONValue) throws {
        for event in json["events"]?.items ?? [] {
            guard let record = compareReceipt(of: event) else { continue }
            if record["subject"]?["email"] != json["subject"]?["email"] {
                result.find(
                    DossierPacker.dataName, "record \(event["rid"]?.text ?? "?") is about another person")
            }
            try compareEvidence(of: record, told: event["evidence"]?.items ?? [])
        }
    }

    /// Holds the row of a vetting against the record of the vetting.
    private mutating func compareVetting(_ told: JSONValue) {
        guard let record = compareReceipt(of: told) else { return }
        let rows = record["rows"]?.number ?? 0
        let row = told["row"]?.number ?? 0
        if record["type"]?.text != OpenRecord.Kind.listVetted.rawValue || row < 1 || row > rows
            || told["list"] != record["list"]?["sha256"]
        {
            result.find(
                DossierPacker.dataName, "run \(told["run"]?.text ?? "?") is not the vetting that it proves")
        }
    }

    /// Holds the text of a wording that lies beside against the proven one.
    private mutating func compareWording(_ told: JSONValue) {
        guard let record = compareReceipt(of: told), let file = told["file"]?.text, isWithin(file) else {
            return
        }
        let bytes = try? InputFile.contents(of: Path.join(folder, file), limit: Verification.greatestFile)
        if bytes.map({ String(decoding: $0, as: UTF8.self) }) != record["wording"]?["text"]?.text {
            result.find(file, "it is not the wording that its receipt proves")
        }
    }

    /// Holds what a dossier tells of a list against the record of its certificate, and the policy against its digest.
    private mutating func compareCertificate(_ json: JSONValue) {
        let name = DossierPacker.dataName
        guard let record = compareReceipt(of: json) else { return }
        result.record = record
        if record["type"]?.text != OpenRecord.Kind.listVetted.rawValue {
            result.find(name, "its record is of no vetting")
        }
        for output in json["outputs"]?.items ?? [] {
            let told = output["name"]?.text ?? "?"
            let proven = told == "list" ? record["list"] : record["outputs"]?[told]
            if proven?["sha256"] == nil || proven?["sha256"] != output["sha256"] {
                result.find(name, "the digest of the file \"\(told)\" is not the proven one")
            }
        }
        for rule in json["rules"]?.items ?? [] {
            if let id = rule["id"]?.text, record["rules"]?[id] != rule["count"] {
                result.find(name, "the count of rule \(id) is not the proven one")
            }
        }
        if json["sample"]?["seed"]?.text != SHA256.digest(of: record.canonicalBytes).hex {
            result.find(name, "the seed of the sample is not that of the certificate")
        }
        if let adoption = json["policy"]?["adoption"], let rid = adoption["rid"]?.text {
            _ = checkedReceipt(SubjectDossier.receiptName(rid), rid: rid)
        }
        comparePolicy(json["policy"], proven: record["policy"]?["sha256"]?.text)
    }

    /// Holds the files of a policy against the digest in the certificate: of one file it is its own, of several that of
    /// the list of them.
    private mutating func comparePolicy(_ told: JSONValue?, proven: String?) {
        let files = told?["files"]?.items ?? []
        guard !files.isEmpty else {
            result.notes.append("The files of the policy are not in this dossier.")
            return
        }
        var listed: [JSONValue] = []
        for file in files {
            guard let path = file["file"]?.text, isWithin(path), let name = file["name"],
                let found = try? FileDigest(of: Path.join(folder, path)).hex
            else {
                result.find(DossierPacker.dataName, "a file of the policy is missing")
                return
            }
            if file["sha256"]?.text != found { result.find(path, "it does not have the digest that is told") }
            listed.append(.object(of: ["name": name, "sha256": .string(found)]))
        }
        let digest =
            listed.count == 1
            ? listed[0]["sha256"]?.text : SHA256.digest(of: JSONValue.array(listed).canonicalBytes).hex
        if digest != proven {
            result.find("policy", "its files are not those of the policy by which the list was vetted")
        }
        result.count("files of the policy", UInt64(listed.count))
    }

    /// Whether a name leads to something within the dossier.
    private func isWithin(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    }

    /// Holds every file against the list of digests, whose format is that of `sha256sum`.
    private mutating func compareSums() throws {
        let sums = DossierPacker.sumsName
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
        guard let rid = told["rid"]?.text.flatMap({ RecordID($0) }), let record = told["record"] else {
            result.find(DossierPacker.dataName, "a record in it cannot be read")
            return nil
        }
        guard let receipt = checkedReceipt(SubjectDossier.receiptName(rid), rid: rid.description) else {
            return nil
        }
        let isSame =
            receipt.record.canonicalBytes == record.canonicalBytes
            && told["index"]?.number.map { UInt64(clamping: $0) == receipt.index } ?? true
        if !isSame {
            result.find(DossierPacker.dataName, "record \(rid) is not the one that its receipt proves")
        }
        return isSame ? receipt.record : nil
    }

    /// Checks a receipt of the dossier, and that it is of the record of a name; nil where it does not hold.
    private mutating func checkedReceipt(_ name: String, rid: String) -> CheckedReceipt? {
        guard let keys else { return nil }
        guard
            let bytes = try? InputFile.contents(of: Path.join(folder, name), limit: Verification.greatestFile)
        else {
            result.find(name, "it is missing or cannot be read")
            return nil
        }
        receipts += 1
        do throws(ReceiptFailure) {
            let receipt = try CheckedReceipt(bytes, keys: keys)
            guard receipt.record["rid"]?.text == rid else {
                result.find(name, "it is of another record")
                return nil
            }
            return receipt
        } catch {
            result.find(name, error.problem)
            return nil
        }
    }

    /// Holds the copies of evidence against the digests in a proven record.
    private mutating func compareEvidence(of record: JSONValue, told: [JSONValue]) throws {
        let recorded = record["evidence"]?.items ?? []
        guard recorded.count == told.count else {
            result.find(DossierPacker.dataName, "the evidence of a record is not the recorded one")
            return
        }
        for (item, look) in zip(recorded, told) {
            guard let digest = item["sha256"]?.text.flatMap({ ContentDigest(hex: $0) }),
                let kind = item["kind"]?.text,
                look["sha256"] == item["sha256"]
            else {
                result.find(DossierPacker.dataName, "the evidence of a record is not the recorded one")
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
