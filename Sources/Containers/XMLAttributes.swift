/// The attributes of an element, by names without prefixes.
struct XMLAttributes: Sendable {
    private let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs
    }

    /// The value of an attribute, or nil.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// Whether an attribute is there and says yes.
    func isTrue(_ name: String) -> Bool { self[name] == "1" || self[name] == "true" }
}
