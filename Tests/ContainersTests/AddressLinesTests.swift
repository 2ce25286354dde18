import Containers
import Testing

@Suite("Lists of addresses")
struct AddressLinesTests {
    @Test("give addresses and names, whatever their form")
    func forms() throws {
        let list = try ReadList(
            """
            # members of the list
            ada@example.org
            Grace Hopper <grace@example.net>
            "Curie, \\"Marie\\"" <marie@example.com>

            joan@example.com (Joan Clarke)
            <mary@example.org>
            """)
        #expect(
            list.rows == [
                ["email", "name"], ["ada@example.org", ""], ["grace@example.net", "Grace Hopper"],
                ["marie@example.com", "Curie, \"Marie\""], ["joan@example.com", "Joan Clarke"],
                ["mary@example.org", ""],
            ])
        #expect(list.places == [nil, .line(2), .line(3), .line(4), .line(6), .line(7)])
        #expect(list.content.kind == .addresses)
        #expect(try list.again() == list.rows)
    }

    @Test(
        "are no tables, and tables are no lists of addresses",
        arguments: [
            "email\nada@example.org\n", "ada@example.org,Ada\n", "Ada;ada@example.org\n",
            "Hopper, Grace <grace@example.net>\n", "ada@example.org\nhello\n", "# nothing\n", "hello\n",
            "a@b@example.org\n", "ada@example.org\tAda\n", "ada@example.org grace@example.net\n",
        ])
    func tables(text: String) throws {
        let content = try Content.open(InMemoryInput(Array(text.utf8)))
        #expect(content.kind == .plain)
        #expect(content.dialect == nil)
    }

    @Test("hand on what is no address behind the beginning, for others to say so")
    func later() throws {
        let many = String(repeating: "ada@example.org\n", count: 5000)
        let list = try ReadList(many + "hello, you\n")
        #expect(list.rows.count == 5002)
        #expect(list.rows.last == ["hello, you", ""])
    }
}
