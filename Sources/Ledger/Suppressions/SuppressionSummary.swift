public import Consent

/// What the do-not-mail list holds, in numbers: whom it holds, nobody can read.
public struct SuppressionSummary: Sendable {
    /// How somebody was put on the list.
    public enum Kind: Hashable, Sendable {
        /// By an address.
        case address
        /// By the hash of one.
        case hash(AddressHash.Kind)

        /// A word that stays the same in every version: `address`, `md5`, `sha1`, `sha256`.
        public var word: String {
            switch self {
            case .address: "address"
            case .hash(let kind): kind.rawValue
            }
        }
    }

    /// Entries that are alike.
    public struct Group: Hashable, Sendable {
        /// For which purpose they may not be mailed, or for all mail.
        public let scope: Purpose
        /// Why.
        public let reason: SuppressionReason
        /// By what they were put there.
        public let kind: Kind
        /// The month since which, as in `2026-04`.
        public let month: String
        /// How many.
        public let count: UInt64
        /// How many of them are to be looked at again, today or since long.
        public let due: UInt64
    }

    /// Entries to be looked at again in a month.
    public struct Review: Hashable, Sendable {
        /// The month, as in `2029-04`.
        public let month: String
        /// How many.
        public let count: UInt64
    }

    /// Entries by scope, reason, kind and month, in this order.
    public let groups: [Group]
    /// When entries are to be looked at again, the next first.
    public let reviews: [Review]

    /// All entries.
    public var count: UInt64 { groups.reduce(0) { $0 + $1.count } }
    /// Entries to be looked at again, today or since long.
    public var due: UInt64 { groups.reduce(0) { $0 + $1.due } }
}
