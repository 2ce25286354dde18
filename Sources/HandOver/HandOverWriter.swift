internal import Consent
internal import Tables

/// Writes contacts in the form that a tool imports, one after the other in constant memory.
///
/// A name that a spreadsheet program would run as a formula, or that is too long for the tool, is left out and
/// counted; an apostrophe in front would stay in the name, for no tool takes it away again.
package struct HandOverWriter: Sendable {
    /// The tool.
    package let tool: Tool
    /// What became of the contacts so far.
    package private(set) var tally = HandOverTally()
    private var writer: RecordWriter

    /// A writer that has written nothing yet.
    package init(_ tool: Tool) {
        self.tool = tool
        writer = RecordWriter(dialect: tool.dialect)
    }

    /// What stands before the first contact: the byte order mark and the names of the columns.
    package mutating func beginning() -> [UInt8] {
        var beginning: [UInt8] = []
        writer.appendPrologue(to: &beginning)
        if tool.hasHeader { writer.append(cells: tool.columns.map(\.name), to: &beginning) }
        tally.bytes += UInt64(beginning.count)
        return beginning
    }

    /// Appends a contact, unless the tool does not take its address.
    package mutating func append(_ contact: HandOverContact, to output: inout [UInt8]) {
        let address = contact.address.normalized
        guard takes(address, isPlain: contact.address.localPart.utf8.allSatisfy { $0 < 0x80 }) else {
            tally.addressesLeftOut += 1
            return
        }
        let name = tool.takesNames ? ContactName(contact, replacing: tool.replaced) : nil
        let texts = tool.columns.map { column in
            name.flatMap { $0.text(for: column.content) }
        }
        let isNameFit = zip(tool.columns, texts).allSatisfy { column, text in
            text.map { fits($0, column) } ?? true
        }
        if !isNameFit { tally.namesLeftOut += 1 }
        let cells = zip(tool.columns, texts).map { column, text in
            switch column.content {
            case .address: address
            case .constant(let constant): constant
            case .empty: ""
            case .fullName, .firstName, .lastName: isNameFit ? text ?? "" : ""
            }
        }
        let before = output.count
        writer.append(cells: cells, to: &output)
        tally.contacts += 1
        tally.bytes += UInt64(output.count - before)
    }

    private func takes(_ address: String, isPlain: Bool) -> Bool {
        guard isPlain || !tool.wantsPlainAddresses, !looksLikeFormula(address) else { return false }
        return tool.columns.allSatisfy { $0.content != .address || $0.longest.holds(address) }
    }

    private func fits(_ text: String, _ column: ToolColumn) -> Bool {
        guard column.longest.holds(text), neutralisingFormula(text) == text else { return false }
        return !tool.refusesEmoji
            || text.unicodeScalars.allSatisfy { $0.value <= 0xFFFF && !$0.properties.isEmojiPresentation }
    }
}
