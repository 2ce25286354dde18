import Consent
import Gate
import Ledger
import Origins
import Policies
import SourceRegister
import TestSupport

/// A ledger, the register of sources and the gate.
final class SourceBench {
    let scratch: ScratchLedger
    var ledger: Ledger { scratch.ledger }
    private static let catalogue = Result { try LayoutCatalogue.shipped }
    private static let policies = Result {
        try ShippedPolicies.names.map { ($0, try PolicyChoice.resolve($0, home: nil)) }
    }

    init() throws { scratch = try ScratchLedger() }

    /// Registers a list.
    @discardableResult
    func add(
        _ text: String, name: String = "Connections.csv", label: String? = nil, expiresAt: Instant? = nil,
        takesAny: Bool = false
    ) throws -> SourceAddition {
        let path = try scratch.folder.write(name, Array(text.utf8))
        let request = SourceRequest(list: path, label: label, expiresAt: expiresAt, takesAny: takesAny)
        return try SourceRegistration(request, ledger: ledger, catalogue: try Self.catalogue.get()).run()
    }

    /// Vets a list into the folder `out`.
    func vet(_ text: String, policy: String = "linkedin-only", dryRun: Bool = false) throws -> VettingResult {
        let path = try scratch.folder.write("list.csv", Array(text.utf8))
        let chosen = try Self.policies.get().first { $0.0 == policy }?.1
        let request = VettingRequest(
            list: path, purpose: .newsletter, policy: try chosen ?? PolicyChoice.resolve(policy, home: nil),
            destination: dryRun ? .dryRun : .folder(scratch.folder.path("out")))
        return try Vetting(request, ledger: ledger, catalogue: try Self.catalogue.get()).run()
    }

    /// The rules that decided the rows of a list, in their order; nil for an accepted row.
    func rules(_ text: String, policy: String = "linkedin-only") throws -> [String?] {
        try reasons(text, policy: policy).map { $0?.rule }
    }

    /// Rule and reason of each row, nil for an accepted one.
    func reasons(_ text: String, policy: String = "linkedin-only") throws -> [(rule: String, reason: String)?]
    {
        let tally = try vet(text, policy: policy, dryRun: true).tally
        let samples = tally.samples.values.flatMap(\.self).sorted { $0.row < $1.row }
        return samples.map { sample in sample.rule.map { ($0.id, sample.reason) } }
    }
}
