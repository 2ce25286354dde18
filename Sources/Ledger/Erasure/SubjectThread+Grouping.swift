import Consent

extension SubjectThread {
    /// Whose it is: the same for every thread of a subject, and nothing that tells who.
    package var subject: [UInt8] { lookup }

    /// The place in the log of its first event.
    package var place: Int64 { events.first?.sequence ?? -1 }
}
