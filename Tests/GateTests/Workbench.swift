import Consent
import Database
import Foundation
import Gate
import Ledger
import Lists
import Origins
import Policies
import Tables
import TestSupport

/// A ledger, a folder and the gate between them.
final class Workbench {
    let scratch: ScratchLedger
    var ledger: Ledger { scratch.ledger }
    private static let catalogue = try? LayoutCatalogue.shipped
    /// Reading a policy takes longer than vetting a small list.
    private static let policies = Dictionary(
        uniqueKeysWithValues: ShippedPolicies.names.compactMap { name in
            (try? PolicyChoice.resolve(name, home: nil)).map { (name, $0) }
        })

    init() throws { scratch = try ScratchLedger() }

    /// A row of a held or rejected list, as it was written.
    struct Row {
        let number: Int
        let verdict: String
        let rule: String
        let reason: String
        let origin: String
        let repairs: String
        let findings: String
        let facts: String
        let cells: [String]
    }

    /// A vetting with its files read back.
    struct Outcome {
        let result: VettingResult
        let accepted: [UInt8]
        let held: [Row]
        let rejected: [Row]
        let report: String

        /// The deciding rule of each row that stays out.
        var rules: [Int: String] {
            Dictionary((held + rejected).map { ($0.number, $0.rule) }) { first, _ in first }
        }
    }

    func path(_ name: String) -> String { scratch.folder.path(name) }

    /// Puts a list into the folder.
    func list(_ text: String, name: String = "list.csv") throws -> String {
        try scratch.folder.write(name, Array(text.utf8))
    }

    func request(_ list: String, policy: String? = nil, column: String? = nil) throws -> VettingRequest {
        var columns = ColumnMap()
        if let column { try columns.set(.address, column: column) }
        let cached = Self.policies[policy ?? ShippedPolicies.defaultName]
        return VettingRequest(
            list: list, purpose: .newsletter,
            policy: try cached ?? PolicyChoice.resolve(policy, home: scratch.home),
            destination: .folder(path("out")), columns: columns)
    }

    /// Vets a list into the folder `out`.
    func vet(_ list: String, policy: String? = nil, column: String? = nil) throws -> Outcome {
        try vet(try request(list, policy: policy, column: column))
    }

    /// - Parameters:
    ///   - rowsBeforeRecall: After how many rows others are recalled; nil for never.
    ///   - rowsAtOnce: How many rows are read together then; nil for as many as usual.
    func vet(
        _ request: VettingRequest, rowsBeforeRecall: UInt64? = 2048, rowsAtOnce: Int? = nil,
        threads: Int? = nil
    ) throws -> Outcome {
        let catalogue = try Self.catalogue ?? LayoutCatalogue.shipped
        var vetting = Vetting(request, ledger: ledger, catalogue: catalogue, threads: threads)
        vetting.rowsBeforeRecall = rowsBeforeRecall
        vetting.rowsAtOnce = rowsAtOnce
        let result = try vetting.run()
        guard let outputs = result.outputs else {
            return Outcome(result: result, accepted: [], held: [], rejected: [], report: "")
        }
        return Outcome(
            result: result, accepted: try read(outputs.accepted), held: try rows(outputs.held),
            rejected: try rows(outputs.rejected),
            report: String(decoding: try read(outputs.report), as: UTF8.self))
    }

    func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    private func rows(_ path: String) throws -> [Row] {
        let bytes = try read(path)
        // Without a header and without rows nothing stands in it.
        if bytes.isEmpty { return [] }
        var reader = try RecordReader(detecting: InMemorySource(bytes))
        var record = Record()
        var rows: [Row] = []
        while try reader.next(into: &record) {
            let cells = (0..<record.cellCount).map { record.text($0) }
            let added = Array(cells.suffix(9))
            guard added.count == 9, let number = Int(added[0]) else { continue }
            rows.append(
                Row(
                    number: number, verdict: added[1], rule: added[2], reason: added[3], origin: added[5],
                    repairs: added[6], findings: added[7], facts: added[8],
                    cells: Array(cells.dropLast(9))))
        }
        return rows
    }
}

extension Workbench {
    /// Makes a symbolic link, and the folder that it lies in.
    static func link(_ path: String, to target: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    /// Changes one byte of every sealed file of evidence.
    static func flipEvidence(in home: LedgerHome) throws {
        let vault = try Connection(path: home.path + "/vault.db", mode: .readWrite)
        let reading = try vault.prepare("SELECT event, place, sealed FROM evidence WHERE sealed IS NOT NULL")
        var found: [(Int64, Int64, [UInt8])] = []
        while try reading.step() { found.append((reading.integer(0), reading.integer(1), reading.bytes(2))) }
        reading.reset()
        let writing = try vault.prepare("UPDATE evidence SET sealed = ?3 WHERE event = ?1 AND place = ?2")
        for (event, place, sealed) in found {
            var changed = sealed
            changed[changed.count / 2] ^= 1
            try writing.bind(1, event)
            try writing.bind(2, place)
            try writing.bind(3, changed)
            try writing.run()
        }
    }
}
