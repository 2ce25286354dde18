package import Consent

/// What all standings of a kind have in common, and which of a subject's times stand where in them.
///
/// For whoever judges millions: what follows from the kind is worked out once, and of each subject only its times are
/// looked at.
package struct StandingOutline: Sendable {
    /// A standing of the kind, with seconds from 1970 on as its times: 0 for the subject's first, 1 for the second.
    package let example: SubjectStanding
    /// How many distinct times a subject of the kind has.
    package let timeCount: Int

    /// Which of the times tells when the deciding event happened, as claimed.
    package var occurredAt: Int? { Self.place(example.standing.decisive?.occurredAt) }
    /// Which of them tells when the ledger learnt of it.
    package var recordedAt: Int? { Self.place(example.standing.decisive?.recordedAt) }
    /// Which tells when the person last asked to join.
    package var requestedAt: Int? { Self.place(example.requestedAt) }
    /// Which tells when the person last complained.
    package var complainedAt: Int? { Self.place(example.complainedAt) }
    /// Which tells when a mail last came back for good.
    package var bouncedAt: Int? { Self.place(example.bouncedAt) }
    /// Which tells when the last stop took effect.
    package var lastStopAt: Int? { Self.place(example.lastStopAt) }

    init?(_ kind: StandingKind, purpose: Purpose, controllers: [Controller]) {
        let places = kind.events.flatMap { [$0.recorded] + ($0.occurred.map { [$0] } ?? []) }
        timeCount = (places.max() ?? -1) + 1
        guard timeCount <= 2 * StandingKind.greatestEvents else { return nil }
        let times = (0..<timeCount).map { Instant(seconds: Int64($0)) }
        guard let example = kind.standing(times: times, for: purpose, controllers: controllers) else {
            return nil
        }
        self.example = example
    }

    private static func place(_ time: Instant?) -> Int? { time.map { Int($0.seconds) } }
}

extension StandingIndex {
    /// Kind and times of a standing, without the standing being made; nil where there is no kind: ``standing(_:)`` tells.
    package func times(of number: UInt32) -> StandingTimes? { base?.times(of: Int(number)) }

    /// One of the distinct times of a standing, from the first at 0; nil where it cannot be read.
    package func time(_ place: Int, of times: StandingTimes) -> Instant? {
        times.time(place) { base?.furtherTime($0) }
    }

    /// What all standings of a kind have in common; nil where it cannot be read.
    package func outline(ofKind kind: Int) -> StandingOutline? {
        base?.kind(kind).flatMap { StandingOutline($0, purpose: purpose, controllers: controllers) }
    }
}
