import Lists
import Origins
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
        "is refused with what is wrong",
        arguments: [
            ("emial=Mail", "Did you mean \"email\"?"), ("email", "has no meaning and column"),
            ("=Mail", "has no meaning and column"), ("email=", "names no column"),
            ("email=\"Mail", "not closed"),
            ("email=A,email=B", "a list has one"), ("ada@example.org=x", "\"…\""),
        ])
    func refused(text: String, part: String) {
        let error = #expect(throws: ListError.self) { try ColumnMap(parsing: [text]) }
        #expect(error?.code == .badMapping)
        #expect(error?.message.contains(part) == true)
        #expect(error?.description.contains("ada@") == false)
    }
}
