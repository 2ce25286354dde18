import Consent
import Testing

@Suite("A cell of addresses")
struct AddressCellTests {
    @Test(
        "is read as what was meant, and says what was repaired",
        arguments: [
            ("jane@example.org", []), ("Jane@Example.ORG", []), (" jane@example.org ", []),
            ("o'neil@example.org", []), ("jane@example.org\r\n", []), ("jane/team@example.org", []),
            ("jane|x@example.org", []), ("what?x=y@example.org", []), ("a%40b@example.org", []),
            ("mailto:jane@example.org", [.mailLink]), ("MAILTO: jane@example.org", [.mailLink]),
            ("mailto://jane@example.org", [.mailLink]),
            ("mailto:jane@example.org?subject=Hi, you; all", [.mailLink, .mailLinkTail]),
            ("jane@example.org?subject=hi", [.mailLinkTail]),
            ("mailto:jane%40example.org?body=x", [.mailLink, .percentEncoding, .mailLinkTail]),
            ("jane%40example.org", [.percentEncoding]), ("jane%2Bnews%40example.org", [.percentEncoding]),
            ("Jane <jane@example.org>", [.displayName]), ("\"Doe, Jane\" <jane@example.org>", [.displayName]),
            ("Doe, Jane <jane@example.org>", [.displayName]),
            ("Doe, Jane, Dr. <jane@example.org>", [.displayName]),
            ("'Doe, Jane' <jane@example.org>", [.displayName]),
            ("\"J \\\"X\\\" D\"<jane@example.org>", [.displayName]),
            ("jane@example.org <Jane@example.org>", [.displayName]),
            ("\"Jane @ Acme\" <jane@example.org>", [.displayName]),
            ("Jane <mailto:jane@example.org>", [.displayName, .mailLink]),
            ("<jane@example.org>", [.angleBrackets]),
            ("Jane < jane@example.org >", [.displayName]),
            ("Jane <jane@example.org> (work)", [.displayName, .comment]),
            ("jane@example.org (Jane (at) home)", [.comment]), ("jane@example.org(Jane)", [.comment]),
            ("(Jane) jane@example.org", [.comment]), ("\u{A0}jane@example.org\u{202F}", [.unusualSpaces]),
            ("ja\u{200B}ne@exa\u{AD}mple.org", [.invisibleCharacters]),
            ("\u{FEFF}jane@example.org", [.invisibleCharacters]),
            ("\u{202A}jane@example.org\u{202C}", [.invisibleCharacters]),
            ("jane\u{200D}@example.org", [.invisibleCharacters]),
            ("\u{FF4A}ane\u{FF20}example\u{3002}org", [.wideLetters]),
            ("jane@\u{FF45}xample\u{FF0E}org", [.wideLetters]), ("jane@example.org.", [.trailingDot]),
            ("jane @ example.org", [.spacesAroundAt]),
            ("jane\u{A0}@example.org", [.spacesAroundAt, .unusualSpaces]),
            ("'jane@example.org'", [.quotes]), ("'jane@example.org", [.quotes]),
            ("\"jane@example.org\"", [.quotes]),
            ("\"'jane@example.org'\"", [.quotes]), ("\u{201E}jane@example.org\u{201C}", [.quotes]),
            ("jane\\@example.org", [.backslash]), ("jane@example.org;", [.emptyPlaces]),
            (",jane@example.org,, ", [.emptyPlaces]),
            ("jane@example.org, jane@example.org", [.severalAddresses]),
        ] as [(String, Set<AddressRepair>)])
    func repaired(cell: String, repairs: Set<AddressRepair>) throws {
        let read = try AddressCell(parsing: cell)
        #expect(read.repairs == repairs)
        let expected: [String: String] = [
            "o'neil@example.org": "o'neil@example.org", "jane/team@example.org": "jane/team@example.org",
            "jane|x@example.org": "jane|x@example.org", "what?x=y@example.org": "what?x=y@example.org",
            "a%40b@example.org": "a%40b@example.org", "jane%2Bnews%40example.org": "jane+news@example.org",
        ]
        #expect(read.addresses.map(\.normalized) == [expected[cell] ?? "jane@example.org"])
    }

    @Test(
        "may hold several, each read once and in its order",
        arguments: [
            "a@x.org,b@y.org", "a@x.org; b@y.org", "a@x.org\nb@y.org", "a@x.org\r\n\r\nb@y.org",
            "a@x.org ::: b@y.org", "a@x.org|b@y.org", "a@x.org | b@y.org", "a@x.org / b@y.org",
            "a@x.org/b@y.org", "a@x.org b@y.org", "a@x.org\tb@y.org", "A <a@x.org>, B <b@y.org>",
            "A <a@x.org> B <b@y.org>", "\"a@x.org\",\"b@y.org\"", "\"a@x.org, b@y.org\"",
            "<a@x.org><b@y.org>",
            "Doe, A <a@x.org>, Roe, B <b@y.org>", "a@x.org\u{FF0C}b@y.org", "a@x.org\u{3001}b@y.org",
            "a@x.org, b@y.org; A@x.org", "a @ x.org b @ y.org", "mailto:a@x.org,b@y.org",
            "a@x.org (A), b@y.org (B)",
            "a@x.org\u{2028}b@y.org",
        ])
    func several(cell: String) throws {
        let read = try AddressCell(parsing: cell)
        #expect(read.addresses.map(\.normalized) == ["a@x.org", "b@y.org"])
        #expect(read.repairs.contains(.severalAddresses))
    }

