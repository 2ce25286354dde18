import Consent
import Lists
import Policies
import Testing

@testable import Gate

@Suite("A cell that tells a fact")
struct FactCellTests {
    @Test(
        "answers a question in the words of many languages",
        arguments: [
            ("yes", true), ("Ja", true), (" oui ", true), ("x", true), ("X", true), ("1", true), ("✓", true),
            ("Sí", true),
            ("TRUE", true), ("sim", true), ("no", false), ("Nein", false), ("non", false), ("0", false),
            ("FALSE", false), ("não", false), ("n", false),
        ])
    func answers(text: String, isYes: Bool) {
        #expect(FactCell(reading: text, of: .rowCustomer, order: nil) == .told(.boolean(isYes)))
    }

    @Test(
        "is read by the type of its fact",
        arguments: [
            (Fact.rowAge, "17", "17"), (.rowAge, " 0 ", "0"), (.rowSubscriber, "Corporate", "corporate"),
            (.rowBasis, "Soft opt-in", "soft-opt-in"), (.rowCountry, "Österreich", "AT"),
            (.rowCountry, "CHE", "CH"),
            (.rowLastPurchaseAt, "2026-05-04", "2026-05-04T00:00:00Z"),
            (.rowLastPurchaseAt, "4. Mai 2026", "2026-05-04T00:00:00Z"),
            (.rowLastPurchaseAt, "04.05.2026 08:13", "2026-05-04T08:13:00Z"),
            (.rowLastPurchaseAt, "2026-05-04T08:13:00+02:00", "2026-05-04T06:13:00Z"),
        ])
    func types(fact: Fact, text: String, value: String) throws {
        guard case .told(let told) = FactCell(reading: text, of: fact, order: nil) else {
            Issue.record("\(text) was not read")
            return
        }
        #expect(told.description == value)
        var facts = Facts()
        facts[fact] = told
        #expect(facts[fact] == told)
    }

    @Test(
        "is not guessed",
        arguments: [
            (Fact.rowCustomer, "maybe"), (.rowCustomer, "2"), (.rowCustomer, "yes and no"),
            (.rowAge, "seventeen"),
            (.rowAge, "-1"), (.rowAge, "151"), (.rowAge, "99999999999999999999999"), (.rowAge, "17.5"),
            (.rowSubscriber, "GmbH"), (.rowCountry, "Bavaria"), (.rowLastPurchaseAt, "yesterday"),
            (.rowLastPurchaseAt, "2026-02-30"), (.rowLastPurchaseAt, "99999999999999999999"),
            (.rowCustomer, String(repeating: "yes", count: 1000)),
        ])
    func unreadable(fact: Fact, text: String) {
        #expect(FactCell(reading: text, of: fact, order: nil) == .unreadable)
    }

    @Test("says nothing when it is blank", arguments: ["", " ", "\u{00A0}\t"])
    func blank(text: String) {
        for fact in Fact.allCases where fact.canBeToldByColumn {
            #expect(FactCell(reading: text, of: fact, order: nil) == .blank)
        }
    }

    @Test("with day and month that look alike is read by the order of its column alone")
    func order() {
        #expect(FactCell(reading: "04/05/2026", of: .rowInquiryAt, order: nil) == .ambiguous)
        #expect(
            FactCell(reading: "04/05/2026", of: .rowInquiryAt, order: .dayFirst)
                == FactCell(reading: "2026-05-04", of: .rowInquiryAt, order: nil))
        #expect(
            FactCell(reading: "04/05/2026", of: .rowInquiryAt, order: .monthFirst)
                == FactCell(reading: "2026-04-05", of: .rowInquiryAt, order: nil))
    }

    @Test("adds a stop to what the ledger knows, and takes none away")
    func stops() {
        let (early, late) = (Instant(seconds: 1000), Instant(seconds: 2000))
        var facts = Facts()
        facts.set(.subjectRestricted, to: true)
        facts.set(.subjectComplainedAt, to: late)
        facts.tighten(.told(.boolean(false)), of: .subjectRestricted)
        facts.tighten(.told(.time(early)), of: .subjectComplainedAt)
        facts.tighten(.told(.time(early)), of: .subjectBouncedAt)
        facts.tighten(.told(.boolean(true)), of: .subjectOpenRequest)
        facts.tighten(.told(.boolean(true)), of: .subjectSuppressed)
        #expect(facts[.subjectRestricted] == .boolean(true))
        #expect(facts[.subjectComplainedAt] == .time(late))
        #expect(facts[.subjectBouncedAt] == .time(early))
        #expect(facts[.subjectOpenRequest] == .boolean(true))
        #expect(facts[.subjectSuppressed] == nil)
    }
}
