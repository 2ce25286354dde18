import ArgumentParser
import Policies
import Suggestions

/// Tells what a policy can ask.
struct PolicyFactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract:
            "Tell every fact that a policy can ask for: its values, where it comes from, when it is unknown.",
        discussion: """
            Example:
              consentgate policy facts row.country
            """)

    @Argument(help: "A fact, or a group of them such as row; all unless given.")
    var name: String?

    @OptionGroup var form: AnswerOptions

    func run() throws {
        guard let name else {
            return try Terminal.answer(
                FactsAnswer(definitions: Fact.allCases.map(\.definition), isInFull: false), asJSON: form.json)
        }
        if let fact = Fact(named: name) {
            return try Terminal.answer(
                FactsAnswer(definitions: [fact.definition], isInFull: true), asJSON: form.json)
        }
        let definitions = Fact.allCases.map(\.definition).filter { $0.group.rawValue == name }
        guard !definitions.isEmpty else {
            let names = Fact.allCases.map(\.name) + FactDefinition.Group.allCases.map(\.rawValue)
            throw Complaint(
                "there is no fact \"\(name.prefix(80))\"",
                hint: nearestName(to: name, among: names).map { "Did you mean \"\($0)\"?" }
                    ?? "`consentgate policy facts` names all.")
        }
        try Terminal.answer(FactsAnswer(definitions: definitions, isInFull: false), asJSON: form.json)
    }
}
