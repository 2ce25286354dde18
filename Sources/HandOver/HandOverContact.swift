package import Consent

/// A contact on the way to a tool: the address and the name, and nothing else of the list.
///
/// It prints as its shortened address.
package struct HandOverContact: Hashable, Sendable {
    /// The address.
    package let address: EmailAddress
    /// The given name as the list has it.
    package let firstName: String?
    /// The family name as the list has it.
    package let lastName: String?
    /// The whole name as the list has it.
    package let fullName: String?

    /// A contact with what is known of the name.
    package init(
        address: EmailAddress, firstName: String? = nil, lastName: String? = nil, fullName: String? = nil
    ) {
        self.address = address
        self.firstName = firstName
        self.lastName = lastName
        self.fullName = fullName
    }
}

extension HandOverContact: CustomStringConvertible, CustomReflectable {
    /// The shortened address.
    package var description: String { address.shortened }
    /// Nothing but the shortened address, so that a dump shows no more.
    package var customMirror: Mirror { Mirror(self, children: ["address": address.shortened]) }
}
