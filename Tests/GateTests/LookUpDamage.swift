import Foundation
import TestSupport

/// Something that befalls a look-up file.
///
/// How a file is laid out stands in `BlockLayout`: its first section are entries of sixteen bytes, of which the last four
/// are the number of what is known of somebody.
struct LookUpDamage: Sendable, CustomStringConvertible {
    /// In words.
    let description: String
    /// Makes other bytes of those of the file and those of an older one.
    let apply: @Sendable (_ whole: Data, _ older: Data, _ random: SeededRandom) -> Data

    /// What befalls a file that keeps its length, so that it can be written over while somebody reads in it.
    static let keepingLength: [LookUpDamage] =
        (0..<2).map { place in
            LookUpDamage(description: "everybody is told to be as person \(place) of the file") {
                whole, _, _ in
                var bytes = whole
                let number = bytes[(place * 16 + 12)..<(place * 16 + 16)]
                for start in stride(from: 12, to: entryBytes, by: 16) {
                    bytes.replaceSubrange(start..<(start + 4), with: number)
                }
                return bytes
            }
        } + [
            LookUpDamage(description: "a bit is turned in each block") { whole, _, random in
                var bytes = whole
                for block in 0..<(bytes.count / 4096) { turnBit(in: block, of: &bytes, random) }
                return bytes
            },
            LookUpDamage(description: "one bit is turned among the entries") { whole, _, random in
                var bytes = whole
                turnBit(in: Int(random.next() % UInt64(entryBytes / 4096)), of: &bytes, random)
                return bytes
            },
            LookUpDamage(description: "two blocks of entries changed places") { whole, _, _ in
                var bytes = whole
                bytes.replaceSubrange(0..<4096, with: whole[4096..<8192])
                bytes.replaceSubrange(4096..<8192, with: whole[0..<4096])
                return bytes
            },
            LookUpDamage(description: "a block is zeroes") { whole, _, _ in
                var bytes = whole
                bytes.replaceSubrange(8192..<12_288, with: Data(count: 4096))
                return bytes
            },
            LookUpDamage(description: "an older file lies over it") { whole, older, _ in
                older + whole.dropFirst(older.count)
            },
        ]

    /// What befalls a file as a whole.
    static let ofWholeFile: [LookUpDamage] = [
        LookUpDamage(description: "an older file lies in its place") { _, older, _ in older },
        LookUpDamage(description: "it is cut within a block") { whole, _, _ in whole.prefix(10_000) },
        LookUpDamage(description: "it is cut between blocks") { whole, _, _ in whole.dropLast(4096) },
        LookUpDamage(description: "it is empty") { _, _, _ in Data() },
        LookUpDamage(description: "it lies there twice") { whole, _, _ in whole + whole },
    ]

    /// How many people the file has, and the bytes that their entries take: six blocks.
    static let people = 1536
    private static let entryBytes = people * 16

    private static func turnBit(in block: Int, of bytes: inout Data, _ random: SeededRandom) {
        let place = block * 4096 + Int(random.next() % 4096)
        bytes[place] ^= 1 << UInt8(random.next() % 8)
    }
}
