/// All that a policy can see of a contact: contacts with the same combination get the same judgement.
struct Combination: Sendable {
    /// How many words hold the small facts; they come first.
    static let smallWords = 16
    /// How many words hold the answers about one cell, a bit to each.
    static let rangeWords = 3
    /// How many words there are; the last one holds the answers about two cells.
    static let count = 20

    var words: InlineArray<20, UInt64>

    init() { words = InlineArray(repeating: 0) }

    /// Spreads combinations over 64 bits: each word by a product of its own, folded.
    ///
    /// Not meant to withstand somebody who chooses the words; ``CombinationTable`` bounds what that can cost.
    var hash: UInt64 {
        // A span, for a subscript in a loop copies the whole array each time.
        let words = words.span
        var (sum, salt): (UInt64, UInt64) = (0, 0)
        for index in words.indices {
            salt &+= 0x9E37_79B9_7F4A_7C15
            let product = (words[index] ^ salt).multipliedFullWidth(by: salt | 1)
            sum &+= product.high ^ product.low
        }
        let product = (sum ^ sum >> 32).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
