import Synchronization
import Testing
import Workers

@Suite("Workers")
struct WorkersTests {
    @Test("give what came of every part, in their order", arguments: [1, 2, 7, 64], [0, 1, 2, 100])
    func order(count: Int, parts: Int) {
        #expect(Workers(count).map(parts) { $0 * $0 } == (0..<parts).map { $0 * $0 })
    }

    @Test("do every part once")
    func once() {
        let done = Counter()
        let parts = Workers(4).map(1000) { part in
            done.add()
            return part
        }
        #expect(parts == Array(0..<1000))
        #expect(done.count == 1000)
    }

    @Test("work at once: two parts that wait for each other both end")
    func together() {
        let met = Counter()
        _ = Workers(2).map(2) { _ in
            met.add()
            // Alone, this would never end.
            while met.count < 2 {}
        }
        #expect(met.count == 2)
    }

    @Test(
        "are at least one and at most sixty-four",
        arguments: [(-5, 1), (0, 1), (1, 1), (3, 3), (1_000_000, 64)])
    func bounds(asked: Int, given: Int) { #expect(Workers(asked).count == given) }
}

@Suite("Something done aside")
struct AsideTests {
    @Test("is over when its value has gone, however it goes")
    func joined() {
        let done = Counter()
        let finished = Aside { done.add() }
        finished.finish()
        #expect(done.count == 1)
        do { _ = Aside { done.add() } }
        #expect(done.count == 2)
    }
}

/// A number that several threads count up.
private final class Counter: Sendable {
    private let number = Atomic(0)

    var count: Int { number.load(ordering: .sequentiallyConsistent) }

    func add() { number.add(1, ordering: .sequentiallyConsistent) }
}
