/// What is wrong with a text in UTF-16.
enum UTF16Flaw: Hashable, Sendable {
    /// The text ends after the first of the two bytes of a unit.
    case oddByte
    /// One half of a character that takes two units stands without the other.
    case loneSurrogate
}
