import Consent
import Foundation
import Ledger
import Policies
import Rights
import TestSupport
import Testing

@Suite("The words of receipts and letters")
struct WordsTests {
    @Test("are the same phrases with the same blanks in every language")
    func agree() throws {
        let english = try Words.of(.english).all
        for language in Language.allCases {
            let other = try Words.of(language).all
            #expect(Set(other.keys) == Set(english.keys))
            for (name, text) in english {
                #expect(
                    Self.blanks(text) == Self.blanks(other[name] ?? ""), "\(name) in \(language.rawValue)")
            }
        }
    }

    private static func blanks(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
    }

    @Test("name every kind of event, method, state, verdict, request, answer and reason of a stop")
    func nameEverything() throws {
        let names =
            EventKind.allCases.map { "kind-\($0.rawValue)" }
            + CollectionMethod.allCases.map { "method-\($0.rawValue)" }
            + ConsentState.allCases.map { "state-\($0.rawValue)" }
            + Verdict.allCases.map { "verdict-\($0.rawValue)" }
            + RequestKind.allCases.map { "ask-\($0.rawValue)" }
            + RequestAnswer.allCases.map { "answer-\($0.rawValue)" }
            + SuppressionReason.allCases.map { "because-\($0.rawValue)" }
            + EvidenceKind.allCases.map { "proof-\($0.rawValue)" }
            + Fact.allCases.filter { $0.definition.source == .record }.map { "told-\($0.name.dropFirst(7))" }
        for language in Language.allCases {
            let words = try Words.of(language).all
            #expect(names.filter { words[$0] == nil } == [])
        }
    }

    @Test("say nothing that the sources do not ask for")
    func noneIsIdle() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Rights").standardizedFileURL
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var source = ""
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", file.lastPathComponent != "Phrase.swift" else { continue }
            source += try String(contentsOf: file, encoding: .utf8)
        }
        let families = ["kind", "method", "state", "ask", "answer", "because", "verdict", "told", "proof"]
        let idle = try Words.of(.english).all.keys.filter { name in
            let parts = name.split(separator: "-").map(String.init)
            guard let first = parts.first, !families.contains(first) else { return false }
            let camel = first + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            return !source.contains(".\(camel)")
        }
        #expect(idle == [])
    }

    @Test(
        "tell a span in words, one of a unit and several",
        arguments: [
            (Language.english, "P3Y", "3 years"), (.english, "P1Y6M", "1 year, 6 months"),
            (.german, "P3Y", "3 Jahre"), (.german, "P1M", "1 Monat"), (.german, "P1W1D", "1 Woche, 1 Tag"),
            (.english, "as long as you subscribe", "as long as you subscribe"),
        ])
    func spans(language: Language, text: String, words: String) throws {
        #expect(try Words.of(language).retention(text) == words)
    }

    @Test(
        "tell facts of an act in words",
        arguments: [
            ("evidenceKind", "form-submission", "What the evidence is: the form as it was sent"),
            ("boxTicked", "true", "The box was ticked: yes"),
            ("byScanner", "false", "A mail scanner may have clicked instead of you: no"),
            ("expiresAt", "2027-01-01T00:00:00Z", "When your yes ends: 2027-01-01, 00:00 UTC"),
            ("somethingElse", "7", "Noted: somethingElse: 7"),
        ])
    func facts(name: String, value: String, line: String) throws {
        let told = try Words.of(.english).told(name, value)
        #expect("\(told.name): \(told.value)" == line)
    }
}
