public import Consent

/// A file with people in it that a vetting wrote: held rows, rejected rows, or the page about them.
public struct KeptReport: Hashable, Sendable {
    /// Where it was written.
    public let path: String
    /// The vetting.
    public let run: RecordID
    /// When.
    public let madeAt: Instant
}
