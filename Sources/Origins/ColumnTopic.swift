/// What a column is about that says nothing of where a contact came from.
///
/// Apart from ``ColumnMeaning``, so that it changes no origin.
public enum ColumnTopic: String, Sendable, CaseIterable {
    /// The contact's country.
    case country
    /// The date of birth, or the age.
    case birthday
    /// Numbers of telephones and fax machines.
    case telephone
    /// Free text about the person.
    case notes
}

extension Recognition {
    /// The columns that are about something, in their order; none without a header.
    public func columns(about topic: ColumnTopic) -> [Int] {
        guard headerIndex != nil else { return [] }
        return headers.indices.filter { vocabulary.topics[ColumnName(headers[$0])] == topic }
    }

    /// Whether there are columns that mail does not need: birthday, telephone, profile, notes.
    public var hasExcessColumns: Bool {
        meanings.contains { $0 == .profile || $0 == .note }
            || [ColumnTopic.birthday, .telephone, .notes].contains { !columns(about: $0).isEmpty }
    }
}
