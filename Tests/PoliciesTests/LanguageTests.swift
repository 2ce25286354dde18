import Testing

@testable import Policies

@Suite("The texts of a language")
struct LanguageTests {
    private static func ids() throws -> Set<String> {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        return Set((policy.rules + policy.rulesOff).map(\.id))
    }

    @Test("are there for every rule of the catalogue, and for nothing else", arguments: Language.allCases)
    func complete(language: Language) throws {
        let texts = try ShippedPolicies.texts(in: language).get()
        #expect(texts.language == language)
        let (rules, told) = (try Self.ids(), Set(texts.byRule.keys))
        #expect(rules.subtracting(told).sorted() == [], "rules without a text")
        #expect(told.subtracting(rules).sorted() == [], "texts without a rule")
    }

    @Test("are whole sentences of their own", arguments: Language.allCases)
    func sentences(language: Language) throws {
        let texts = try ShippedPolicies.texts(in: language).get().byRule
        for (id, text) in texts {
            for sentence in [text.reason, text.cure] {
                #expect(sentence.last.map { ".?!".contains($0) } ?? false, "\(id): \(sentence)")
                #expect(sentence.utf8.count >= 12, "\(id): \(sentence)")
            }
        }
        #expect(Set(texts.values.map(\.reason)).count == texts.count, "two rules give the same reason")
    }

    @Test("differ from English", arguments: Language.allCases.filter { $0 != .english })
    func translated(language: Language) throws {
        let english = try ShippedPolicies.texts(in: .english).get().byRule
        for (id, text) in try ShippedPolicies.texts(in: language).get().byRule {
            #expect(text.reason != english[id]?.reason && text.cure != english[id]?.cure, "\(id)")
        }
    }

    @Test("are told by a policy that is read in that language")
    func spoken() throws {
        let german = try ShippedPolicies.policy(named: "gdpr", language: .german)
        let english = try ShippedPolicies.policy(named: "gdpr")
        #expect(german.rules.map(\.id) == english.rules.map(\.id))
        #expect(german.phrase(.otherOfCell, ["place": "2", "count": "3"]).contains("2 von 3"))
        #expect(english.phrase(.seen, ["signs": "x"]) == "Seen: x.")
    }
}
