import ArgumentParser
import Files
import Policies

/// What somebody declares about a list and its sending.
struct DeclarationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What is so: a fact as in sending.oneClick=true, or a file of such lines (name: value). May be repeated.",
            valueName: "fact=value|file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var declare: [String] = []

    /// What was declared; nil for nothing.
    func told() throws -> ToldFacts? {
        declare.isEmpty ? nil : try Self.facts(declare)
    }

    /// Reads facts and files of facts.
    static func facts(_ texts: [String]) throws -> ToldFacts {
        var told = ToldFacts(.declaration)
        for text in texts {
            let isFile = !text.contains("=") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
            if isFile {
                let bytes = try InputFile.contents(of: text, limit: 1 << 20)
                try told.add(file: String(decoding: bytes, as: UTF8.self), named: text)
            } else {
                try told.add(text)
            }
        }
        return told
    }
}

extension ToldFacts {
    /// The facts about the sending, as the ledger remembers them for a purpose.
    var remembered: [String: String] {
        Dictionary(
            uniqueKeysWithValues: values.filter { $0.key.source == .declared }
                .map { ($0.key.name, $0.value.description) })
    }

    /// The facts of an opt-in, as its record keeps them: without the group.
    var told: [String: String] {
        Dictionary(
            uniqueKeysWithValues: values.map { fact, value in
                (String(fact.name.drop { $0 != "." }.dropFirst()), value.description)
            })
    }
}
