import Consent
import HandOver
import StrictYAML
import Tables
import Testing

@Suite("A tool")
struct ToolTests {
    static let catalogue = Result { try ToolCatalogue.shipped }

    static func ids() throws -> [String] { try catalogue.get().tools.map(\.id) }

    static func tool(_ id: String) throws -> Tool { try catalogue.get().tool(id) }

    /// The whole file of some contacts.
    static func file(_ tool: Tool, _ contacts: [HandOverContact]) -> [UInt8] {
        var writer = HandOverWriter(tool)
        var bytes = writer.beginning()
        for contact in contacts { writer.append(contact, to: &bytes) }
        return bytes
    }

    @Test("writes its own example byte for byte", arguments: try ids())
    func example(id: String) throws {
        let tool = try Self.tool(id)
        #expect(Self.file(tool, tool.example.contacts) == Array(tool.example.file.utf8))
    }

    @Test("says what to choose, what not, and who says so", arguments: try ids())
    func advice(id: String) throws {
        let tool = try Self.tool(id)
        #expect(!tool.instructions.isEmpty && !tool.warnings.isEmpty && !tool.evidence.isEmpty)
        let sentences = tool.instructions + tool.warnings + tool.evidence.map(\.says)
        #expect(sentences.filter { $0.last != "." } == [])
    }

    @Test("is one of those that people have")
    func all() throws {
        let wanted = [
            "activecampaign", "beehiiv", "brevo", "buttondown", "campaign-monitor", "cleverreach",
            "constant-contact", "ghost", "keila", "kit", "klaviyo", "listmonk", "mailchimp", "mailerlite",
            "mailjet", "mailman", "mautic", "phplist", "rapidmail", "substack",
        ]
        #expect(try Self.ids() == wanted)
        #expect(ToolCatalogue.names == wanted)
    }

    @Test("is found in any case; one that nobody knows gets the nearest")
    func unknown() throws {
        let catalogue = try Self.catalogue.get()
        #expect(try catalogue.tool("ListMonk").id == "listmonk")
        let error = #expect(throws: HandOverError.self) { try catalogue.tool("listmonc") }
        #expect(error?.code == .unknownTool && error?.hint.hasPrefix("Did you mean \"listmonk\"?") == true)
        let address = #expect(throws: HandOverError.self) { try catalogue.tool("ada@example.org") }
        #expect(address?.description.contains("ada@") == false)
    }

    // What the importers do, as their code says it; the sources stand in the files of the tools.

    @Test("listmonk: exactly email, name, attributes; attributes are JSON; no row is shorter than the header")
    func listmonk() throws {
        let tool = try Self.tool("listmonk")
        let rows = try Self.rows(tool, tool.example.contacts + HostileNames.contacts())
        #expect(rows.first == ["email", "name", "attributes"])
        #expect(rows.allSatisfy { $0.count == 3 })
        #expect(rows.dropFirst().allSatisfy { $0[2] == "{}" })
        #expect(tool.instructions.contains { $0.contains("Status: Unconfirmed") })
    }

    @Test("Keila: under three semicolons in the first line, columns in the order in which it pairs them")
    func keila() throws {
        let tool = try Self.tool("keila")
        let rows = try Self.rows(tool, tool.example.contacts + HostileNames.contacts())
        #expect(rows.first == ["Email", "First name", "Last name"])
        #expect(rows.allSatisfy { $0.count == 3 })
        // One name over 50 characters undoes the whole import.
        #expect(rows.dropFirst().allSatisfy { $0[1].count <= 50 && $0[2].count <= 50 })
    }

    @Test("Mautic: PHP's reader finds no backslash that could swallow a quotation mark")
    func mautic() throws {
        let bytes = Self.file(
            try Self.tool("mautic"),
            [HandOverContact(address: try EmailAddress(parsing: "a@example.org"), fullName: #"A\ "B\""#)])
        #expect(!bytes.contains(UInt8(ascii: "\\")))
        #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("a@example.org,A,\"\"\"B \"\"\"\n"))
    }

    @Test("phpList: lines split at tabs give every cell, and no quotation mark is there to be taken away")
    func phpList() throws {
        let tool = try Self.tool("phplist")
        let text = String(decoding: Self.file(tool, try HostileNames.contacts()), as: UTF8.self)
        #expect(!text.contains("\""))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 3 })
        #expect(lines.first?.split(separator: "\t").first == "email")
    }

    @Test("Mailman: bare addresses, one a line")
    func mailman() throws {
        let tool = try Self.tool("mailman")
        let contacts = try HostileNames.contacts()
        #expect(tool.ending == .txt)
        #expect(
            String(decoding: Self.file(tool, contacts), as: UTF8.self)
                == contacts.map { $0.address.normalized + "\n" }.joined())
    }

    /// The file as a reader of tables sees it, in the tool's own dialect.
    static func rows(_ tool: Tool, _ contacts: [HandOverContact]) throws -> [[String]] {
        var reader = try RecordReader(dialect: tool.dialect, source: InMemorySource(file(tool, contacts)))
        var record = Record()
        var rows: [[String]] = []
        while try reader.next(into: &record) {
            rows.append((0..<record.cellCount).map { record.text($0) })
        }
        return rows
    }
}
