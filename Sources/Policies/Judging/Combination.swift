/// All that a policy can see of a contact: contacts with the same combination get the same judgement.
struct Combination: Sendable, Equatable {
    /// How many words hold the small facts, how many the answers about one cell, and how many all others.
    static let (smallWords, rangeWords, otherWords) = (16, 3, 1)

    /// The words, in that order; a bit to each answer.
    var words: InlineArray<20, UInt64>

    init() { words = InlineArray(repeating: 0) }

    /// Spreads combinations over 64 bits: each word by a product of its own, folded.
    ///
    /// Not meant to withstand somebody who chooses the words; ``CombinationTable`` bounds what that can cost.
    var hash: UInt64 {
        var sum: UInt64 = 0
        for index in words.indices {
            let salt = UInt64(truncatingIfNeeded: index &+ 1) &* 0x9E37_79B9_7F4A_7C15
            let product = (words[index] ^ salt).multipliedFullWidth(by: salt | 1)
            sum &+= product.high ^ product.low
        }
        let product = (sum ^ sum >> 32).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    static func == (a: Combination, b: Combination) -> Bool {
        var difference: UInt64 = 0
        for index in a.words.indices { difference |= a.words[index] ^ b.words[index] }
        return difference == 0
    }
}
