import Testing
import UnicodeForms

@Suite("Unicode text in one form")
struct UnicodeFormsTests {
    @Test(
        "a domain becomes its A-labels (UTS #46, non-transitional)",
        arguments: [
            ("b\u{FC}cher.example", "xn--bcher-kva.example"),
            ("B\u{DC}CHER.example", "xn--bcher-kva.example"),
            ("fa\u{DF}.example", "xn--fa-hia.example"), ("\u{4F8B}\u{3048}.example", "xn--r8jz45g.example"),
            ("bu\u{308}cher.example", "xn--bcher-kva.example"),
        ])
    func domains(typed: String, ascii: String) { #expect(DomainName.ascii(typed) == ascii) }

    @Test(
        "what would end the host, or has no such form, is refused",
        arguments: [
            "", "\u{FC}/x", "\u{FC}?x", "\u{FC}#x", "\u{FC}@x", "\u{FC}:80", "\u{FC} x", "[\u{FC}]",
            "\u{FC}\u{0}x", "\u{FC}%41",
        ])
    func noDomain(typed: String) { #expect(DomainName.ascii(typed) == nil) }

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
