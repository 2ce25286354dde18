import Consent
import LookUp

/// Standings that are held in memory, because they came after a look-up file was written or because there is none.
struct IndexChanges {
    /// By key, the number of a standing and, for subjects that the file does not have, an ordinal.
    private(set) var hits: [LookUpKey: LookUpHit] = [:]
    private(set) var standings: [SubjectStanding] = []
    /// How many subjects the file does not have.
    private(set) var added = 0

    private let base: StandingFile?

    init(over base: StandingFile?) { self.base = base }

    /// Takes a subject.
    ///
    /// - Parameter standing: Nil where the ledger must be asked.
    mutating func take(_ key: LookUpKey, _ standing: SubjectStanding?) {
        // Two subjects with one key cannot be told apart here; the ledger can.
        if let earlier = hits[key] {
            hits[key] = LookUpHit(number: StandingIndex.ask, place: earlier.place)
            return
        }
        var number = StandingIndex.ask
        let next = (base?.standingCount ?? 0) + standings.count
        if let standing, next <= Int(LookUpHit.greatest) {
            number = UInt32(next)
            standings.append(standing)
        }
        hits[key] = LookUpHit(number: number, place: ordinal(of: key))
    }

    private mutating func ordinal(of key: LookUpKey) -> UInt32 {
        guard let base else {
            added += 1
            return UInt32(truncatingIfNeeded: added - 1)
        }
        let found = base.table.find(key)
        if found.number != LookUpHit.absent { return LookUpHit.absent }
        added += 1
        return UInt32(truncatingIfNeeded: base.table.count + added - 1)
    }
}
