import Foundation
import Policies
import Testing

@Suite("The page of facts in the manual")
struct FactsPageTests {
    static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Commands/Commands.docc/Facts.md")

    /// Set `CONSENTGATE_REWRITE_MANUAL` to write the page anew.
    @Test("is the vocabulary, byte for byte")
    func page() throws {
        let text = Self.text
        if ProcessInfo.processInfo.environment["CONSENTGATE_REWRITE_MANUAL"] != nil {
            try Data(text.utf8).write(to: Self.page)
        }
        #expect(try Data(contentsOf: Self.page) == Data(text.utf8))
    }

    @Test("a type is told on one line, whatever it is", arguments: Fact.allCases)
    func brief(fact: Fact) {
        #expect(fact.type.brief.count <= 400)
        #expect(!fact.type.brief.contains("|"))
    }

    static var text: String {
        var text = """
            # Facts

            Everything that a policy can ask about a contact, the list and the mailing.

            ## How to read this

            A test writes this page from the program's own vocabulary and fails when they differ. `consentgate policy facts`
            tells the same, and `consentgate policy facts row.country` one of them in full. Every comparison with a fact that is
            unknown is false; only `known: false` asks for the unknown itself.

            """
        for group in FactDefinition.Group.allCases {
            let title = group.description.prefix(1).uppercased() + group.description.dropFirst()
            text +=
                "\n## \(title)\n\n| fact | means | values | comes from | is unknown |\n| --- | --- | --- | --- | --- |\n"
            for definition in Fact.allCases.map(\.definition) where definition.group == group {
                text +=
                    "| `\(definition.name)` | \(definition.meaning) | \(definition.type.brief) "
                    + "| \(definition.source) | \(definition.unknown) |\n"
            }
        }
        return text
    }
}
