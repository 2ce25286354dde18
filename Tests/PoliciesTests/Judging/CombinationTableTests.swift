import TestSupport
import Testing

@testable import Policies

@Suite("A table of combinations")
struct CombinationTableTests {
    func combination(_ words: [UInt64]) -> Combination {
        var combination = Combination()
        for (index, word) in words.enumerated() { combination.words[index] = word }
        return combination
    }

    @Test("finds again what was added, through every growth")
    func findsAgain() {
        var table = CombinationTable(limit: 5000)
        let random = SeededRandom(seed: 3)
        let all = (0..<5000).map { combination([UInt64($0), random.next() & 3, 0, UInt64($0 % 7) << 56]) }
        for (number, one) in all.enumerated() {
            guard case .free(let slot) = table.place(of: one, hash: one.hash) else {
                Issue.record("no place for number \(number)")
                continue
            }
            table.add(one, hash: one.hash, number: UInt32(number), in: slot)
        }
        #expect(table.count == 5000 && table.isFull)
        for (number, one) in all.enumerated() {
            #expect(table.place(of: one, hash: one.hash) == .found(number))
        }
        table.clear()
        #expect(table.count == 0)
        #expect(table.place(of: all[0], hash: all[0].hash) != .found(0))
    }

    @Test("gives up on combinations that all belong in one place")
    func crowded() {
        var table = CombinationTable(limit: 1000)
        var added = 0
        for number in 0..<100 {
            let one = combination([UInt64(number)])
            guard case .free(let slot) = table.place(of: one, hash: 5) else { continue }
            table.add(one, hash: 5, number: UInt32(number), in: slot)
            added += 1
        }
        #expect(added == 64)
        #expect(table.place(of: combination([99]), hash: 5) == .crowded)
        #expect(table.place(of: combination([3]), hash: 5) == .found(3))
    }

    @Test("spreads combinations that differ in one byte, whichever it is", arguments: 0..<Combination.count)
    func spreads(word: Int) {
        var seen: Set<UInt64> = []
        for byte in 0..<8 {
            for value in UInt64(0)..<64 {
                var one = Combination()
                one.words[word] = value << UInt64(8 * byte)
                seen.insert(one.hash & 0xFFFF)
            }
        }
        // Of 505 different ones in 65,536 places two are expected to meet.
        #expect(seen.count > 480)
    }
}
