import Consent
import Testing

@Suite("An e-mail address")
struct EmailAddressTests {
    @Test(
        "is compared in one form",
        arguments: [
            ("ada@example.org", "ada@example.org"), ("  Ada@Example.ORG ", "ada@example.org"),
            ("ada+news@example.org", "ada+news@example.org"), ("a.d.a@example.org", "a.d.a@example.org"),
            ("ada@bücher.example", "ada@xn--bcher-kva.example"),
            ("ADA@BÜCHER.example", "ada@xn--bcher-kva.example"),
            ("J\u{6F}\u{308}rg@example.org", "j\u{F6}rg@example.org"),
            ("ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"),
            ("o'neil@example.org", "o'neil@example.org"), ("ada@ｅｘａｍｐｌｅ.org", "ada@example.org"),
        ])
    func normalised(typed: String, expected: String) throws {
        let address = try EmailAddress(parsing: typed)
        // Compared byte by byte: Swift's == would hide a missing normalisation.
        #expect(Array(address.normalized.utf8) == Array(expected.utf8))
    }

    @Test(
        "refuses what cannot be an address",
        arguments: [
            ("", MalformedAddress.Reason.empty), ("  ", .empty), ("ada", .noAtSign),
            ("@example.org", .noLocalPart),
            ("a@b@c.org", .severalAtSigns), ("ada@", .noDomain), ("ada@example", .domainWithoutDot),
            ("ada@-example.org", .domainNotAName), ("ada@exa_mple.org", .domainNotAName),
            ("ada@example..org", .domainNotAName),
            ("ada@192.0.2.1", .domainNotAName), ("user@[192.0.2.1]", .domainNotAName),
            (".ada@example.org", .misplacedDot),
            ("a..da@example.org", .misplacedDot), ("ada lovelace@example.org", .characterNotAllowed),
            ("\"ada\"@example.org", .characterNotAllowed), ("ad\u{200B}a@example.org", .characterNotAllowed),
            ("ada@exam ple.org", .domainNotAName), ("ada@example.org\u{0}", .domainNotAName),
            (String(repeating: "a", count: 65) + "@example.org", .tooLong),
            ("a@" + String(repeating: "a.", count: 130) + "org", .tooLong), ("ada(at)example.org", .noAtSign),
            ("ada@example.org/x?y", .domainNotAName), ("ada@bücher.example/#", .domainNotAName),
            ("ada@xn--abc.example", .domainNotAName), ("ad\u{430}@example.org", .mixedScripts),
            ("ada@ex\u{430}mple.org", .mixedScripts), ("ada@example.org.", .domainNotAName),
        ])
    func refuses(typed: String, reason: MalformedAddress.Reason) {
        #expect(throws: MalformedAddress(reason)) { try EmailAddress(parsing: typed) }
    }

    @Test("prints shortened, whichever way it is printed")
    func redacted() throws {
        let address = try EmailAddress(parsing: "ada.lovelace@example.org")
        var dumped = ""
        dump(address, to: &dumped)
        for text in ["\(address)", String(reflecting: address), dumped, address.shortened] {
            #expect(text.contains("a•••@example.org"))
            #expect(!text.contains("lovelace"))
        }
    }

    @Test(
        "tells shared and system mailboxes from personal ones",
        arguments: [
            ("info@example.org", Mailbox.role), ("Info+x@example.org", .role),
            ("noreply@example.org", .system),
            ("abuse@example.org", .system), ("ada@example.org", .personal),
            ("information@example.org", .personal),
        ])
    func mailbox(typed: String, expected: Mailbox) throws {
        #expect(Mailbox(of: try EmailAddress(parsing: typed)) == expected)
    }
}
