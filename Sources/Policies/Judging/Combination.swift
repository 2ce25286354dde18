/// All that a policy can see of a contact: contacts with the same combination get the same judgement.
struct Combination: Sendable {
    /// How many words hold the small facts; they come first.
    static let smallWords = 4
    /// How many words tell above how many thresholds each wide fact lies.
    static let ladderWords = 3
    /// How many words there are; the last one holds the answers about two cells.
    static let count = 8

    var words: InlineArray<8, UInt64>

    init() { words = InlineArray(repeating: 0) }

    /// Spreads combinations over 64 bits: each word by a product of its own, and their sum once more.
    ///
    /// Not meant to withstand somebody who chooses the words; ``CombinationTable`` bounds what that can cost.
    @inline(__always)
    var hash: UInt64 {
        var (sum, salt): (UInt64, UInt64) = (0, 0)
        for index in words.indices {
            salt &+= 0x9E37_79B9_7F4A_7C15
            // The upper half counts in all bits of a product, the lower half in the upper ones alone.
            sum &+= (words[index] ^ words[index] >> 32) &* (salt | 1)
        }
        let product = (sum ^ sum >> 32).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
