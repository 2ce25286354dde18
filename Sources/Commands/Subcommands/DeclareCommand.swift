import ArgumentParser
import CanonicalJSON
import Consent
import Gate
import Ledger
import Policies

/// Remembers facts about the sending for a purpose, and says which a policy asks for.
struct DeclareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract:
            "Declare facts about the sending, once for a purpose; without facts, show them and what is asked.",
        discussion: """
            Some policies ask for more than the list shows: a contract with the newsletter
            tool, a one-click stop, an entry in the register. What is declared stands in the
            open log, with its day, and in every certificate. A fact without a value
            (sending.oneClick=) is taken back. What people are told of a purpose is declared
            here too: notice.recipients, notice.storedIn, notice.retention,
            notice.withdrawAt, notice.sensitive.

            Examples:
              consentgate declare --purpose newsletter \\
                  sending.oneClick=true sending.processorContract=true
              consentgate declare --purpose newsletter \\
                  notice.retention=P3Y notice.recipients="Mailer Inc, US"
              consentgate declare --purpose newsletter --policy strict-de
            """)

    @Argument(
        help: ArgumentHelp(
            "Facts as in sending.oneClick=true, or files of such lines (name: value).",
            valueName: "fact=value|file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var facts: [String] = []

    @Option(help: "What the mail is for.", completion: .list([Purpose.newsletter.id]))
    var purpose: String

    @OptionGroup var judging: PolicyOptions
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func run() throws {
        let notices = try NoticeReading.details(facts)
        let rest = facts.filter { !NoticeReading.isOne($0) }
        let taken = rest.filter { $0.hasSuffix("=") }.map { String($0.dropLast()) }
        let told = try DeclarationOptions.facts(rest.filter { !$0.hasSuffix("=") })
        if let fact = told.values.keys.first(where: { $0.source != .declared }) {
            throw Complaint(
                "\(fact.name) is about the contacts of one list and is not remembered.",
                hint: "Declare it when that list is vetted: vet LIST --declare \(fact.name)=…")
        }
        let (ledger, policy) = try judging.open(place)
        let purpose = try Typed.purpose(purpose, in: ledger)
        var changes = told.remembered
        changes.merge(notices) { _, notice in notice }
        for name in taken { changes[try Self.declared(name).name] = "" }
        try ledger.declare(changes, for: purpose)
        let asked = Set(policy.policy.rules.filter(\.isAsked).flatMap(\.facts))
        try Terminal.answer(
            DeclarationsAnswer(
                purpose: purpose, policy: policy.policy.id, declarations: ledger.declarations(for: purpose),
                asked: Fact.allCases.filter { $0.source == .declared && asked.contains($0) }),
            asJSON: form.json)
    }

    private static func declared(_ name: String) throws -> Fact {
        let full = name.contains(".") ? name : "sending." + name
        guard let fact = Fact(named: full), fact.source == .declared else {
            throw Complaint("There is no such declared fact.", hint: "See consentgate policy facts.")
        }
        return fact
    }
}

/// What was declared for a purpose, and what a policy asks for.
private struct DeclarationsAnswer: Answer {
    let purpose: Purpose
    let policy: String
    let declarations: [String: Declaration]
    let asked: [Fact]

    private var undeclared: [Fact] { asked.filter { declarations[$0.name] == nil } }

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        for (name, declaration) in declarations.sorted(by: { $0.key < $1.key }) {
            lines.add(name, "\(declaration.value) (since \(declaration.at.day))")
        }
        var text = declarations.isEmpty ? "Nothing is declared for \(purpose).\n" : lines.text
        if !undeclared.isEmpty {
            text += "\nThe policy \(policy) also asks:\n"
            for fact in undeclared { text += "  \(fact.name)  \(fact.definition.meaning)\n" }
            let example = undeclared.map { "\($0.name)=…" }.joined(separator: " ")
            text += "Declare it with: consentgate declare --purpose \(purpose) \(example)\n"
        } else if !asked.isEmpty {
            text += "\nAll that the policy \(policy) asks for is declared.\n"
        }
        return text
    }

    var json: JSONValue {
        .object(of: [
            "purpose": .string(purpose.id), "policy": .string(policy),
            "declarations": .object(
                declarations.sorted { $0.key < $1.key }.map { name, declaration in
                    .init(
                        name,
                        .object(of: [
                            "value": .string(declaration.value), "at": .string(declaration.at.description),
                        ]))
                }),
            "undeclared": .array(undeclared.map { .string($0.name) }),
        ])
    }
}
