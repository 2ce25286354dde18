import Lists
import Origins
import Policies
import Testing

@Suite("What the user says of columns")
struct ColumnMapTests {
    @Test(
        "is read from entries between commas",
        arguments: [
            (["email=Mail"], ["email=Mail"]), (["email=Mail,source=3"], ["email=Mail", "source=3"]),
            (["email=Mail", "tags=Gruppe"], ["email=Mail", "tags=Gruppe"]),
            ([" EMAIL = Mail work , source=\"Mail, private\""], ["email=Mail work", "source=Mail, private"]),
            (["email=\"The \"\"best\"\" mail\""], ["email=The \"best\" mail"]),
            (["email=a=b"], ["email=a=b"]),
            ([""], []),
        ])
    func entries(texts: [String], expected: [String]) throws {
        let map = try ColumnMap(parsing: texts)
        #expect(map.entries.map { "\($0.meaning.word)=\($0.column)" } == expected)
    }

    @Test(
        "may be the facts that they tell",
        arguments: [
            ("row.customer=Kunde", Fact.rowCustomer), ("ROW.lastPurchaseAt=4", .rowLastPurchaseAt),
            ("country=Land", .rowCountry), ("row.country=Land", .rowCountry),
            ("subject.complainedAt=Spam", .subjectComplainedAt),
            ("subject.restricted=Art. 18", .subjectRestricted),
        ])
    func facts(text: String, fact: Fact) throws {
        let map = try ColumnMap(parsing: ["email=Mail", text])
        #expect(map.entries.map(\.meaning) == [.address])
        #expect(map.facts.map(\.fact) == [fact])
    }

    @Test("tells no fact that the program or the ledger itself knows", arguments: Fact.allCases)
    func noFact(fact: Fact) {
        let stops: Set<Fact> = [
            .subjectComplainedAt, .subjectBouncedAt, .subjectRestricted, .subjectOpenRequest,
        ]
        let isTold = (try? ColumnMap(parsing: ["\(fact.name)=A"])) != nil
        #expect(isTold == (fact.source == .column || stops.contains(fact)))
    }

    @Test(
        "is refused with what is wrong",
        arguments: [
            ("emial=Mail", "Did you mean \"email\"?"), ("email", "has no meaning and column"),
            ("=Mail", "has no meaning and column"), ("email=", "names no column"),
            ("email=\"Mail", "not closed"),
            ("email=A,email=B", "a list has one"), ("row.costumer=A", "Did you mean \"row.customer\"?"),
            ("contry=A", "Did you mean \"country\"?"), ("row.customer=A,row.customer=B", "one tells it"),
            ("country=A,row.country=B", "one tells it"),
            ("record.givenAt=A", "No column can tell record.givenAt"),
            ("row.linkedin=A", "No column can tell row.linkedin"), ("row.customer=", "names no column"),
            ("ada@example.org=x", "\"…\""),
        ])
    func refused(text: String, part: String) {
        let error = #expect(throws: ListError.self) { try ColumnMap(parsing: [text]) }
        #expect(error?.code == .badMapping)
        #expect(error?.message.contains(part) == true)
        #expect(error?.description.contains("ada@") == false)
    }
}
