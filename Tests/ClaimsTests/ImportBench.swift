import Claims
import Consent
import Foundation
import Gate
import Ledger
import Lists
import MerkleLog
import Origins
import Policies
import TestSupport

/// A ledger, a folder, the import into it and the gate behind it.
final class ImportBench {
    let scratch: ScratchLedger
    var ledger: Ledger { scratch.ledger }
    private static let catalogue = try? LayoutCatalogue.shipped
    private static let gdpr = try? PolicyChoice.resolve(nil, home: nil)

    init(seed: UInt64 = 1) throws { scratch = try ScratchLedger(seed: seed) }

    static let wording = WordingReference(parsing: "newsletter@1")

    /// Puts a list into the folder.
    func list(_ text: String, name: String = "list.csv") throws -> String {
        try scratch.folder.write(name, Array(text.utf8))
    }

    /// Imports a file.
    @discardableResult
    func take(
        _ path: String, tool: String? = nil, wording: WordingReference? = ImportBench.wording,
        order: DateOrder? = nil, out: String? = nil, isDryRun: Bool = false
    ) throws -> ImportResult {
        var request = ImportRequest(list: path, purpose: .newsletter)
        request.tool = tool
        request.wording = wording
        request.dateOrder = order
        request.outcomes = out
        request.isDryRun = isDryRun
        let catalogue = try Self.catalogue ?? LayoutCatalogue.shipped
        return try ClaimImport(request, ledger: ledger, catalogue: catalogue).run()
    }

    /// Imports a list given as text.
    @discardableResult
    func take(text: String, tool: String? = "our shop", order: DateOrder? = nil) throws -> ImportResult {
        try take(try list(text), tool: tool, order: order)
    }

    /// Vets a list under gdpr; the deciding rule of each row, `accept` for none.
    func rules(_ path: String) throws -> [String] {
        let catalogue = try Self.catalogue ?? LayoutCatalogue.shipped
        let out = scratch.folder.path("out")
        let request = VettingRequest(
            list: path, purpose: .newsletter, policy: try Self.gdpr ?? PolicyChoice.resolve(nil, home: nil),
            destination: .folder(out))
        let result = try Vetting(request, ledger: ledger, catalogue: catalogue).run()
        var rules = [String](repeating: "accept", count: Int(clamping: result.tally.rows))
        for path in [result.outputs?.held, result.outputs?.rejected].compactMap(\.self) {
            for (row, rule) in try Self.added(path) where rules.indices.contains(row - 1) {
                rules[row - 1] = rule
            }
        }
        return rules
    }

    /// Row and rule of each line of a held or rejected list.
    private static func added(_ path: String) throws -> [(Int, String)] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let text =
            bytes.starts(with: [0xFF, 0xFE])
            ? String(data: bytes, encoding: .utf16) ?? "" : String(decoding: bytes, as: UTF8.self)
        return text.matches(of: /[,;\t](\d+)[,;\t](?:hold|reject)[,;\t]([A-Z]\d\d)[,;\t]/)
            .compactMap { match in Int(match.1).map { ($0, String(match.2)) } }
    }

    /// What holds of an address.
    func standing(_ address: String) throws -> Standing {
        try ledger.standing(of: EmailAddress(parsing: address), for: .newsletter)
    }

    /// Every record of an address.
    func history(_ address: String) throws -> [SubjectRecord] {
        try ledger.history(of: EmailAddress(parsing: address))
    }

    /// Entries of the log.
    var size: UInt64 { ledger.checkpoint.checkpoint.size }
}

extension ImportResult {
    /// Rows by outcome, in the order recorded, known, not a claim, refused.
    var counts: [UInt64] { RowOutcome.allCases.map { tally[$0] } }

    /// The codes of the reasons with their rows.
    var codes: [String: UInt64] {
        Dictionary(tally.reasonCounts.map { ($0.reason.code, $0.rows) }) { $0 + $1 }
    }
}
