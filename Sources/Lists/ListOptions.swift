/// What the user said about a list, where it does not speak for itself.
package struct ListOptions: Hashable, Sendable {
    /// The column of the addresses: a name, or a number from 1; nil to find it.
    package var addressColumn: String?

    /// The member of an archive, or the sheet of a workbook; nil to find it.
    package var member: String?

    /// What was said; nothing, unless given.
    package init(addressColumn: String? = nil, member: String? = nil) {
        self.addressColumn = addressColumn
        self.member = member
    }
}
