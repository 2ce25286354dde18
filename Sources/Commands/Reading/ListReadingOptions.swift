import ArgumentParser
import Claims
import Lists
import Origins

/// What a user may say of a list where it does not speak for itself; the same for every command that reads one.
struct ListReadingOptions: ParsableArguments {
    @Option(
        name: .customLong("email-column"),
        help: ArgumentHelp(
            "The column of the addresses: its name, or its number from 1. The same as --map email=.",
            valueName: "column"))
    var emailColumn: String?

    @Option(
        help: ArgumentHelp(
            "What columns are for or tell, by name or number from 1, as in email=Kontakt,source=3,row.customer=Kunde.",
            valueName: "meaning=column,…"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "The member of an archive, or the sheet of a workbook, in which the list is.", valueName: "name"))
    var member: String?

    /// What was said of the columns.
    func columns() throws -> ColumnMap {
        var columns = try ColumnMap(parsing: map)
        if let emailColumn { try columns.set(.address, column: emailColumn) }
        return columns
    }

    /// Tells a request of an import what was said.
    func tell(_ request: inout some ListRequest) throws {
        request.columns = try columns()
        request.member = member
    }
}
