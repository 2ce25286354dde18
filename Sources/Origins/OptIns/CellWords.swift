internal import StrictYAML

/// Values of a cell that mean one thing, compared as words.
///
/// Case and what stands between words do not count; of a cell that holds several labels one is enough. A star
/// at the end lets the value go on.
package struct CellWords: Sendable, Hashable {
    /// The values as the layout writes them.
    package let texts: [String]
    private let whole: Set<String>
    private let beginnings: Set<String>

    /// Longer cells hold texts, not values.
    private static let longestCell = 1_000

    init(_ texts: [String]) {
        self.texts = texts
        whole = Set(texts.filter { !$0.hasSuffix("*") }.map { WordText($0).text })
        beginnings = Set(texts.filter { $0.hasSuffix("*") }.map { WordText($0).text })
    }

    init(reading node: YAMLNode) throws(YAMLError) {
        let texts = try node.texts()
        guard !texts.isEmpty else { throw node.error("at least one value is needed") }
        for text in texts where WordText(text).isEmpty {
            throw node.error("a value needs a letter or a digit")
        }
        self.init(texts)
    }

    /// Whether a cell holds one of the values.
    func fits(_ cell: String) -> Bool {
        guard !cell.isEmpty, cell.utf8.count <= Self.longestCell else { return false }
        if fits(label: cell[...]) { return true }
        let labels = cell.split { ",;|[]\n\r".contains($0) || $0 == "\r\n" }
        return labels.count > 1 && labels.contains { fits(label: $0) }
    }

    private func fits(label: Substring) -> Bool {
        let text = WordText(String(label)).text
        return whole.contains(text) || beginnings.contains { text.hasPrefix($0) }
    }
}
