import Gate
import Lists
import Policies
import TestSupport
import Testing

@Suite("A column that tells a fact")
struct ColumnFactsTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        for name in ["ada", "ben", "eve", "joe"] { try bench.scratch.optIn("\(name)@example.org") }
        return bench
    }

    @Test("is asked by the rules of a policy, row by row")
    func told() throws {
        let outcome = try bench().vet(
            "email,Kunde\nada@example.org,ja\nben@example.org,nein\neve@example.org,\njoe@example.org,vielleicht\n",
            when: "{row.customer: false}", map: ["row.customer=Kunde"])
        #expect(outcome.rules == [2: "OWN-1"])
        let warning = outcome.result.warnings.first { $0.code == "unreadable-facts" }
        #expect(warning?.count == 1)
        #expect(warning?.text.contains("column Kunde, which tells row.customer") == true)
        #expect(warning?.text.contains("first in row 4") == true)
        #expect(warning?.text.contains("vielleicht") == false)
        #expect(outcome.result.list.told.map(\.fact) == [.rowCustomer])
        #expect(outcome.result.list.columnsInALine.hasSuffix("row.customer = Kunde (as you say)"))
    }

    @Test("leaves unknown what is blank or cannot be read")
    func unknown() throws {
        let outcome = try bench().vet(
            "email,Kunde\nada@example.org,ja\nben@example.org,nein\neve@example.org,\njoe@example.org,vielleicht\n",
            when: "{row.customer: {known: false}}", map: ["row.customer=2"])
        #expect(outcome.rules == [3: "OWN-1", 4: "OWN-1"])
    }

    @Test("reads the dates of a column in the order that one of them shows, even a later one")
    func dates() throws {
        let outcome = try bench().vet(
            "email,last order\nada@example.org,03/04/2026\nben@example.org,25/04/2026\neve@example.org,05/03/2026\n",
            when: "{row.lastPurchaseAt: {before: 2026-03-10T00:00:00Z}}",
            map: ["row.lastPurchaseAt=last order"])
        #expect(outcome.rules == [3: "OWN-1"])
        #expect(!outcome.result.warnings.contains { $0.code == "unreadable-facts" })
    }

    @Test("whose days and months cannot be told apart tells nothing, and says so")
    func ambiguous() throws {
        let outcome = try bench().vet(
            "email,last order\nada@example.org,03/04/2026\nben@example.org,05/03/2026\n",
            when: "{row.lastPurchaseAt: {known: true}}", map: ["row.lastPurchaseAt=last order"])
        #expect(outcome.rules.isEmpty)
        #expect(outcome.result.warnings.first { $0.code == "unreadable-facts" }?.count == 2)
    }

    @Test("can add a complaint to what the ledger knows")
    func complaint() throws {
        let outcome = try bench().vet(
            "email,spam\nada@example.org,2026-01-01\nben@example.org,\n",
            when: "{subject.complainedAt: {known: true}}", map: ["subject.complainedAt=spam"])
        #expect(outcome.rules == [1: "OWN-1"])
    }

    @Test("of a further list with other columns is found by its name")
    func furtherList() throws {
        let outcome = try bench().vet(
            "email,Kunde\nada@example.org,nein\n\nKunde,E-Mail,Vorname\nja,ben@example.org,Ben\nnein,eve@example.org,Eve\n",
            when: "{row.customer: false}", "reject", map: ["row.customer=Kunde"])
        #expect(outcome.rules[1] == "OWN-1")
        #expect(outcome.rules[3] == "OWN-1")
        #expect(outcome.rules[2] == "H09")
    }

    @Test("never takes a sign of LinkedIn away")
    func linkedIn() throws {
        let bench = try Workbench()
        let outcome = try bench.vet(
            "email,Source\nada@example.org,LinkedIn connection\n", when: "{row.customer: true}",
            map: ["row.enteredByOther=Source"])
        #expect(outcome.rules == [1: "S01"])
    }
}

