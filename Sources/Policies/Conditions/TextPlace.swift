import StrictYAML

/// A place in a file.
public struct TextPlace: Sendable, Hashable {
    /// 1-based.
    public let line: Int
    /// 1-based, in Unicode scalars.
    public let column: Int
}

extension YAMLNode {
    /// Where the node begins.
    var place: TextPlace { TextPlace(line: line, column: column) }
}
