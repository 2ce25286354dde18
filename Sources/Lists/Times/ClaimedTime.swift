package import Consent

/// A moment that a file claims, and how exactly.
package struct ClaimedTime: Hashable, Sendable {
    /// How finely a time is written down.
    package enum Precision: String, Sendable, Comparable {
        /// To the second or finer.
        case second
        /// To the minute.
        case minute
        /// A day without an hour.
        case day

        /// Finer comes first.
        package static func < (a: Precision, b: Precision) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .second: 0
            case .minute: 1
            case .day: 2
            }
        }
    }

    /// Why a text is no moment.
    package enum Unreadable: String, Error, Hashable, Sendable {
        /// Of no form that is known.
        case notATime = "unreadable-time"
        /// The form is right, but there is no such day or hour.
        case noSuchTime = "impossible-time"
        /// Day and month cannot be told apart.
        case ambiguous = "ambiguous-date"
    }

    /// The moment as written.
    ///
    /// Where no zone is told, it is read as if it were in UTC; a day is its first second.
    package let instant: Instant
    /// How finely it is written down.
    package let precision: Precision
    /// Whether a zone is told.
    package let hasZone: Bool

    /// The remark on a time without a zone.
    package static let withoutZone = "no-zone"

    /// What has to be said beside the moment, as stable words.
    package var remarks: [String] {
        (hasZone ? [] : [Self.withoutZone]) + (precision == .second ? [] : [precision.rawValue])
    }

    /// The westernmost zone lies twelve hours behind UTC, the easternmost fourteen before it.
    private static let farWest: Int64 = 12 * 3600
    private static let farEast: Int64 = 14 * 3600

    /// The last moment that can be meant.
    ///
    /// A stop counts from then, so that no yes from before it seems to be later.
    package var latest: Instant {
        let rest: Int64 =
            switch precision {
            case .second: 0
            case .minute: 59
            case .day: 86_399
            }
        return instant.advanced(by: rest + (hasZone ? 0 : Self.farWest))
    }

    /// The first moment that can be meant.
    package var earliest: Instant { instant.advanced(by: hasZone ? 0 : -Self.farEast) }
}
