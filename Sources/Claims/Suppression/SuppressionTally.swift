public import Consent
import Ledger

/// What was found in a list of people who must not be mailed.
///
/// Who of them was on the do-not-mail list before is counted nowhere: a list of one address would tell of that person.
public struct SuppressionTally: Hashable, Sendable {
    /// Rows read.
    public private(set) var rows: UInt64 = 0
    /// Rows in which nobody could be read.
    public private(set) var unread: UInt64 = 0
    /// The physical line of the first such row, from 1; 0 if there is none.
    public private(set) var firstUnreadLine = 0
    /// Addresses.
    public private(set) var addresses: UInt64 = 0
    /// Hashes by their kind.
    public private(set) var hashes: [AddressHash.Kind: UInt64] = [:]

    /// Addresses and hashes together.
    public var entries: UInt64 { hashes.values.reduce(addresses, +) }

    mutating func count(_ found: [SuppressionEntry.Who], line: Int) {
        rows += 1
        if found.isEmpty {
            if unread == 0 { firstUnreadLine = line }
            unread += 1
        }
        for who in found {
            switch who {
            case .address: addresses += 1
            case .hash(let hash): hashes[hash.kind, default: 0] += 1
            }
        }
    }
}
