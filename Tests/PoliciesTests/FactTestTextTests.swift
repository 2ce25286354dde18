import StrictYAML
import Testing

@testable import Policies

@Suite("A condition as text")
struct FactTestTextTests {
    func condition(_ text: String) throws -> Condition {
        try Condition(parsing: YAMLDocument.parse(text, file: "x.yaml"))
    }

    @Test(
        "is what its author would write, and reads again as the same",
        arguments: [
            ("{record.state: given}", "record.state: given"),
            ("{fact: record.state, is: given}", "record.state: given"),
            ("{record.state: [given]}", "record.state: given"),
            ("{record.evidence: [intact, hash-only]}", "record.evidence: [intact, hash-only]"),
            ("{row.country: []}", "row.country: []"),
            ("{row.ragged: no}", "row.ragged: false"),
            ("{row.age: 16}", "row.age: 16"),
            ("{row.address: {known: false}}", "row.address: {known: false}"),
            ("{record.grade: {atLeast: form}}", "record.grade: {atLeast: form}"),
            ("{row.age: {atLeast: 13, atMost: 15}}", "row.age: {atLeast: 13, atMost: 15}"),
            ("{record.givenAt: {olderThan: 24 months}}", "record.givenAt: {olderThan: 24 months}"),
            ("{record.givenAt: {olderThan: 2 years}}", "record.givenAt: {olderThan: 24 months}"),
            ("{record.givenAt: {olderThan: 48 hours}}", "record.givenAt: {olderThan: 2 days}"),
            ("{record.givenAt: {after: run.now}}", "record.givenAt: {after: run.now}"),
            (
                "{record.givenAt: {after: run.now, by: 300 seconds}}",
                "record.givenAt: {after: run.now, by: 5 minutes}"
            ),
            (
                "{record.givenAt: {before: 2026-10-02T09:15:00Z, by: 1 second}}",
                "record.givenAt: {before: 2026-10-02T09:15:00Z, by: 1 second}"
            ),
            (
                "{any: [{not: {row.ragged: true}}, {all: [{row.ragged: true}, {row.repeated: true}]}]}",
                "any: [{not: {row.ragged: true}}, {all: [{row.ragged: true}, {row.repeated: true}]}]"
            ),
        ])
    func text(written: String, text: String) throws {
        let read = try condition(written)
        #expect(read.description == text)
        #expect(try condition("{\(text)}") == read)
    }

    @Test("every test of the catalogue reads again as the same")
    func catalogue() throws {
        let policy = try ShippedPolicies.policy(named: "gdpr")
        for rule in policy.rules + policy.rulesOff {
            #expect(try condition("{\(rule.when)}").description == rule.when.description)
        }
    }

    @Test("each part knows where its author wrote it")
    func places() throws {
        let node = try YAMLDocument.parse(
            "all:\n  - record.state: given\n  - any: [{row.ragged: true}, {fact: row.age, known: false}]\n"
                + "  - not:\n      row.repeated: true\n", file: "x.yaml")
        let condition = try Condition(parsing: node)
        let places = Condition.places(in: node)
        #expect(
            condition.parts.map(\.description) == [
                condition.description, "record.state: given",
                "any: [{row.ragged: true}, {row.age: {known: false}}]",
                "row.ragged: true", "row.age: {known: false}", "not: {row.repeated: true}",
                "row.repeated: true",
            ])
        #expect(places.map(\.line) == [1, 2, 3, 3, 3, 4, 5])
        #expect(places.map(\.column) == [1, 5, 5, 11, 31, 5, 7])
    }

    @Test("every rule has a place for every part", arguments: ShippedPolicies.names)
    func everyPart(name: String) throws {
        let policy = try ShippedPolicies.policy(named: name)
        for rule in policy.rules + policy.rulesOff {
            #expect(rule.places.count == rule.when.parts.count, "\(rule.id)")
            #expect(rule.behindPlaces.count == rule.behind.count, "\(rule.id)")
        }
    }
}
