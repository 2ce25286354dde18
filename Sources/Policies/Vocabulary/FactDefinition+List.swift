extension FactDefinition {
    /// The facts of the list, in the order of ``Fact``.
    static let ofList = [
        FactDefinition(
            .listLinkedInExport, "list.linkedinExport", .boolean, from: .list,
            "The file is LinkedIn's own export of connections."),
        FactDefinition(
            .listExcessColumns, "list.excessColumns", .boolean, from: .list,
            "The list has columns that mail does not need: birthday, telephone, profile, notes."),
        FactDefinition(
            .listCoverage, "list.coverage", .number(.percent), from: .list,
            "Of a hundred rows with an address, how many have a yes with evidence.",
            unknown: "Until the last row was read."),
        FactDefinition(
            .listSameSecond, "list.sameSecond", .number(.percent), from: .list,
            "Of a hundred yeses, how many share the busiest second; 0 for fewer than 20 in one second.",
            unknown: "Until the last row was read."),
    ]
}
