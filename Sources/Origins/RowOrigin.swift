public import Consent

/// Where the contact of one row came from, and by which signs.
public struct RowOrigin: Hashable, Sendable {
    /// What the signs add up to.
    public let origin: Origin
    /// All signs, those of the file first; also those that did not decide.
    public let signals: [Signal]
    /// Whether anybody could tell the person where their address came from: an origin was recognised, or a
    /// cell names a source, a form or the time of a sign-up.
    public let isSourceKnown: Bool

    /// The same row with further signs, weighed anew.
    package func adding(_ further: [Signal]) -> RowOrigin {
        RowOrigin(signals: signals + further, namesSource: isSourceKnown)
    }

    init(signals: [Signal], namesSource: Bool) {
        origin = SignalWeighing.origin(of: signals)
        self.signals = signals
        isSourceKnown = namesSource || origin != .unknown
    }
}
