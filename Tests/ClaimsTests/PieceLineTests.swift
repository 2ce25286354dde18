import Claims
import Consent
import Ledger
import Testing

/// Lists of more rows than are told to the ledger at once.
@Suite("An import of several pieces")
struct PieceLineTests {
    private static let rows = 2500

    /// Whoever stands in a row: most are new, some stood in an earlier row of the same piece or of another.
    private static func person(_ row: Int) -> Int {
        if row % 97 == 0, row > 1 { return row - 1 }
        if row % 101 == 0, row > 1100 { return row - 1100 }
        return row
    }

    private static func line(_ row: Int) -> String {
        let moment = Instant(seconds: 1_700_000_000 + Int64(row) * 61)
        let stop =
            row % 7 == 0
            ? Instant(seconds: 1_760_000_000 + Int64(row) * 61).description : row % 11 == 0 ? "yes" : ""
        let complained = row % 501 == 0 ? "yes" : ""
        return "p\(person(row))@example.org,\(moment),192.0.2.10,\(stop),\(complained)"
    }

    @Test("finds a moment that many rows share in whichever pieces they are")
    func shared() throws {
        let bench = try ImportBench()
        let common: Set = [3, 1500, 2490]
        let lines = (1...Self.rows).map { row in
            let moment = Instant(seconds: 1_700_000_000 + (common.contains(row) ? 7 : Int64(row) * 61))
            return "p\(row)@example.org,\(moment),192.0.2.10"
        }
        let text = (["email,optin_time,optin_ip"] + lines).joined(separator: "\n") + "\n"
        let result = try bench.take(text: text)
        #expect(result.counts == [UInt64(Self.rows - common.count), 0, UInt64(common.count), 0])
        #expect(result.codes == ["bulk-import": UInt64(common.count)])
    }

    @Test("tells every row in its order, each with the records of its own person", .timeLimit(.minutes(3)))
    func order() throws {
        let bench = try ImportBench()
        let header = "email,optin_time,optin_ip,unsubscribed_at,complained"
        let text = ([header] + (1...Self.rows).map(Self.line)).joined(separator: "\n") + "\n"
        let path = try bench.list(text)
        let result = try bench.take(path, tool: "our shop")
        #expect(result.counts == [UInt64(Self.rows), 0, 0, 0])
        var places: [(row: UInt64, index: UInt64)] = []
        for person in Set((1...Self.rows).map(Self.person)) {
            let history = try bench.history("p\(person)@example.org")
            let rows = (1...Self.rows).filter { Self.person($0) == person }
            #expect(Set(history.compactMap(\.imported?.row)) == Set(rows.map { UInt64($0) }))
            for record in history {
                let row = Int(record.imported?.row ?? 0)
                if record.event.kind == .given {
                    #expect(record.event.occurredAt?.seconds == 1_700_000_000 + Int64(row) * 61)
                }
                places.append((UInt64(row), record.index))
            }
        }
        places.sort { $0.index < $1.index }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0.row <= $1.row })
        #expect(try bench.ledger.examine().findings == [])
        let size = bench.size
        let again = try bench.take(path, tool: "our shop")
        #expect(again.counts[0] == 0 && again.tally.withdrawals.recorded == 0)
        #expect(bench.size == size)
    }
}
