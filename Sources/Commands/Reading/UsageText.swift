/// What the parser of arguments says about a wrong usage, without what must not be said.
package enum UsageText {
    /// Leaves out whatever argument looks like an address: the parser quotes the argument that it did not expect.
    package static func withoutAddresses(_ text: String, _ arguments: [String]) -> String {
        var told = text
        for argument in arguments where argument.contains("@") {
            told = told.replacing(argument, with: "…@…")
        }
        return told
    }
}
