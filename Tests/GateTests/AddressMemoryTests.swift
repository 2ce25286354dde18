import Testing

@testable import Gate

@Suite("The memory of addresses")
struct AddressMemoryTests {
    @Test(
        "answers what was noted last, and nothing for others",
        arguments: [0, 100, 1 << 20], [(0, 0), (0, 40_000), (700, 0), (700, 40_000)])
    func answers(inMemory most: Int, told: (subjects: Int, reserved: Int)) {
        var memory = AddressMemory(most: most)
        memory.tellApart(subjects: told.subjects)
        memory.reserve(told.reserved)
        var expected: [UInt64: UInt16] = [:]
        /// Of the first addresses every other is a subject's; the last of those are more than the memory was told of.
        var subjects: [UInt64: UInt32] = [:]
        func key(_ hash: UInt64) -> AddressKey {
            if subjects.count < 2000, subjects[hash] == nil {
                let count = UInt32(subjects.count)
                subjects[hash] = count.isMultiple(of: 2) ? count / 2 : AddressKey(hash: hash).subject
            }
            return subjects[hash].map { AddressKey(hash: hash, subject: $0) } ?? AddressKey(hash: hash)
        }
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
        for round in 0..<50_000 {
            let hash = round.isMultiple(of: 5) ? expected.keys.first ?? 1 : next()
            let outcome = UInt16(next() % 200)
            if round.isMultiple(of: 3) {
                #expect(memory.noteFirst(outcome, of: key(hash)) == expected[hash])
                if expected[hash] == nil { expected[hash] = outcome }
            } else {
                memory.note(outcome, of: key(hash))
                expected[hash] = outcome
            }
        }
        #expect(expected.allSatisfy { memory.outcome(of: key($0.key)) == $0.value })
        #expect(
            (0..<10_000).allSatisfy { _ in
                let hash = next()
                return expected[hash] != nil || memory.outcome(of: AddressKey(hash: hash)) == nil
            })
        // What was reserved counts where it lies in memory.
        let most = most > 100 ? max(expected.count, told.reserved) * 20 : told.subjects + 1
        #expect(memory.allocatedBytes <= most + 64)
    }

    @Test("never forgets a no, however many outcomes there are")
    func many() {
        var memory = AddressMemory()
        for key in 1...1000 { memory.note(UInt16(key), of: AddressKey(hash: UInt64(key) << 20)) }
        #expect((1...1000).allSatisfy { (memory.outcome(of: AddressKey(hash: UInt64($0) << 20)) ?? 0) > 0 })
    }
}
