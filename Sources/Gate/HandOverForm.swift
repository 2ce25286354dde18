import HandOver
import Origins
import Tables

/// The accepted rows as contacts in the form of a tool.
struct HandOverForm {
    private(set) var writer: HandOverWriter
    private let firstName: Int?
    private let lastName: Int?
    private let fullName: Int?

    /// - Parameters:
    ///   - tool: Who imports the contacts.
    ///   - list: What the columns of the list are for.
    init(_ tool: Tool, of list: Recognition) {
        writer = HandOverWriter(tool)
        firstName = list.meanings.firstIndex(of: .firstName)
        lastName = list.meanings.firstIndex(of: .lastName)
        fullName = list.meanings.firstIndex(of: .fullName)
    }

    /// What stands before the first contact.
    mutating func beginning() -> [UInt8] { writer.beginning() }

    /// Appends a contact for each address of an accepted row.
    ///
    /// An address that stood before adds nothing: a policy may let it pass again, and a tool needs it once.
    mutating func append(_ slot: RowSlot, to output: inout [UInt8]) {
        func text(_ column: Int?) -> String? { column.map { slot.record.text($0) } }
        for address in slot.firstSeen {
            writer.append(
                HandOverContact(
                    address: address, firstName: text(firstName), lastName: text(lastName),
                    fullName: text(fullName)),
                to: &output)
        }
    }
}
