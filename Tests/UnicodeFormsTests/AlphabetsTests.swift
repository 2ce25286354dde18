import Testing
import UnicodeForms

@Suite("Alphabets that look alike")
struct AlphabetsTests {
    @Test(
        "are mixed where nobody can tell what is meant",
        arguments: [
            ("jan\u{435}", true), ("\u{3BF}ffice", true), ("p\u{430}ypal", true), ("\u{578}ffice", true),
            ("\u{13AA}bc", true), ("\u{3B1}\u{431}", true),
            ("jane", false), ("jos\u{E9}", false), ("\u{438}\u{432}\u{430}\u{43D}", false),
            ("\u{3B3}\u{3B9}\u{3CE}\u{3C1}\u{3B3}\u{3BF}\u{3C2}", false), ("abc\u{4F8B}\u{3048}", false),
            ("\u{E44}\u{E17}\u{E22}abc", false), ("", false), ("2024", false),
        ])
    func mixed(word: String, expected: Bool) { #expect(Alphabets.areMixed(in: word) == expected) }

    @Test(
        "pass for Latin where every letter has a Latin double",
        arguments: [
            ("\u{430}\u{440}\u{440}\u{4CF}\u{435}", true), ("\u{43E}\u{441}\u{430}", true),
            ("\u{3BF}\u{3BD}\u{3BF}", true),
            ("\u{438}\u{432}\u{430}\u{43D}", false), ("apple", false), ("", false), ("\u{4F8B}", false),
        ])
    func latin(word: String, expected: Bool) { #expect(Alphabets.looksLatin(word) == expected) }

    @Test(
        "letters in another width or typeface are plain ones",
        arguments: [
            ("\u{FF4A}", "j"), ("\u{FF20}", "@"), ("\u{FE6B}", "@"), ("\u{3002}", "."), ("\u{FF61}", "."),
            ("\u{1D423}", "j"), ("\u{FB03}", "ffi"), ("\u{FF0C}", ","), ("j", nil), ("\u{E9}", nil),
            ("\u{B2}", nil), ("\u{AA}", nil), ("\u{430}", nil),
        ] as [(Unicode.Scalar, String?)])
    func plain(scalar: Unicode.Scalar, form: String?) { #expect(LetterForm.plain(scalar) == form) }
}
