import StrictYAML
import Suggestions

/// Facts that people tell: of the sending and of a list when it is vetted, or of an opt-in when it is recorded.
public struct ToldFacts: Sendable, Hashable {
    /// Who tells.
    public enum Occasion: Sendable, Hashable {
        /// Somebody who has a list vetted.
        case declaration
        /// Somebody who records an opt-in.
        case optIn

        /// The facts that may be told then.
        public var facts: [Fact] {
            Fact.allCases.filter { fact in
                switch self {
                case .declaration: fact.source == .declared || fact.source == .column
                case .optIn: fact.source == .record
                }
            }
        }
    }

    /// On which occasion they are told.
    public let occasion: Occasion
    /// What was told.
    public private(set) var values: [Fact: FactValue] = [:]

    /// Nothing told yet.
    public init(_ occasion: Occasion) { self.occasion = occasion }

    /// Reads a file of facts, one `name: value` a line (YAML).
    ///
    /// - Parameter file: Its name, for errors.
    /// - Throws: ``PolicyError`` with the place.
    public mutating func add(file text: String, named file: String) throws(PolicyError) {
        do throws(YAMLError) {
            for (key, value) in try YAMLDocument.parse(text, file: file).mapping().pairs {
                let name = try key.nonEmptyText()
                guard let fact = fact(name) else {
                    throw key.unknown("fact", name, among: occasion.facts.map(\.name))
                }
                let cell = try fact.type.cell(parsing: value, of: fact)
                var facts = Facts()
                facts.store(cell: cell, in: fact)
                values[fact] = facts[fact]
            }
        } catch {
            throw PolicyError(.malformed, error)
        }
    }

    /// Reads one fact, as in `sending.oneClick=true`; the group may be left out where no two facts differ by it alone.
    public mutating func add(_ assignment: String) throws(FactTextError) {
        let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else {
            throw FactTextError(
                "A fact is told as name=value.", hint: "As in \(occasion.facts.first?.name ?? "name")=true.")
        }
        guard let fact = fact(String(parts[0])) else { throw unknown(String(parts[0])) }
        values[fact] = try FactValue(parsing: String(parts[1]), of: fact)
    }

    /// The fact of a name that may be told on this occasion, with its group or without.
    private func fact(_ name: String) -> Fact? {
        let known = occasion.facts
        if let fact = known.first(where: { $0.name == name }) { return fact }
        let short = known.filter { $0.name.split(separator: ".").last.map(String.init) == name }
        return short.count == 1 ? short.first : nil
    }

    private func unknown(_ name: String) -> FactTextError {
        let names = occasion.facts.map(\.name)
        let shown = String(name.prefix(60).filter { !$0.isNewline && $0 != "@" })
        if let fact = Fact(named: name) {
            return FactTextError(
                "\(fact.name) cannot be told here: \(fact.source).", hint: "Leave it out.")
        }
        let hint =
            nearestName(to: name, among: names).map { "Did you mean \"\($0)\"?" }
            ?? "Known are: \(names.joined(separator: ", "))."
        return FactTextError("There is no fact \"\(shown)\".", hint: hint)
    }
}
