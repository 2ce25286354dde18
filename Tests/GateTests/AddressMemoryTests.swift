import Testing

@testable import Gate

@Suite("The memory of addresses")
struct AddressMemoryTests {
    @Test("answers what was noted last, and nothing for others", arguments: [0, 100, 1 << 20])
    func answers(inMemory most: Int) {
        var memory = AddressMemory(most: most)
        var expected: [UInt64: UInt16] = [:]
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
        for round in 0..<50_000 {
            let key = round.isMultiple(of: 5) ? expected.keys.first ?? 1 : next()
            let outcome = UInt16(next() % 200)
            if round.isMultiple(of: 3) {
                #expect(memory.noteFirst(outcome, of: key) == expected[key])
                if expected[key] == nil { expected[key] = outcome }
            } else {
                memory.note(outcome, of: key)
                expected[key] = outcome
            }
        }
        #expect(expected.allSatisfy { memory.outcome(of: $0.key) == $0.value })
        #expect(
            (0..<10_000).allSatisfy { _ in
                let key = next()
                return expected[key] != nil || memory.outcome(of: key) == nil
            })
        #expect(memory.allocatedBytes < (most > 100 ? expected.count * 20 : 1))
    }

    @Test("never forgets a no, however many outcomes there are")
    func many() {
        var memory = AddressMemory()
        for key in 1...1000 { memory.note(UInt16(key), of: UInt64(key) << 20) }
        #expect((1...1000).allSatisfy { (memory.outcome(of: UInt64($0) << 20) ?? 0) > 0 })
    }
}
