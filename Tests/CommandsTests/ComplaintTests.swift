import Commands
import Consent
import Ledger
import Testing

@Suite("Complaints")
struct ComplaintTests {
    @Test("say what is wrong, and under it what to do")
    func text() {
        #expect(Complaint("It is wrong.", hint: "Do this.").text == "consentgate: It is wrong.\n  Do this.\n")
        #expect(Complaint("It is wrong.").text == "consentgate: It is wrong.\n")
        #expect(Complaint("a", hint: "b\n\nc").text == "consentgate: a\n  b\n\n  c\n")
    }

    @Test("of an address tell the reason and never the address", arguments: MalformedAddress.Reason.allCases)
    func addresses(reason: MalformedAddress.Reason) {
        let text = Complaint(describing: MalformedAddress(reason)).text
        #expect(text.contains(reason.rawValue))
        #expect(!text.replacing("name@example.org", with: "").contains("example.org"))
    }

    @Test("of a ledger keep its message and its hint")
    func ledger() {
        let complaint = Complaint(describing: LedgerError(.missing, "There is none.", hint: "Make one."))
        #expect(complaint == Complaint("There is none.", hint: "Make one."))
    }

    @Test("about usage repeat no address")
    func usage() {
        let told = UsageText.withoutAddresses("Unexpected argument 'b@example.org'", ["a", "b@example.org"])
        #expect(told == "Unexpected argument '…@…'")
    }
}
