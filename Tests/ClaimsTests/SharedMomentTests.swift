import Claims
import Consent
import Ledger
import Testing

@Suite("A moment that many rows share")
struct SharedMomentTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    /// Rows with their times, one address each.
    private func list(_ times: [String]) -> String {
        "email,optin_time,optin_ip\n"
            + times.enumerated().map { "p\($0)@example.org,\($1),192.0.2.7\n" }.joined()
    }

    /// Times of sign-ups a little more than a day apart.
    private func apart(_ count: Int, _ form: (Int) -> String) -> [String] { (0..<count).map(form) }

    @Test("to the second is that of an import")
    func second() throws {
        let own = apart(40) { "2025-03-\(10 + $0 % 20) 10:\(10 + $0):17" }
        let shared = [String](repeating: "2025-06-18 13:51:14", count: 3)
        #expect(try bench.take(text: list(own + shared)).counts == [40, 0, 3, 0])
    }

    @Test("is shared although each row writes another fraction of it")
    func fractions() throws {
        let own = apart(40) { "2025-03-\(10 + $0 % 20)T10:\(10 + $0):17.5Z" }
        let shared = apart(40) { "2025-06-18T13:51:14.\(100_000 + $0 * 97)Z" }
        #expect(try bench.take(text: list(own + shared)).counts == [40, 0, 40, 0])
    }

    @Test("may be that of two")
    func two() throws {
        let times = apart(5) { "2025-03-1\($0) 10:00:17" } + ["2025-06-18 13:51:14", "2025-06-18 13:51:14"]
        #expect(try bench.take(text: list(times)).counts == [7, 0, 0, 0])
    }

    @Test("to the minute may be chance for a few, and not for many")
    func minute() throws {
        let own = apart(40) { "2025-03-10 1\($0 / 10):\(10 + $0)" }
        let few = [String](repeating: "2025-06-18 13:51", count: 9)
        #expect(try bench.take(text: list(own + few)).counts == [49, 0, 0, 0])
        let many = [String](repeating: "2025-06-19 13:51", count: 10)
        #expect(try bench.take(text: list(own + many)).counts == [0, 40, 10, 0])
    }

    @Test(
        "is nobody's where it is that of most rows of an own list",
        arguments: ["2025-06-18", "2025-06-18 00:00:00"])
    func sameForAll(time: String) throws {
        let result = try bench.take(text: list([String](repeating: time, count: 3)))
        #expect(result.codes == ["bulk-import": 3])
    }

    @Test("does not count where only the day is the same for some")
    func days() throws {
        let times = apart(12) { $0 < 6 ? "2025-06-18" : "2025-07-\(10 + $0)" }
        #expect(try bench.take(text: list(times)).counts == [12, 0, 0, 0])
    }

    @Test("takes a confirmation away, and the claim with it where it rests on that alone")
    func confirmation() throws {
        func rows(_ ip: (Int) -> String) -> String {
            "Email Address,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID\n"
                + (0..<4).map { number in
                    "p\(number)@example.org,2,2025-01-0\(number + 1) 08:10:0\(number),\(ip(number)),"
                        + "2025-06-18 13:51:14,203.0.113.77,1,x\n"
                }.joined()
        }
        #expect(try bench.take(text: rows { "198.51.100.\($0)" }, tool: nil).counts == [4, 0, 0, 0])
        #expect(try bench.history("p0@example.org")[0].imported?.confirmedAt == nil)
        #expect(try ImportBench().take(text: rows { _ in "" }, tool: nil).codes == ["bulk-import": 4])
    }
}
