import Consent
import Ledger
import LookUp

/// What the ledger says of many people at once, as it was when a reading began.
struct KnownPeople {
    let index: StandingIndex
    let suppression: SuppressionFilter
    let addresses: AddressHasher
    private let state: Ledger.RecordState

    /// - Returns: Nil where the ledger must be asked of each.
    init?(_ ledger: Ledger, _ purpose: Purpose) throws {
        // What is recorded in between is found at the end, for the state is taken first.
        state = try ledger.recordState()
        guard let index = try ledger.standingIndex(for: purpose) else { return nil }
        self.index = index
        suppression = try ledger.suppressionFilter()
        addresses = ledger.addressHasher
    }

    /// The ordinal of the subject with an address; ``LookUpHit/absent`` where none can be told.
    func ordinal(of address: EmailAddress) -> UInt32 {
        let halves = addresses.halves(of: address.normalized.utf8.span)
        var hits: [LookUpHit] = []
        index.find([LookUpKey(halves.0, halves.1)], into: &hits)
        return hits.first?.place ?? LookUpHit.absent
    }

    /// Whether nothing was recorded or erased since by anybody else.
    func holds(in ledger: Ledger) throws -> Bool { try ledger.recordState() == state }
}
