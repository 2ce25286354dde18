import CanonicalJSON
import Consent
import Cryptography
import Files
import HandOver
import Ledger
import MerkleLog
import Policies

/// The signed statement of a vetting: an open record of the log, and the file that proves it.
struct VettingCertificate {
    private let result: VettingResult
    private let touched: TouchedSubjects
    private let ledger: Ledger

    init(_ result: VettingResult, touching touched: TouchedSubjects, ledger: Ledger) {
        self.result = result
        self.touched = touched
        self.ledger = ledger
    }

    /// Appends the record of a vetting whose outputs are sealed, and makes the file.
    func append(_ outputs: RowOutputs, _ report: OutputFile) throws -> (run: RecordID, file: [UInt8]) {
        let digests = JSONValue.object(of: [
            "accepted": digest(outputs.accepted), "held": digest(outputs.held),
            "rejected": digest(outputs.rejected),
            "report": digest(report), "handOver": outputs.handOver.map(digest),
        ])
        let names = try names()
        let record = try ledger.append(
            vetting: body(outputs: digests, names: CertificateFile.digest(of: names)), touching: touched)
        let file = CertificateFile.make(
            record: record, proof: try ledger.proof(of: record.index, disclosing: nil),
            key: ledger.verifierKey,
            names: names)
        return (record.rid, Array(file.pretty.utf8))
    }

    /// Appends the record of a vetting that wrote no files.
    func appendWithoutOutputs() throws -> RecordID {
        try ledger.append(vetting: body(outputs: nil, names: nil), touching: touched).rid
    }

    private func digest(_ file: OutputFile) -> JSONValue {
        ["sha256": .string(file.sha256), "bytes": .integer(Int64(clamping: file.byteCount))]
    }

    /// What the files are called, and a random word: names may tell of people, and so the record has only a digest.
    private func names() throws -> [String: String] {
        guard let paths = result.outputs else { return [:] }
        func name(_ path: String) -> String { Path.split(path).name }
        var names = [
            "list": result.list.name, "accepted": name(paths.accepted), "held": name(paths.held),
            "rejected": name(paths.rejected), "report": name(paths.report),
            "word": Hex.encode(try SystemRandom().bytes(16)),
        ]
        names["handOver"] = paths.handOver.map(name)
        return names
    }

    private func body(outputs: JSONValue?, names: String?) -> [JSONValue.Member] {
        let list = result.list
        let before = ledger.checkpoint.checkpoint
        let json = JSONValue.object(of: [
            "purpose": .string(result.purpose.id), "channel": "email",
            "controller": ledger.controller.map { .string($0.name) },
            "vettedAt": .string(result.vettedAt.description),
            "policy": result.policyJSON, "releases": result.releasesJSON,
            "language": .string(result.policy.policy.language.rawValue),
            "list": .object(of: [
                "sha256": .string(list.sha256), "bytes": .integer(Int64(clamping: list.bytes)),
                "encoding": .string(list.encoding), "delimiter": .string(list.delimiter),
                "layout": list.layout.map { .string($0) }, "headerLine": .integer(Int64(list.headerLine)),
            ]),
            "rows": count(result.tally.rows), "accepted": count(result.tally.accepted),
            "held": count(result.tally.held), "rejected": count(result.tally.rejected),
            "tool": result.handOver.map { .string($0.tool.id) },
            "countryTaken": result.countryTaken.map { count($0.contacts) },
            "rules": result.rulesJSON, "origins": result.originsJSON, "outputs": outputs,
            "names": names.map { .string($0) },
            "checkpoint": .object(of: [
                "size": .integer(Int64(clamping: before.size)), "root": .string(before.root.base64),
            ]),
        ])
        return json.members ?? []
    }

    private func count(_ number: UInt64) -> JSONValue { .integer(Int64(clamping: number)) }
}
