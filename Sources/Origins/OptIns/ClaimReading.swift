/// What a row says of an opt-in, and whether that is a claim.
///
/// It is judged by the row alone. That many rows share a time to the second can only be seen by whoever reads
/// them all: see ``moments``.
package struct ClaimReading: Sendable, Hashable {
    /// What is missing; empty if the row claims an opt-in.
    package internal(set) var lacks: [ClaimLack] = []
    /// When the person signed up.
    package internal(set) var time: ClaimedCell?
    /// From which network address.
    package internal(set) var ip: ClaimedCell?
    /// When the person confirmed.
    package internal(set) var confirmedTime: ClaimedCell?
    /// From which network address the person confirmed.
    package internal(set) var confirmedIP: ClaimedCell?
    /// The form, page or source by which the person came.
    package internal(set) var form: ClaimedCell?
    /// Whether the opt-in was single or double.
    package internal(set) var method: ClaimedCell?
    /// The wording that the person saw.
    package internal(set) var wording: ClaimedCell?
    /// Times that an import fills too: one that many rows share to the second is the moment of an import.
    package internal(set) var moments: [ClaimedCell] = []
    /// Filled columns that look like consent and are none: a state, a bare yes, the time of an import.
    package internal(set) var mistaken: [ClaimedCell] = []

    /// Whether the row claims an opt-in.
    package var isClaim: Bool { lacks.isEmpty }
}
