/// The bytes with which some texts of words begin: a look that spares most cells from being read word by word.
///
/// Times, addresses and names of people begin otherwise than `unknown` and `no`.
struct CellBeginnings: Sendable {
    private var bits = [Bool](repeating: true, count: 128)

    /// Rules nothing out.
    init() {}

    /// The beginnings of some texts, each written as ``WordText`` writes.
    init(of texts: Set<String>) {
        bits = bits.map { _ in false }
        for text in texts {
            guard let first = text.utf8.first, first < 0x80 else {
                // What begins beyond ASCII is looked for in every cell.
                bits = bits.map { _ in true }
                return
            }
            bits[Int(first)] = true
        }
    }

    /// Whether a cell holds a word, and begins otherwise than all of the texts.
    ///
    /// The first letter or digit of ASCII begins the first word, if nothing beyond ASCII stands before it. What comes
    /// after it changes nothing of that.
    func rulesOut(_ cell: String) -> Bool {
        for byte in cell.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                return !bits[Int(byte)]
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): return !bits[Int(byte | 0x20)]
            case 0x80...: return false
            default: continue
            }
        }
        return false
    }
}
