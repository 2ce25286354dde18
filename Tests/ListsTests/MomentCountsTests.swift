import Lists
import Testing

@Suite("Moments that many rows share")
struct MomentCountsTests {
    @Test("are counted exactly while there is room")
    func exact() {
        var counts = MomentCounts(capacity: 10)
        for key in [1, 2, 1, 3, 1] as [UInt64] { counts.add(key) }
        #expect([1, 2, 3, 4].map { counts.atMost($0) } == [3, 1, 1, 0])
    }

    @Test("are found among any number of others, and never undercounted")
    func crowded() {
        var counts = MomentCounts(capacity: 64)
        for number in 0..<50_000 as Range<UInt64> {
            counts.add(1000 + number)
            if number % 20 == 0 { counts.add(7) }
        }
        #expect(counts.atMost(7) >= 2500)
        #expect(counts.atMost(1000) <= 52_500 / 64 + 1)
    }
}
