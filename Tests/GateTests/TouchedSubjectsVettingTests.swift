import Consent
import Gate
import Ledger
import TestSupport
import Testing

@Suite("What a vetting leaves in the history of people")
struct TouchedSubjectsVettingTests {
    @Test("is one row for each known person, with the rules that fired, and nothing of strangers")
    func known() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        try bench.scratch.optIn("ben@example.org")
        bench.scratch.clock.advance(by: 60)
        try bench.scratch.stop(.withdrawn, "ben@example.org")
        let outcome = try bench.vet(
            try bench.list("email\nada@example.org\nben@example.org\neve@example.org\nada@example.org\n"))
        func rows(_ address: String) throws -> [SubjectVetting] {
            try bench.ledger.vettings(of: try EmailAddress(parsing: address)).map(\.row)
        }
        let ada = try rows("ada@example.org")
        #expect(ada.map(\.row) == [1, 4])
        #expect(ada.map(\.verdict) == [.accept, .hold])
        #expect(ada.last?.rules.first == "H05")
        #expect(ada.allSatisfy { $0.run == outcome.result.run })
        #expect(try rows("ben@example.org").map(\.rules.first) == ["D01"])
        #expect(try rows("eve@example.org").isEmpty)
        var accepted: [UInt64] = []
        try bench.ledger.forEachAccepted(in: try #require(outcome.result.run)) { accepted.append($1) }
        #expect(accepted == [1])
    }
}
