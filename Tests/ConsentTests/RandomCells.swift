/// Cells such as lists hold and such as nobody should, the same for the same seed.
struct RandomCells: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let blanks = [
        "", "", "", "", "", " ", "  ", "\t", "\n", "\r\n", "\u{B}", "\u{A0}", "\u{85}", "\u{1F}", "\u{200B}",
    ]
    private static let names = [
        "ada", "Jane.Doe", "info", "INFO", "no-reply", "mailer-daemon", "o'brien", "a_b-c", "x1", "4711",
        "hr",
        "administrator", "user%40x", "jörg", "пётр", "a\"b", "first last", "l ucas", "mailto: x", "k\u{212A}",
        "e\u{301}", "\u{D4E}",
    ]
    private static let namePieces = [
        "a", "B", "7", ".", "..", "+", "-", "_", "'", "ü", "+news", "x", "#", "%", "\\", "(", "\u{AD}",
        "info", " ",
    ]
    private static let hosts = [
        "gmail.com", "GoogleMail.com", "googlemail.com", "example.org", "X.co.uk", "münchen.de", "MÜNCHEN.de",
        "xn--mnchen-3ya.de", "XN--MNCHEN-3YA.DE", "xn--zz.de", "localhost", "gmail..com", "-a.de", "a-.de",
        "1.2.3.4",
        "x.123", "x.1a", "paypаl.com", "例え.jp", "faß.de", "x\u{3002}de", "x\u{301}.de", "\u{301}x.de",
        "ab--cd.org",
        "a_b.de", "ａ.de", "x.org\u{A0}", "café.fr", "ПОЧТА.рф",
    ]
    private static let hostPieces = [
        "a", "B", "-", ".", "1", "xn--", "ü", "_", "@", " ", "com", "de", ".org", "é", "\u{AD}", "+", "..",
        "x",
    ]
    private static let ats = [
        "@", "@", "@", "@", "@", "@", "@", "@", "", "@@", " @ ", "@ ", "\u{FF20}", "@\u{301}",
    ]
    private static let tails = [
        "", "", "", "", "", "", ".", "..", ";", ",", " (x)", ">", "?a=b", "\"", "'", "@", "\\",
    ]

    private mutating func any(_ texts: [String]) -> String { texts.randomElement(using: &self) ?? "" }

    /// A text made of pieces, and now and then a long one.
    private mutating func pieces(_ texts: [String]) -> String {
        let isLong = Int.random(in: 0..<40, using: &self) == 0
        let count = isLong ? Int.random(in: 40...260, using: &self) : Int.random(in: 0...7, using: &self)
        if isLong, Bool.random(using: &self) { return String(repeating: "a", count: count) }
        return (0..<count).map { _ in any(texts) }.joined()
    }

    /// The next cell.
    mutating func cell() -> String {
        let isKnown = Int.random(in: 0..<3, using: &self) > 0
        var name = isKnown ? any(Self.names) : pieces(Self.namePieces)
        if Int.random(in: 0..<6, using: &self) == 0 { name += "+tag" }
        let host = Int.random(in: 0..<3, using: &self) > 0 ? any(Self.hosts) : pieces(Self.hostPieces)
        let cell = any(Self.blanks) + name + any(Self.ats) + host + any(Self.tails) + any(Self.blanks)
        return Int.random(in: 0..<9, using: &self) == 0 ? cell.uppercased() : cell
    }
}
