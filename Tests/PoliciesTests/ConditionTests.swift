import Consent
import Policies
import Testing

@Suite("A condition")
struct ConditionTests {
    func fires(_ when: String, _ told: [Fact: String]) throws -> Bool {
        let policy = try Policy(parsing: PolicyText.asking(when), file: "trial.yaml")
        return try #require(policy.rules.last).fires(for: PolicyText.facts(told))
    }

    @Test(
        "has one meaning, be it long or short",
        arguments: [
            "record.state: given", "{record.state: given}", "{fact: record.state, is: given}",
            "{record.state: {is: given}}", "{record.state: [given]}", "{fact: record.state, in: [given]}",
            "{record.state: {in: [given, given]}}", "{all: [{record.state: given}]}",
            "{any: [{record.state: given}]}",
            "{not: {not: {record.state: given}}}",
            "{not: {record.state: [none, withdrawn, refused, objected]}}",
        ])
    func forms(when: String) throws {
        let block = when.hasPrefix("{") ? when : "{\(when)}"
        #expect(try fires(block, [.recordState: "given"]))
        #expect(try !fires(block, [.recordState: "none"]))
    }

    @Test(
        "on an unknown fact is false, and only known: asks for it",
        arguments: [
            ("{wording.controllerNamed: true}", false), ("{wording.controllerNamed: false}", false),
            ("{not: {wording.controllerNamed: true}}", true),
            ("{not: {wording.controllerNamed: false}}", true),
            ("{wording.controllerNamed: {known: false}}", true),
            ("{wording.controllerNamed: {known: true}}", false),
            ("{record.state: [none, given, withdrawn, refused, objected]}", false),
            ("{record.givenAt: {before: run.now}}", false), ("{record.givenAt: {after: run.now}}", false),
            ("{record.givenAt: {olderThan: 1 second}}", false), ("{record.grade: {atLeast: none}}", false),
            ("{not: {record.givenAt: {olderThan: 24 months}}}", true),
            ("{record.givenAt: {before: 9999-12-31T23:59:59Z}}", false),
        ])
    func unknown(when: String, expected: Bool) throws {
        #expect(try fires(when, [.recordIsReturn: "true"]) == expected)
    }

    @Test("on two times is false where the other one is unknown")
    func otherUnknown() throws {
        let told: [Fact: String] = [.recordGivenAt: "2026-01-01T00:00:00Z"]
        #expect(try !fires("{record.givenAt: {before: wording.validFrom}}", told))
        #expect(try !fires("{record.givenAt: {after: wording.validFrom}}", told))
        #expect(try !fires("{record.givenAt: {olderThan: 1 day}}", told))
        #expect(try fires("{record.givenAt: {known: true}}", told))
    }

    @Test(
        "compares times strictly, with a period between them",
        arguments: [
            ("{after: run.now}", "2026-06-30T12:00:00Z", false),
            ("{after: run.now}", "2026-06-30T12:00:01Z", true),
            ("{after: run.now, by: 5 minutes}", "2026-06-30T12:05:00Z", false),
            ("{after: run.now, by: 5 minutes}", "2026-06-30T12:05:01Z", true),
            ("{before: run.now}", "2026-06-30T12:00:00Z", false),
            ("{before: run.now}", "2026-06-30T11:59:59Z", true),
            ("{before: run.now, by: 1 hour}", "2026-06-30T11:00:00Z", false),
            ("{before: run.now, by: 1 hour}", "2026-06-30T10:59:59Z", true),
            ("{before: 2026-06-01T02:00:00+02:00}", "2026-05-31T23:59:59Z", true),
            ("{before: 2026-06-01T02:00:00+02:00}", "2026-06-01T00:00:00Z", false),
            ("{after: 2026-06-01T00:00:00Z, by: 1 month}", "2026-07-01T00:00:01Z", true),
            ("{olderThan: 24 months}", "2024-06-30T12:00:00Z", false),
            ("{olderThan: 24 months}", "2024-06-30T11:59:59Z", true),
            ("{olderThan: 4 months}", "2026-02-28T11:59:59Z", true),
            ("{olderThan: 4 months}", "2026-02-28T12:00:01Z", false),
        ])
    func times(check: String, givenAt: String, expected: Bool) throws {
        let told: [Fact: String] = [.recordGivenAt: givenAt, .runNow: "2026-06-30T12:00:00Z"]
        #expect(try fires("{record.givenAt: \(check)}", told) == expected)
        let long = "{fact: record.givenAt, \(check.dropFirst())"
        #expect(try fires(long, told) == expected)
    }

    @Test(
        "knows which grade is the better",
        arguments: [
            ("{atLeast: form}", "form", true), ("{atLeast: form}", "mailbox-proven", true),
            ("{atLeast: form}", "imported", false), ("{atMost: attestation}", "none", true),
            ("{atMost: attestation}", "imported", false), ("{atLeast: imported, atMost: form}", "form", true),
            ("{atLeast: imported, atMost: form}", "mailbox-proven", false),
        ])
    func grades(check: String, grade: String, expected: Bool) throws {
        #expect(try fires("{record.grade: \(check)}", [.recordGrade: grade]) == expected)
    }

