import Consent

/// Moments as letters write them.
enum Moment {
    /// `2026-10-02, 09:15 UTC`.
    static func words(_ instant: Instant) -> String {
        "\(instant.day), \(instant.description.dropFirst(11).prefix(5)) UTC"
    }
}
