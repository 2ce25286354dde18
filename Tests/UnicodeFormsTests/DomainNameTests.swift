import Testing
import UnicodeForms

@Suite("A domain name")
struct DomainNameTests {
    @Test(
        "has A-labels and U-labels (UTS #46, non-transitional)",
        arguments: [
            ("b\u{FC}cher.example", "xn--bcher-kva.example", "b\u{FC}cher.example"),
            ("B\u{DC}CHER.example", "xn--bcher-kva.example", "b\u{FC}cher.example"),
            ("bu\u{308}cher.example", "xn--bcher-kva.example", "b\u{FC}cher.example"),
            ("XN--bcher-KVA.example", "xn--bcher-kva.example", "b\u{FC}cher.example"),
            ("fa\u{DF}.example", "xn--fa-hia.example", "fa\u{DF}.example"),
            ("\u{4F8B}\u{3048}\u{3002}example", "xn--r8jz45g.example", "\u{4F8B}\u{3048}.example"),
            ("Example\u{FF0E}ORG", "example.org", "example.org"),
            ("Example.ORG", "example.org", "example.org"),
            ("mx--1.example", "mx--1.example", "mx--1.example"),
        ])
    func forms(typed: String, ascii: String, unicode: String) throws {
        let name = try #require(DomainName(typed))
        #expect(name.ascii == ascii)
        #expect(Array(name.unicode.utf8) == Array(unicode.utf8))
    }

    @Test(
        "is not what would end a host, has a hole, or only says to be an A-label",
        arguments: [
            "", ".", "a..b", ".a", "a.", "\u{FC}.", "\u{FC}/x", "\u{FC}?x", "\u{FC}#x", "\u{FC}@x",
            "\u{FC}:80",
            "\u{FC} x", "[\u{FC}]", "\u{FC}\u{0}x", "\u{FC}%41", "a_b.example", "-a.example", "a-.example",
            "xn--.example", "xn--a.example", "xn--example-.org", "xn--zzzzzzzz.example",
            "xn--bcher-kvb.example",
            "xn--abc.example", String(repeating: "a", count: 64) + ".example",
            String(repeating: "a.", count: 127) + "a", String(repeating: "\u{FC}", count: 600),
        ])
    func refused(typed: String) { #expect(DomainName(typed) == nil) }

    /// A way in which we leave Unicode's file on purpose.
    enum Departure: String {
        /// Hosts with hyphens in the third and fourth place exist, and nobody's address is malformed for it.
        case hyphensInPlainName
        /// Nothing explains it.
        case unexplained

        init(_ idna: IdnaCase, _ name: DomainName?) {
            let isPlain =
                idna.source.utf8.allSatisfy { $0 < 0x80 } && !idna.source.lowercased().contains("xn--")
            let hasHyphens = idna.source.split(separator: ".").contains { $0.dropFirst(2).hasPrefix("--") }
            self =
                idna.ascii == nil && name != nil && isPlain && hasHyphens ? .hyphensInPlainName : .unexplained
        }
    }

    @Test("is what the whole of Unicode's IdnaTestV2.txt says, but for what is explained here")
    func unicode() throws {
        let (cases, illFormed) = try IdnaCase.all()
        #expect(cases.count == 6387)
        // Half of a surrogate pair: no such string ever reaches us.
        #expect(illFormed == 2)
        #expect(cases.count { $0.ascii != nil } == 546)
        var departures: [Departure: Int] = [:]
        for idna in cases {
            let name = DomainName(idna.source)
            guard name?.ascii != idna.ascii else { continue }
            departures[Departure(idna, name), default: 0] += 1
        }
        #expect(departures == [.hyphensInPlainName: 1])
    }
}
