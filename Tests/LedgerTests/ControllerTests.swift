import Consent
import Ledger
import MerkleLog
import Testing

@Suite("The controller of a ledger")
struct ControllerTests {
    let folder: LedgerFolder

    init() throws { folder = try LedgerFolder() }

    @Test("is named once; the same again changes nothing")
    func once() throws {
        let ledger = try folder.open()
        #expect(ledger.controller == nil)
        let controller = try #require(Controller(name: "Example GmbH", country: "de"))
        try ledger.name(controller)
        try ledger.name(controller)
        #expect(ledger.controller == controller)
        #expect(ledger.checkpoint.checkpoint.size == 1)
        #expect(try folder.open(create: false).controller == controller)
    }

    @Test("gets a country later, and another name never")
    func otherName() throws {
        let ledger = try folder.open()
        try ledger.name(#require(Controller(name: "Example GmbH")))
        try ledger.name(#require(Controller(name: "Example GmbH", country: "AT")))
        #expect(ledger.controller?.country == "AT")
        let error = ledgerError { try ledger.name(#require(Controller(name: "Other AG"))) }
        #expect(error?.code == .otherController)
        #expect(ledger.controller?.name == "Example GmbH")
    }

    @Test("is told how it is reached; what is not told again stays, and what is taken back goes")
    func details() throws {
        let ledger = try folder.open()
        try ledger.name(
            #require(Controller(name: "Example GmbH", country: "DE", details: [.phone: "+49 30 1"])))
        try ledger.name(#require(Controller(name: "Example GmbH", details: [.email: "privacy@example.com"])))
        #expect(ledger.controller?.country == "DE")
        #expect(ledger.controller?.details == [.phone: "+49 30 1", .email: "privacy@example.com"])
        let size = ledger.checkpoint.checkpoint.size
        try ledger.name(#require(Controller(name: "Example GmbH")))
        #expect(ledger.checkpoint.checkpoint.size == size)
        try ledger.name(#require(Controller(name: "Example GmbH")), takingBack: [.phone])
        #expect(try folder.open(create: false).controller?.details == [.email: "privacy@example.com"])
    }

    @Test("two open ledgers cannot name two")
    func race() throws {
        let (one, other) = (try folder.open(), try folder.open())
        try one.name(#require(Controller(name: "Example GmbH")))
        let error = ledgerError { try other.name(#require(Controller(name: "Other AG"))) }
        #expect(error?.code == .otherController)
    }
}
