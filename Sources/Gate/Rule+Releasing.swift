package import Ledger
package import Policies

extension Rule {
    /// Whether somebody in a role may lift the rule's hold for a contact.
    package func canBeReleased(by role: ReleaseTerms.Role) -> Bool {
        guard effect == .hold else { return false }
        switch override {
        case .never: return false
        case .dpo: return role == .dpo
        case .user: return true
        }
    }
}
