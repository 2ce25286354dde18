package import Consent

/// What is recorded of one subject for one purpose, under one key: the least that can be destroyed.
package struct SubjectThread: Sendable {
    /// Its row in the vault.
    package let id: Int64
    let lookup: [UInt8]
    /// For which purpose; ``Purpose/everything`` for what is of all mail.
    package let purpose: Purpose
    /// Its events in the order of the log; never empty.
    package let events: [SubjectEvent]
    /// The place in the log of the last of them.
    var last: Int64 { events.last?.sequence ?? -1 }
}
