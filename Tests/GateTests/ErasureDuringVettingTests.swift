import Consent
import Gate
import Ledger
import Origins
import TestSupport
import Testing

@Suite("A person who is erased while a list is vetted")
struct ErasureDuringVettingTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
        try bench.scratch.optIn("early@example.org")
        try bench.scratch.optIn("late@example.org")
        try bench.scratch.optIn("stays@example.org")
    }

    /// Strangers enough that several batches are asked for, with known people at both ends.
    private func list(_ first: String, _ last: [String]) throws -> String {
        let strangers = (0..<700).map { "p\($0)@example.com" }
        return try bench.list((["email", first] + strangers + last).joined(separator: "\n") + "\n")
    }

    /// Vets the list while another process erases somebody after its first batch.
    private func vet(_ list: String, erasing address: String) throws -> VettingResult {
        let clock = bench.scratch.clock
        let context = LedgerContext(now: { clock.now }, random: SeededRandom(seed: 2))
        let other = try Ledger(at: bench.scratch.home, context: context, create: false)
        let person = try EmailAddress(parsing: address)
        var isErased = false
        return try Vetting(try bench.request(list), ledger: bench.ledger, catalogue: .shipped)
            .run { _ in
                guard !isErased else { return }
                isErased = true
                #expect(throws: Never.self) { try other.erase([person]) }
            }
    }

    @Test("is kept out from then on")
    func keptOut() throws {
        let list = try list("stays@example.org", ["late@example.org"])
        let result = try vet(list, erasing: "late@example.org")
        #expect(result.tally.accepted == 1)
        let accepted = String(decoding: try bench.read(#require(result.outputs).accepted), as: UTF8.self)
        #expect(accepted == "email\nstays@example.org\n")
        let rejected = String(decoding: try bench.read(#require(result.outputs).rejected), as: UTF8.self)
        #expect(rejected.contains("late@example.org,702,reject,D02,"))
        #expect(!rejected.contains("D04"), "a reason does not tell an uploader of an erasure")
        #expect(try bench.ledger.examine().findings == [])
    }

    @Test("stays accepted in a row that was decided before, as after any vetting")
    func orderOfThings() throws {
        let list = try list("early@example.org", ["stays@example.org"])
        #expect(try vet(list, erasing: "early@example.org").tally.accepted == 2)
        #expect(try bench.vet(list).result.tally.accepted == 1)
    }

    @Test("is kept out of the earlier row, too, where a later one has the address again")
    func bothRows() throws {
        let list = try list("early@example.org", ["stays@example.org", "early@example.org"])
        #expect(try vet(list, erasing: "early@example.org").tally.accepted == 1)
    }
}
