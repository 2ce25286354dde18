public import Consent

/// A registered source together with what is known of it on this machine alone.
public struct KeptSource: Sendable {
    /// How it stands.
    public enum Condition: String, Sendable {
        /// Its people are found.
        case standing
        /// Its time is over; its people are no longer found.
        case expired
        /// The log knows it, and its fingerprints are gone.
        case missing
    }

    /// What the log says of it.
    public let source: RegisteredSource
    /// What the user calls it; nil where nothing was said.
    public let label: String?
    /// The newest day of a connection in it, as `2026-05-02`.
    public let newestDay: String?
    /// How it stands.
    public let condition: Condition
}

/// What registering a list came to.
public struct SourceAddition: Sendable {
    /// What happened.
    public enum Outcome: String, Sendable {
        /// It is registered now.
        case added
        /// The same file was registered before.
        case known
        /// The same file was registered before, and counts until another day now.
        case renewed
        /// The same file was registered before; its lost fingerprints are back.
        case restored
    }

    /// The source as it stands now.
    public let source: KeptSource
    /// What happened.
    public let outcome: Outcome
}

/// A fingerprint of a row that was found in a source.
public struct SourceMatch: Hashable, Sendable {
    /// By what the person was found.
    public let kind: Fingerprint.Kind
    /// Whether something of the fingerprint is a guess.
    public let isGuessed: Bool
    /// The number of the source among those of the matcher.
    public let source: Int
}
