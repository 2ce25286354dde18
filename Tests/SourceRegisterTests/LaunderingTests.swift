import Consent
import Foundation
import Gate
import Ledger
import Origins
import SourceRegister
import TestSupport
import Testing

@Suite("A laundered list")
struct LaunderingTests {
    private static let many = LaunderedLists(connections: 500, innocent: 5_000, seed: 20_261_101)
    private static let few = LaunderedLists(connections: 300, innocent: 600, seed: 20_261_102)

    /// Rows of a vetting by where they went: laundered, then innocent.
    private struct Count {
        var rejected = (0, 0)
        var held = (0, 0)
        var accepted = (0, 0)

        init(_ result: VettingResult) throws {
            let paths = try #require(result.outputs)
            rejected = try Self.refs(paths.rejected)
            held = try Self.refs(paths.held)
            accepted = try Self.refs(paths.accepted)
        }

        private static func refs(_ path: String) throws -> (Int, Int) {
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            return (lines.count { $0.hasPrefix("L") }, lines.count { $0.hasPrefix("I") })
        }
    }

    @Test(
        "is found by what is left of its people, and innocent namesakes are not",
        arguments: LaunderingTrick.allCases)
    func found(trick: LaunderingTrick) throws {
        let bench = try SourceBench()
        // All tricks at once among many, each alone among few: the whole of both is for Tests/Scale.
        let lists = trick == .all ? Self.many : Self.few
        _ = try bench.add(lists.export)
        let count = try Count(try bench.vet(lists.list(trick)))
        let laundered = count.rejected.0 + count.held.0 + count.accepted.0
        try #require(laundered > 0)
        #expect(count.rejected.1 + count.held.1 + count.accepted.1 == (trick == .all ? 5_000 : 600))
        // Among so few rejected one in a thousand would be less than one person.
        let allowed = max(2, count.rejected.0 / 1_000)
        #expect(count.rejected.1 <= allowed, "innocent rejected: \(count.rejected.1)")
        if trick.leavesProof {
            #expect(count.rejected.0 * 100 >= laundered * 95, "found \(count.rejected.0) of \(laundered)")
        } else {
            #expect((count.rejected.0 + count.held.0) * 100 >= laundered * 95, "kept out of \(laundered)")
        }
    }

    @Test("costs nobody a row while no source is registered")
    func nothingRegistered() throws {
        let bench = try SourceBench()
        let count = try Count(try bench.vet(Self.few.list(.sourceDropped)))
        #expect(count.rejected == (0, 0))
        #expect(count.held == (0, 0))
    }
}
