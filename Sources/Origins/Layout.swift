public import Consent
internal import StrictYAML

/// What the lists that one tool writes look like, and what they say about their contacts.
///
/// Read from a file under `Layouts`, one for each layout; its keys are described in `Layout+Reading.swift`.
public struct Layout: Sendable {
    /// What a layout says about every row of the file.
    public struct Implication: Sendable, Hashable {
        /// Where the contacts came from.
        public let origin: Origin
        /// How much the columns say that.
        public let strength: SignalStrength
    }

    /// What a layout says about a row in which one column is filled.
    struct RowMark: Sendable {
        /// The names under which the column goes.
        let names: [ColumnName]
        /// What must stand in it, as words; empty for anything.
        let values: Set<String>
        /// What it is a sign of.
        let implication: Implication
    }

    /// A header and a row as the tool writes them, and what is to be made of them.
    package struct Example: Sendable {
        /// The names of the columns.
        package let header: [String]
        /// The cells of an invented contact.
        package let row: [String]
        /// The origin that must be recognised.
        package let origin: Origin
    }

    /// A stable word for machines (`linkedin-connections`).
    public let id: String
    /// What it is, for people.
    public let title: String
    /// The tool that writes it.
    public let tool: String
    /// Where such files were seen, and how sure that is.
    package let evidence: String
    /// What every row of such a file is a sign of, if anything.
    public let implication: Implication?
    /// The header in each language and generation; one of them is enough.
    public let headers: [HeaderSet]
    /// Columns that must not be there.
    let mustNot: [ColumnName]
    /// What columns mean in this layout, before the general vocabulary is asked.
    let columns: [ColumnName: ColumnMeaning]
    /// Where names of columns are spelt as the tool writes them; folded only for somebody who asks.
    let spelt: [YAMLNode]
    /// Signs of single rows.
    let marks: [RowMark]
    /// What in its rows claims an opt-in; nil where the general rule is enough.
    package let claim: ClaimRule?
    /// What in its rows says that a contact must not be mailed.
    package let stops: [StopRule]
    /// Sentences before the header that prove the layout, folded as names of columns are.
    let preamble: [BytePattern]
    /// One example, which a test runs.
    package let example: Example

    /// The header set that a header agrees with best, and by how many columns; nil if with none.
    func agreement(with header: HeaderNames) -> (set: HeaderSet, columns: Int)? {
        guard !mustNot.contains(where: { header.all.contains($0) }) else { return nil }
        var best: (set: HeaderSet, columns: Int)?
        for set in headers {
            guard let columns = set.agreement(with: header) else { continue }
            if best.map({ $0.columns < columns }) ?? true { best = (set, columns) }
        }
        return best
    }

    /// The names of columns as the file spells them.
    var spellings: [ColumnName: String] { Self.spellings(in: spelt) }
}
