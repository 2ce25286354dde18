/// Where an example of the catalogue does not hold in a policy.
public struct CatalogueExampleResult: Sendable, Hashable {
    /// The example.
    public let example: CatalogueExample
    /// The ids of rules that should fire and do not.
    public let silent: [String]
    /// The ids of rules that should not fire and do.
    public let fired: [String]

    /// Where expected and actual differ, as lines with `-` and `+`.
    public var difference: String {
        var text = "\(example.file):\(example.line): \(example.name)"
        for id in silent { text += "\n  - \(id) fires\n  + \(id) is silent" }
        for id in fired { text += "\n  - \(id) is silent\n  + \(id) fires" }
        return text
    }
}
