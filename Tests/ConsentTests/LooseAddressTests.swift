import Consent
import Testing

@Suite("An address where a no is looked up")
struct LooseAddressTests {
    @Test(
        "is taken without its tag, and at Gmail without dots and in one domain",
        arguments: [
            ("ada@example.org", "ada@example.org", nil),
            ("ada+news@example.org", "ada@example.org", nil),
            ("a.d.a+x+y@example.org", "a.d.a@example.org", nil),
            ("+ada@example.org", "+ada@example.org", nil),
            ("A.da+news@Gmail.com", "a.da@gmail.com", "ada@gmail.com"),
            ("ada@googlemail.com", "ada@googlemail.com", "ada@gmail.com"),
            ("ada@mail.gmail.com", "ada@mail.gmail.com", nil),
        ] as [(String, String, String?)])
    func reduced(typed: String, withoutTag: String, dotless: String?) throws {
        let address = try EmailAddress(parsing: typed)
        #expect(address.withoutTag == withoutTag)
        #expect(address.dotlessMailbox == dotless)
    }

    @Test("is hashed in every form that a tool may have had, each once")
    func hashedForms() throws {
        #expect(try EmailAddress(parsing: "ada@example.org").hashedForms == ["ada@example.org"])
        #expect(
            try EmailAddress(parsing: "Ada+x@Bücher.example").hashedForms == [
                "ada+x@xn--bcher-kva.example", "ada@xn--bcher-kva.example", "ada+x@bücher.example",
                "ada@bücher.example",
            ])
        #expect(
            try EmailAddress(parsing: "a.da@googlemail.com").hashedForms == [
                "a.da@googlemail.com", "ada@gmail.com", "ada@googlemail.com",
            ])
    }

    @Test(
        "as others hashed it is told by its digits",
        arguments: [
            ("0CBC6611F5540BD0809A388DC95A615B", AddressHash.Kind.md5),
            ("  640ab2bae07bedc4c163f679a746f7ab7fb5d1fa\t", .sha1),
            ("532eaabd9574880dbf76b9b8cc00832c20a6ec113d682299550d7a6e0f345e25", .sha256),
        ])
    func kinds(text: String, kind: AddressHash.Kind) throws {
        let hash = try #require(AddressHash(text))
        #expect(hash.kind == kind)
        #expect(hash.digits == text.filter { !$0.isWhitespace }.lowercased())
        #expect(!"\(hash)".contains(hash.digits.prefix(6)))
        #expect(!String(reflecting: hash).contains(hash.digits.prefix(6)))
    }

    @Test(
        "is no hash where a digit is missing, too many or none",
        arguments: [
            "", "ada@example.org", "0cbc6611f5540bd0809a388dc95a615", "0cbc6611f5540bd0809a388dc95a615bb",
            "0cbc6611f5540bd0809a388dc95a615g", "0cbc6611f5540bd0 809a388dc95a615b",
            "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ",
        ])
    func noHash(text: String) { #expect(AddressHash(text) == nil) }
}
