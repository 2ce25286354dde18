/// A moment of the past for which is asked, by one of the two clocks.
///
/// The ledger learns late: somebody withdraws on the tenth, and it is recorded on the twelfth. What held on the
/// eleventh has two answers, and both are asked for.
public struct AsOf: Hashable, Sendable {
    /// Which clock counts.
    public enum Clock: String, Sendable, CaseIterable {
        /// What the ledger had learnt by then; what it learnt later is passed over.
        case recorded
        /// What had happened by then, as it is known today; whatever was learnt without a time happened when it was
        /// learnt.
        case occurred
    }

    /// The moment; whatever bears this very second counts.
    public let moment: Instant
    /// Which clock counts.
    public let clock: Clock

    /// A moment by a clock.
    public init(_ moment: Instant, by clock: Clock = .recorded) {
        self.moment = moment
        self.clock = clock
    }

    /// Whether an event counts.
    public func includes(_ event: SubjectEvent) -> Bool {
        switch clock {
        case .recorded: event.recordedAt <= moment
        case .occurred: event.effectiveAt <= moment
        }
    }
}

extension AsOf: CustomStringConvertible {
    /// `as the ledger knew it at 2026-10-02T09:15:00Z`, or `of what had happened by …`.
    public var description: String {
        switch clock {
        case .recorded: "as the ledger knew it at \(moment)"
        case .occurred: "of what had happened by \(moment), as known today"
        }
    }
}
