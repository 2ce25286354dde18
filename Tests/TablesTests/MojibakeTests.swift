import Foundation
import Tables
import Testing

@Suite("Text that was read in the wrong encoding and saved again")
struct MojibakeTests {
    private static func spoilt(_ text: String, as encoding: String.Encoding) -> String {
        // Foundation reads the undefined bytes of Windows-1252 as nothing at all; they are their own C1 control.
        text.utf8.map { byte in
            if encoding == .macOSRoman, byte >= 0x80 { return String(String.macRoman[Int(byte) - 0x80]) }
            return String(bytes: [byte], encoding: encoding) ?? String(Unicode.Scalar(byte))
        }.joined()
    }

    @Test(
        "is undone, however often that happened",
        arguments: [
            "José", "Müller & Söhne", "Łukasz Žižek", "Ñandú", "Ελλάς", "Жанна", "王小明", "😀 ok", "10 €",
            "O’Brien – “x”", "Ártúr Ýr",
        ],
        [String.Encoding.windowsCP1252, .isoLatin1, .macOSRoman])
    func undone(text: String, encoding: String.Encoding) {
        let once = Self.spoilt(text, as: encoding)
        #expect(Mojibake.undone(once) == text)
        if encoding != .macOSRoman { #expect(Mojibake.undone(Self.spoilt(once, as: encoding)) == text) }
    }

    @Test(
        "is not seen in sound text",
        arguments: [
            "", "Ada", "José", "SÃO PAULO", "Ã", "Âge d’or", "Ça va", "Müller JosÃ©", "Жанна", "王小明",
            "À la carte", "«Âme»", "naïve café",
            "Ångström", "½ €", "√2 × π",
        ])
    func sound(text: String) {
        #expect(Mojibake.undone(text) == nil)
    }

    @Test("is counted against what is sound")
    func count() {
        var count = MojibakeCount()
        for cell in ["JosÃ©", "Ada", "MÃ¼ller", "José"] { count.note(cell) }
        #expect((count.damaged, count.sound) == (2, 1))
        #expect(count.isDamaged)
        for cell in ["Jörg", "Zoë"] { count.note(cell) }
        #expect(!count.isDamaged)
    }
}
