import Testing
import Workers

@Suite("What lies between a caller and a thread beside it")
struct SideDeskTests {
    @Test("is worked on step by step, on one thread and on two", arguments: [1, 2])
    func order(threads: Int) {
        var desk = SideDesk([0], Workers(threads))
        for step in 1...200 {
            desk.begin { $0.append(step) }
            // Nobody but its owner has a desk, the test's own words included.
            let isAtWork = desk.isAtWork
            #expect(isAtWork == (threads > 1))
            guard step.isMultiple(of: 3) else { continue }
            let (count, isStillAtWork) = (desk.with { $0.count }, desk.isAtWork)
            #expect(count == step + 1)
            #expect(!isStillAtWork)
        }
        let all = desk.with { $0 }
        #expect(all == Array(0...200))
    }
}
