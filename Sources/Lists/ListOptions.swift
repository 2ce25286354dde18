/// What the user said about a list, where it does not speak for itself.
package struct ListOptions: Hashable, Sendable {
    /// The column of the addresses: a name, or a number from 1; nil to find it.
    package var addressColumn: String?

    /// What was said; nothing, unless given.
    package init(addressColumn: String? = nil) {
        self.addressColumn = addressColumn
    }
}
