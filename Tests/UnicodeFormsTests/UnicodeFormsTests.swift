import Testing
import UnicodeForms

@Suite("Unicode text in one form")
struct UnicodeFormsTests {
    @Test(
        "text is composed, and ASCII left alone",
        arguments: [
            ("e\u{301}", "\u{E9}"), ("ada", "ada"), ("", ""), ("\u{212B}", "\u{C5}"),
            ("\u{FB01}", "\u{FB01}"),
        ])
    func composed(typed: String, form: String) {
        #expect(Array(NormalForm.composed(typed).unicodeScalars) == Array(form.unicodeScalars))
    }
}
