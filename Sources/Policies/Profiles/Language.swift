/// In which language people are told reasons and cures.
public enum Language: String, Sendable, CaseIterable {
    /// English, which everything else that the program says is in.
    case english = "en"
    /// German.
    case german = "de"
}
