import Policies
import Testing

@Suite("A line of deciding facts")
struct DecidingFactsLineTests {
    @Test("is that of the contact, and not that of the one before")
    func isOwn() throws {
        let policy = try Policy(
            parsing: PolicyText.asking("{any: [{row.contest: true}, {row.age: {atMost: 15}}]}"),
            file: "trial.yaml")
        var line = DecidingFactsLine(policy)
        let people: [([Fact: String], String)] = [
            ([.rowContest: "true"], "row.contest=true"),
            ([.rowContest: "true", .rowRagged: "true"], "row.contest=true"),
            ([.rowContest: "false", .rowAge: "14"], "row.age=14"),
            ([.rowContest: "false", .rowAge: "13"], "row.age=13"),
            ([.rowContest: "true"], "row.contest=true"),
        ]
        for (told, expected) in people {
            #expect(line.text(ofRule: 1, for: try PolicyText.facts(told)) == expected)
        }
    }

    @Test("of a rule that is not there is empty", arguments: [-1, 2, Int.max])
    func noRule(index: Int) throws {
        let policy = try Policy(parsing: PolicyText.asking("{row.contest: true}"), file: "trial.yaml")
        var line = DecidingFactsLine(policy)
        #expect(line.text(ofRule: index, for: Facts()) == "")
    }
}
