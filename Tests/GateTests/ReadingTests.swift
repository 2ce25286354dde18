import Gate
import Lists
import Origins
import TestSupport
import Testing

@Suite("Lists of every shape at the gate")
struct ReadingTests {
    static let linkedIn = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"

    @Test("a list without a header is vetted, and its outputs begin with a row")
    func noHeader() throws {
        let bench = try Workbench()
        let outcome = try bench.vet(try bench.list("ada@example.org\nben\n"), policy: "linkedin-only")
        #expect(outcome.accepted == Array("ada@example.org\n".utf8))
        #expect(outcome.held.map(\.cells) + outcome.rejected.map(\.cells) == [["ben"]])
        #expect(outcome.result.list.columns.map(\.ground) == [.content])
        #expect(outcome.result.list.columnsInALine == "email = column 1 (found by its content)")
    }

    @Test("rows of a further list are judged by it, and never stand below the first header")
    func furtherList() throws {
        let bench = try Workbench()
        let list = try bench.list(
            "Email,Name\nada@example.org,Ada\nName,Ort,Email\nBen,Ulm,ben@example.org\n\(Self.linkedIn)\n"
                + "Orla,Quimbly,,orla@example.com,Acme,CTO,07 Oct 2023\n")
        let outcome = try bench.vet(list, policy: "linkedin-only")
        #expect(outcome.accepted == Array("Email,Name\nada@example.org,Ada\n".utf8))
        #expect(outcome.rules == [2: "H09", 3: "S01"])
        let warnings = outcome.result.warnings.filter { $0.code == "further-list" }.map(\.text)
        #expect(warnings.count == 2)
        #expect(warnings.first?.contains("Line 3 ") == true)
        #expect(warnings.last?.contains("LinkedIn") == true)
    }

    @Test("a no of a further list beats a yes of the first")
    func contradiction() throws {
        let bench = try Workbench()
        let list = try bench.list(
            "Email,Name\norla@example.com,Orla\n\(Self.linkedIn)\n,,,orla@example.com,,,07 Oct 2023\n")
        let outcome = try bench.vet(list, policy: "linkedin-only")
        #expect(outcome.rules == [1: "S01", 2: "S01"])
    }

    @Test("letters that were read in the wrong encoding are told, recognised as meant, and not rewritten")
    func mojibake() throws {
        let bench = try Workbench()
        let text = "PrÃ©nom,Adresse Ã©lectronique\nJosÃ©,jose@example.org\n"
        let outcome = try bench.vet(try bench.list(text), policy: "linkedin-only")
        #expect(outcome.accepted == Array(text.utf8))
        #expect(outcome.result.list.columns.map(\.meaning) == [.firstName, .address])
        #expect(outcome.result.warnings.map(\.code).contains("mojibake"))
    }

    @Test("every record of the file is a row or counted as none")
    func reconciles() throws {
        let bench = try Workbench()
        let list = try bench.list(
            "My list\n\nEmail,Name\nada@example.org,Ada\nEmail,Name\n,\nben@example.org,Ben\nTotal,2\n")
        let outcome = try bench.vet(list)
        let passed = outcome.result.tally.passedOver
        #expect(outcome.result.tally.rows == 2)
        #expect(passed.total == 6)
        #expect(
            [passed.preamble, passed.headers, passed.repeatedHeaders, passed.blank, passed.footers].map(
                \.count)
                == [2, 1, 1, 1, 1])
        #expect(
            Set(outcome.result.warnings.map(\.code)).isSuperset(of: [
                "repeated-headers", "footers", "blank-records",
            ]))
    }

    @Test("what the user says of columns is shown as such, and does not talk LinkedIn away")
    func mapped() throws {
        let bench = try Workbench()
        let list = try bench.list("Kontakt,Quelle,Anders\nada@example.org,LinkedIn contact,ben@example.org\n")
        var request = try bench.request(list, policy: "linkedin-only")
        request.columns = try ColumnMap(parsing: ["email=Anders,ignore=Quelle"])
        let outcome = try bench.vet(request)
        #expect(outcome.rules == [1: "S01"])
        #expect(outcome.result.list.columnsInALine == "email = Anders (as you say)")
        #expect(outcome.report.contains("Anders"))
    }
}
