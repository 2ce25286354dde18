import StrictYAML
import Suggestions

/// The policies that another may build on, by name.
public struct PolicyLibrary: Sendable {
    /// The names, for messages.
    public let names: [String]
    /// The file of a policy, nil if there is none of that name.
    private let find: @Sendable (String) -> PolicySource?

    /// The policies that came with the program.
    public static let shipped = PolicyLibrary(names: ShippedPolicies.names) { name in
        ShippedPolicies.source(named: name)
    }

    /// A library of one's own.
    public init(names: [String], find: @escaping @Sendable (String) -> PolicySource?) {
        self.names = names
        self.find = find
    }

    /// The file that a policy names after `extends:`.
    func source(_ name: YAMLNode) throws(YAMLError) -> PolicySource {
        let text = try name.slug()
        guard let source = find(text) else {
            throw name.unknown("policy", text, among: names + [Catalogue.name])
        }
        return source
    }
}
