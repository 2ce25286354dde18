/// Why a tool does not mail a contact any more.
package enum StopKind: String, Sendable, CaseIterable {
    /// The person unsubscribed: a withdrawal.
    case unsubscribed
    /// The mailbox refused mail for good.
    case bounced
    /// The person called a mail spam.
    case complained
    /// The tool or its user blocks the address.
    case blocked
}
