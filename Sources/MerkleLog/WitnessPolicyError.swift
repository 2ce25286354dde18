/// A policy for witnesses that cannot be read.
public struct WitnessPolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in words.
    public let what: String
    /// The line, from 1; nil where something is missing as a whole.
    public let line: Int?
    /// What to do next.
    public let hint: String

    init(_ what: String, line: Int?, hint: String = "the form of its lines is that of c2sp.org/tlog-policy") {
        (self.what, self.line, self.hint) = (what, line, hint)
    }

    /// What was wrong, where, and what to do next, in one line.
    public var description: String { "\(line.map { "line \($0): " } ?? "")\(what) (\(hint))" }
}