    @Test(
        "is malformed rather than guessed",
        arguments: [
            ("", MalformedAddress.Reason.empty), (" \u{A0}\u{200B}", .empty), ("\"\"", .empty),
            (" , ;", .empty),
            ("jane(at)example.org", .noAtSign), ("jane (at) example.org", .noAtSign),
            ("jane[at]example.org", .noAtSign), ("jane{at}example.org", .noAtSign),
            ("jane at example.org", .noAtSign),
            ("jane at example dot org, Jane <jane@example.org>", .noAtSign),
            ("jane&#64;example.org", .noAtSign), ("Jane", .noAtSign), ("mailto:", .noAtSign),
            ("<>", .noAtSign),
            ("jane@", .noDomain), ("a@b@x.org", .severalAtSigns), ("a\\@b@x.org", .severalAtSigns),
            ("jane@example", .domainWithoutDot), ("jane@[192.0.2.1]", .domainNotAName),
            ("\"jane doe\"@example.org", .characterNotAllowed),
            ("\"jane\"@example.org", .characterNotAllowed),
            ("jane@example.org..", .domainNotAName), ("jane@example.org, nobody", .noAtSign),
            ("nobody; jane@example.org", .noAtSign), ("jane@example.org, ben@", .noDomain),
            ("Jane jane@example.org", .noAtSign), ("ben@x.org <jane@example.org>", .severalAtSigns),
            ("jane@example.org (ben@x.org)", .severalAtSigns),
            ("jane@example.org?cc=ben@x.org", .severalAtSigns),
            ("jane@example.org?cc=ben%40x.org", .severalAtSigns),
            ("jane@example.org?", .domainNotAName), ("\"Jane <jane@example.org>", .characterNotAllowed),
            ("Jane <jane@example.org", .characterNotAllowed),
            ("jane@example.org (Jane", .characterNotAllowed),
            ("jane@(x)example.org", .characterNotAllowed), ("mailto:%FF@example.org", .characterNotAllowed),
            ("mailto:a%2Cb@example.org", .characterNotAllowed), ("jane%2540example.org", .noAtSign),
            ("jane@example.org/x", .noAtSign), ("ja\u{0}ne@example.org", .characterNotAllowed),
            ("jan\u{435}@example.org", .mixedScripts),
            ("jane.\u{43E}\u{441}\u{430}@example.org", .mixedScripts),
            ("jane@ex\u{430}mple.org", .mixedScripts), ("jane@xn--exmple-4nf.org", .mixedScripts),
            ("jane@\u{430}\u{440}\u{440}\u{4CF}\u{435}.com", .mixedScripts),
            ("jane@example.org; b\u{435}n@example.org", .mixedScripts),
            ("jane@xn--zzzzzzzz.org", .domainNotAName),
        ])
    func malformed(cell: String, reason: MalformedAddress.Reason) {
        #expect(throws: MalformedAddress(reason)) { try AddressCell(parsing: cell) }
    }

    @Test(
        "takes the letters of every language that stand alone",
        arguments: [
            ("\u{438}\u{432}\u{430}\u{43D}@\u{43F}\u{438}\u{441}\u{44C}\u{43C}\u{43E}.\u{440}\u{444}", true),
            ("j\u{F6}rg@b\u{FC}cher.example", true), ("\u{5C71}\u{7530}abc@\u{4F8B}\u{3048}.jp", true),
            ("\u{43E}\u{441}\u{430}@\u{43E}\u{441}\u{430}.\u{440}\u{444}", true),
            ("\u{646}\u{627}\u{645}\u{647}\u{200C}\u{627}\u{6CC}@example.org", false),
            ("ada@\u{646}\u{627}\u{645}\u{647}\u{200C}\u{627}\u{6CC}.com", true),
            ("jane@\u{3C0}\u{3B1}\u{3C1}\u{3AC}\u{3B4}\u{3B5}\u{3B9}\u{3B3}\u{3BC}\u{3B1}.gr", true),
        ])
    func languages(cell: String, isRead: Bool) throws {
        let read = try? AddressCell(parsing: cell)
        #expect((read != nil) == isRead)
        #expect(read?.repairs ?? [] == [])
    }

    @Test("is bounded, and never traps, whatever stands in it")
    func bounded() throws {
        #expect(throws: MalformedAddress(.tooLong)) {
            try AddressCell(parsing: String(repeating: "a@x.org,", count: 600))
        }
        for long in ["a,", "a,<", "(", "\"", "<", "@ ", "a@x.org ", ":::", "?a=", "'"] {
            _ = try? AddressCell(parsing: String(repeating: long, count: 4096 / long.utf8.count))
        }
        let pieces = [
            "@", "<", ">", "(", ")", "\"", "'", ",", ";", ":::", "|", "/", " ", "\n", "\\", "%4", "%40",
            "?a=", "a", "x.org",
            "mailto:", ".", "\u{200D}", "\u{430}", "\u{FF20}", "\u{0}", "\u{301}",
        ]
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            var cell = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                cell += pieces[Int(state >> 33) % pieces.count]
            }
            guard let read = try? AddressCell(parsing: cell) else { continue }
            // What was read is an address by itself, and reads as nothing but itself.
            for address in read.addresses {
                #expect(try EmailAddress(parsing: address.normalized) == address)
            }
        }
    }

    @Test("has a name and a sentence for every repair, none of them twice")
    func words() {
        #expect(Set(AddressRepair.allCases.map(\.description)).count == AddressRepair.allCases.count)
        #expect(AddressRepair.allCases.allSatisfy { $0.description.hasSuffix(".") })
    }
}
