/// One row on its way into a table.
struct ContainerRow: Hashable, Sendable {
    var cells: [String]
    /// Where its owner finds it.
    var place: SourcePlace
}