@Suite("The country of a contact")
struct CountryTests {
    private static let isAustrian = "{row.country: AT}"

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        for name in ["ada", "ben", "eve", "joe"] { try bench.scratch.optIn("\(name)@example.org") }
        return bench
    }

    @Test(
        "is found by the name of its column",
        arguments: [
            "country", "Country/Region", "Land", "pays", "País", "Paese", "Nazione", "Kraj", "Country Code",
        ])
    func names(header: String) throws {
        let outcome = try bench().vet(
            "email,\(header)\nada@example.org,AT\nben@example.org,AUT\neve@example.org,Autriche\njoe@example.org,de\n",
            when: Self.isAustrian)
        #expect(outcome.rules == [1: "OWN-1", 2: "OWN-1", 3: "OWN-1"])
        #expect(outcome.result.list.columnsInALine == "email = email, country = \(header)")
        #expect(outcome.result.countryTaken == nil)
    }

    @Test("is taken from the controller where the list does not tell it, and that is said once")
    func taken() throws {
        let bench = try bench()
        let outcome = try bench.vet(
            "email,Land\nada@example.org,\nben@example.org,AT\neve@example.org,Atlantis\nnobody,\njoe@example.org,\n",
            when: "{all: [{row.country: DE}, {row.countryTold: false}]}")
        #expect(outcome.rules == [1: "OWN-1", 4: "H03", 5: "OWN-1"])
        let told = outcome.result.warnings.filter { $0.code == "country-taken" }.map(\.text)
        #expect(told == ["The country of 2 contacts was taken from your own: DE."])
        #expect(outcome.report.contains("The country of 2 contacts was taken from your own: DE."))
        let certificate = try bench.read(try #require(outcome.result.outputs).certificate)
        #expect(String(decoding: certificate, as: UTF8.self).contains("countryTaken"))
    }

    @Test("is unknown where the list names none that can be read")
    func unreadable() throws {
        let outcome = try bench().vet(
            "email,Land\nada@example.org,Atlantis\nben@example.org,AT\n",
            when: "{any: [{row.country: {known: false}}, {row.countryTold: {known: false}}]}")
        #expect(outcome.rules == [1: "OWN-1"])
        #expect(outcome.result.warnings.contains { $0.text.contains("column Land, which tells row.country") })
    }

    @Test("is told by the column that the user names, whatever others are called")
    func mapped() throws {
        let outcome = try bench().vet(
            "email,country,seat\nada@example.org,DE,AT\nben@example.org,AT,DE\n", when: Self.isAustrian,
            map: ["country=seat"])
        #expect(outcome.rules == [1: "OWN-1"])
        #expect(outcome.result.list.columnsInALine.hasSuffix("country = seat (as you say)"))
    }

    @Test("that is declared for the list goes before the controller's, and a column before both")
    func declared() throws {
        let outcome = try bench().vet(
            "email,Land\nada@example.org,\nben@example.org,DE\neve@example.org,Atlantis\n",
            when: "{all: [{row.country: AT}, {row.countryTold: true}]}", declared: ["row.country=AT"])
        #expect(outcome.rules == [1: "OWN-1"])
        #expect(outcome.result.countryTaken == nil)
    }

    @Test("is not spoken of where no rule asks for it")
    func unasked() throws {
        let bench = try bench()
        let alone = """
            policy: alone
            title: Nothing but LinkedIn
            description: For a test.
            rules:
              - id: S01
                slug: linkedin
                when: {all: [{not: {row.linkedin: false}}, {not: {record.explicit: true}}]}
                verdict: reject
                law: a test
                override: never
                reason: From LinkedIn.
                cure: None here.
            """
        let policy = try bench.scratch.folder.write("alone.yaml", Array(alone.utf8))
        let list = try bench.list("email,Land\nada@example.org,Atlantis\n")
        let outcome = try bench.vet(try bench.request(list, policy: policy))
        #expect(outcome.result.list.told.isEmpty)
        #expect(!outcome.result.warnings.contains { $0.code == "unreadable-facts" })
    }
}
