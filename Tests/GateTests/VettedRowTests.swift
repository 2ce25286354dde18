import Consent
import Gate
import Ledger
import MerkleLog
import Origins
import Policies
import TestSupport
import Testing

@Suite("One row of a list")
struct VettedRowTests {
    private func inspect(
        _ bench: Workbench, _ list: String, row: UInt64, _ address: String = "ada@example.org",
        policy: String? = nil, asOf: Instant? = nil
    ) throws -> VettedRow {
        var request = try bench.request(try bench.list(list), policy: policy)
        request.destination = .dryRun
        return try Vetting(request, ledger: bench.ledger, catalogue: try LayoutCatalogue.shipped)
            .inspect(
                row: row, of: EmailAddress(parsing: address), asOf: asOf.map { AsOf($0) })
    }

    @Test("is judged as the vetting of the list judges it")
    func same() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let list = "email,source\nada@example.org,\nADA@example.org,\nben@example.org,LinkedIn\n"
        #expect(try inspect(bench, list, row: 1).verdict == .accept)
        let second = try inspect(bench, list, row: 2)
        #expect(second.rule?.id == "H05")
        #expect(second.facts[.rowRepeated] == .boolean(true))
        let third = try inspect(bench, list, row: 3, "ben@example.org")
        #expect(third.rule?.id == "S01")
        #expect(third.facts[.rowLinkedIn] == .boolean(true))
        #expect(third.facts[.recordState] == .name("none"))
    }

    @Test("says where another row decided")
    func byOtherRow() throws {
        let bench = try Workbench()
        let list = "email,source\nada@example.org,\nada@example.org,LinkedIn\n"
        let row = try inspect(bench, list, row: 1, policy: "linkedin-only")
        #expect(row.rule?.id == "S01")
        #expect(row.isByOtherRow)
        #expect(row.facts[.rowLinkedIn] == .boolean(false))
    }

    @Test("says where another address of its cell decided")
    func byOtherAddress() throws {
        let bench = try Workbench()
        try bench.scratch.optIn("ada@example.org")
        let list = "email\n\"ada@example.org, ben@example.org\"\n"
        let ada = try inspect(bench, list, row: 1)
        #expect(ada.verdict == .reject)
        #expect(ada.isByOtherAddress)
        #expect(ada.facts[.recordState] == .name("given"))
        let ben = try inspect(bench, list, row: 1, "ben@example.org")
        #expect(!ben.isByOtherAddress)
        #expect(ben.facts[.recordState] == .name("none"))
    }

    @Test("can be judged for another moment, with what the ledger knew then")
    func asOf() throws {
        let bench = try Workbench()
        let start = bench.scratch.clock.now
        bench.scratch.clock.advance(by: 86_400)
        try bench.scratch.optIn("ada@example.org")
        let list = "email\nada@example.org\n"
        #expect(try inspect(bench, list, row: 1).verdict == .accept)
        let before = try inspect(bench, list, row: 1, asOf: start)
        #expect(before.rule?.id == "L01")
        #expect(before.facts[.runNow] == .time(start))
    }

    @Test(
        "that is not there, or is somebody else's, is refused",
        arguments: [
            (0, "ada@example.org", GateError.Code.noSuchRow), (3, "ada@example.org", .noSuchRow),
            (UInt64.max, "ada@example.org", .noSuchRow), (1, "ben@example.org", .otherAddress),
            (2, "ada@example.org", .otherAddress),
        ] as [(UInt64, String, GateError.Code)])
    func refused(row: UInt64, address: String, code: GateError.Code) throws {
        let bench = try Workbench()
        let error = #expect(throws: GateError.self) {
            try inspect(bench, "email\nada@example.org\nno address\n", row: row, address)
        }
        #expect(error?.code == code)
        #expect(error?.description.contains("@") == false)
    }

    @Test("is looked at without a word in the log and without a file")
    func quiet() throws {
        let bench = try Workbench()
        let size = bench.ledger.checkpoint.checkpoint.size
        _ = try inspect(bench, "email\nada@example.org\n", row: 1)
        #expect(bench.ledger.checkpoint.checkpoint.size == size)
        #expect(ScratchFolder.files(in: bench.path("out")).isEmpty)
    }
}