    @Test(
        "adds up with all, any and not",
        arguments: [
            ("true", "true", true, true), ("true", "false", false, true), ("false", "false", false, false),
        ])
    func combined(a: String, b: String, all: Bool, any: Bool) throws {
        let told: [Fact: String] = [.rowRagged: a, .rowRepeated: b]
        let parts = "[{row.ragged: true}, {row.repeated: true}]"
        #expect(try fires("{all: \(parts)}", told) == all)
        #expect(try fires("{any: \(parts)}", told) == any)
        #expect(try fires("{not: {any: \(parts)}}", told) == !any)
    }

    @Test(
        "that means nothing is refused at its place, with the nearest name",
        arguments: [
            ("{recrd.state: given}", 12, "unknown fact \"recrd.state\"", "Did you mean \"record.state\"?"),
            ("{record.state: gven}", 26, "unknown value of record.state \"gven\"", "Did you mean \"given\"?"),
            (
                "{record.state: [none, gven]}", 33, "unknown value of record.state \"gven\"",
                "Did you mean \"given\"?"
            ),
            (
                "{fact: recrd.state, is: given}", 18, "unknown fact \"recrd.state\"",
                "Did you mean \"record.state\"?"
            ),
            ("{fact: record.state, iss: given}", 32, "unknown condition \"iss\"", "Did you mean \"is\"?"),
            (
                "{record.state: {olderThn: given}}", 27, "unknown key \"olderThn\"",
                "Did you mean \"olderThan\"?"
            ),
            ("{al: [{row.ragged: true}]}", 12, "unknown condition \"al\"", "Did you mean \"all\"?"),
            ("{row.ragged: maybe}", 24, "expected true or false, found \"maybe\"", nil),
            (
                "{row.ragged: \"true\"}", 24, "expected true or false, found a text",
                "Write true or false without quotes."
            ),
            ("{all: []}", 17, "all: needs at least one condition", "Leave it out, or say what must hold."),
            ("{any: []}", 17, "any: needs at least one condition", "Leave it out, or say what must hold."),
            ("{all: {row.ragged: true}}", 17, "expected a list, found a mapping", nil),
            ("{not: [{row.ragged: true}]}", 17, "expected keys and values, found a list", nil),
            ("{}", 11, "expected a condition, found nothing", nil),
            ("row.ragged", 11, "expected keys and values, found a text", nil),
            (
                "{row.ragged: true, row.repeated: true}", 30, "a condition has one key, and this is a second",
                "Put them under all: or any:, each after a dash."
            ),
            ("{record.state: []}", 26, "the list is empty, so that nothing can be in it", nil),
            ("{is: true}", 11, "the key \"fact\" is missing", nil),
            (
                "{fact: record.state}", 11, "nothing is asked about record.state",
                "Add one of is, in, known, after, before, by, olderThan, atLeast, atMost."
            ),
            (
                "{fact: row.ragged, is: true, known: true}", 40,
                "one question at a time: is and known stand together",
                "Put them under all: or any:, each after a dash."
            ),
            ("{record.state: {is: given, by: 5 minutes}}", 42, "by: goes only with after or before", nil),
            (
                "{record.state: {after: run.now}}", 27,
                "record.state is no time: it is one of none, requested, given, withdrawn, refused, objected",
                "Use is, in or known."
            ),
            (
                "{row.linkedin: {olderThan: 1 day}}", 27, "row.linkedin is no time: it is true or false",
                "Use is, in or known."
            ),
            (
                "{record.givenAt: {after: row.linkedin}}", 36, "row.linkedin is no time: it is true or false",
                """
                Times are \(Fact.allCases.filter { $0.type == .time }.map(\.name).joined(separator: ", ")).
                """
            ),
            (
                "{record.givenAt: {after: rum.now}}", 36, "unknown time \"rum.now\"",
                "Did you mean \"run.now\"?"
            ),
            (
                "{record.givenAt: {after: 2026-10-02}}", 36, "expected a time, found \"2026-10-02\"",
                "This is a day without an hour. Write it like 2026-10-02T09:15:00Z."
            ),
            (
                "{record.givenAt: {after: 2026-02-30T00:00:00Z}}", 36,
                "expected a time, found \"2026-02-30T00:00:00Z\"",
                "There is no such day or hour in the calendar."
            ),
            (
                "{record.givenAt: {olderThan: 2 yers}}", 40, "unknown unit \"yers\"",
                "Did you mean \"years\"?"
            ),
            (
                "{record.givenAt: 2026-10-02T09:15:00Z}", 28, "a time is not compared for being the same",
                "Use after, before, olderThan or known with record.givenAt."
            ),
            (
                "{row.linkedin: {atLeast: true}}", 26, "row.linkedin has no order: it is true or false",
                "Use is, in or known."
            ),
            (
                "{record.grade: {atLeast: form, atMost: none}}", 26,
                "nothing is at least the one and at most the other", nil
            ),
            ("{record.grade: {atLeast: form, is: none}}", 42, "is does not go with atLeast or atMost", nil),
            ("{record.grade: {atLeast: best}}", 36, "unknown value of record.grade \"best\"", nil),
        ] as [(String, Int, String, String?)])
    func refuses(when: String, column: Int, message: String, hint: String?) throws {
        let error = try #require(PolicyText.error(PolicyText.asking(when)), "\(when) was taken")
        #expect(error.code == .malformed)
        #expect(error.message == message)
        #expect(error.line == 15)
        #expect(error.column == column, "\(error)")
        #expect(error.sourceLine == "    when: \(when)")
        if let hint { #expect(error.hint == hint) }
    }
}
