import Origins
import Testing

@Suite("A reference to a LinkedIn profile")
struct ProfileReferenceTests {
    @Test(
        "is found in every spelling, and all spellings give one slug",
        arguments: [
            "https://www.linkedin.com/in/ada-byron-x001", "http://www.linkedin.com/in/ada-byron-x001/",
            "linkedin.com/in/ada-byron-x001", "www.linkedin.com/in/ada-byron-x001",
            "HTTPS://DE.LINKEDIN.COM/IN/ADA-BYRON-X001", "https://uk.linkedin.com/in/ada-byron-x001?trk=foo",
            "https://www.linkedin.com/in/ada-byron-x001#about", "//linkedin.com/in/ada-byron-x001",
            "https://www.linkedin.com/in/ada-byron-x001/details/experience/",
            "https://www.linkedin.com/in/ada-byron-x001/de", "https://linkedin.com:443/in/ada-byron-x001",
            "https://linkedin.com./in/ada-byron-x001", "https://www.linkedin.com//in//ada-byron-x001",
            "https://www.linkedin.com%2Fin%2Fada-byron-x001",
            "https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada-byron-x001",
            "https://www.linkedin.com%252Fin%252Fada-byron-x001",
            "https://%6Cinked%69n.com/in/ada-byron-x001",
            "https://linked\u{456}n.com/in/ada-byron-x001",
            "https://linkedin.com/in/ada-byron-x001".fullWidth,
            "https://l\u{131}nkedin.com/in/ada-byron-x001", "https://ʟɪɴᴋᴇᴅɪɴ.com/in/ada-byron-x001",
            "https://𝗅𝗂𝗇𝗄𝖾𝖽𝗂𝗇.com/in/ada-byron-x001", "https://Iinkedin.com/in/ada-byron-x001",
            "https://1inkedin.com/in/ada-byron-x001", "https://linked1n.c0m/in/ada-byron-x001",
            "https://linked\u{200B}in.com/in/ada-byron-x001", "https://link\u{AD}edin.com/in/ada-byron-x001",
            "https://www.linkedin.com/comm/in/ada-byron-x001",
            "https://m.linkedin.com/mwlite/in/ada-byron-x001",
            "https:\\\\www.linkedin.com\\in\\ada-byron-x001", "https://linkedin.cn/in/ada-byron-x001",
            "<https://www.linkedin.com/in/ada-byron-x001>", "My profile: linkedin.com/in/ada-byron-x001.",
            "https://www.google.com/url?q=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada-byron-x001&sa=D",
            "https://www.linkedin.com/uas/login?session_redirect=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fada-byron-x001",
            "https://www.linkedin.com/company/acme and https://www.linkedin.com/in/ada-byron-x001",
        ])
    func spelled(text: String) throws {
        let reference = try #require(ProfileReference(firstIn: text))
        #expect(reference.kind == .publicProfile)
        #expect(reference.slug == "ada-byron-x001")
        #expect(!reference.isInternal)
    }

    @Test(
        "names a person in other ways too",
        arguments: [
            (
                "http://www.linkedin.com/pub/test-c/12/345/678", ProfileReference.Kind.formerProfile,
                "test-c/12/345/678"
            ),
            ("https://www.linkedin.com/sales/lead/ACwAAATEST0009,NAME_SEARCH,abc", .tool, "ACwAAATEST0009"),
            ("https://www.linkedin.com/sales/people/ACoAAATEST0009,NAME_SEARCH", .tool, "ACoAAATEST0009"),
            ("https://www.linkedin.com/talent/profile/ACoAAATEST0009", .tool, "ACoAAATEST0009"),
            ("https://www.linkedin.com/talent/search/profile/ACoAAATEST0009", .tool, "ACoAAATEST0009"),
            ("https://www.linkedin.com/recruiter/profile/123456,abcd", .tool, "123456"),
            ("https://www.linkedin.com/in/ACwAAATEST0010", .member, "ACwAAATEST0010"),
            ("https://www.linkedin.com/profile/view?id=12345&trk=x", .member, "member:12345"),
            ("urn:li:member:999000111", .member, "member:999000111"),
            ("URN:LI:PERSON:abcDEF", .member, "member:abcdef"),
            ("urn%3Ali%3Amember%3A999000111", .member, "member:999000111"),
            ("urn:li:fs_salesProfile:(ACwAAATEST0009,NAME_SEARCH,abc)", .member, "ACwAAATEST0009"),
            ("urn:li:fsd_profile:ACoAAATEST0009", .member, "ACoAAATEST0009"),
            ("urn:li:lead:77", .member, "member:77"),
            ("https://lnkd.in/Test123", .shortLink, "lnkd.in/Test123"),
            ("lnkd.in/in/x", .shortLink, "lnkd.in/in"),
            ("https://www.linkedin.com/in/j%C3%B6rg-%C3%BCber", .publicProfile, "jörg-über"),
            ("https://www.linkedin.com/in/иван-петров", .publicProfile, "иван-петров"),
        ])
    func otherWays(text: String, kind: ProfileReference.Kind, slug: String) throws {
        let reference = try #require(ProfileReference(firstIn: text))
        #expect(reference.kind == kind)
        #expect(reference.slug == slug)
    }

    @Test(
        "is not seen in companies, schools, posts, jobs and other hosts",
        arguments: [
            "https://www.linkedin.com/company/test-co", "https://www.linkedin.com/school/test",
            "https://www.linkedin.com/showcase/test", "https://www.linkedin.com/jobs/view/1",
            "https://www.linkedin.com/feed/update/urn:li:activity:1", "https://www.linkedin.com/groups/1",
            "https://www.linkedin.com/posts/ada_x", "https://www.linkedin.com/pulse/title-ada",
            "https://www.linkedin.com/pub/dir/Ada/Byron", "https://www.linkedin.com/sales/company/9000000",
            "https://www.linkedin.com/sales/search/people?query=(x)", "https://www.linkedin.com/",
            "linkedin.com",
            "https://www.linkedin.com/in/", "https://www.linkedin.com/in/?trk=x", "https://www.linkedin.com",
            "https://www.linkedin.com/psettings/privacy/email", "urn:li:organization:1", "urn:li:share:1",
            "https://www.example.com/in/test-j", "https://notlinkedin.com/in/x",
            "https://my-linkedin.com/in/x",
            "https://linkedin.com.evil.example/in/x", "https://linkedin.com@evil.example/in/x",
            "https://linkedin.example/in/x", "https://www.xing.com/profile/Test_L", "ada@linkedin.com",
            "linkedin", "test-ada-x001", "/in/ada", "", " ", "%", "%4", "%ZZ",
            "https://linkedin.com/in/%2F%2F",
            "https://lnkd.in/", "https://lnkd.in", "urn:li:", "urn:li:member:", "urn:li:member:(",
        ])
    func none(text: String) {
        #expect(ProfileReference(firstIn: text) == nil)
    }

    @Test(
        "may be a bare path or hash in a column that is kept for it",
        arguments: [
            ("/in/ada", "ada"), ("in/ada", "ada"), (" /in/ada/ ", "ada"), ("linkedin/in/ada", "ada"),
            ("ACwAAATEST0001SYNTHETICvmid001", "ACwAAATEST0001SYNTHETICvmid001"),
            ("https://www.linkedin.com/in/ada", "ada"),
        ])
    func bare(cell: String, slug: String) {
        #expect(ProfileReference(dedicatedCell: cell)?.slug == slug)
    }

    @Test(
        "is not a handle, a word or a yes in such a column",
        arguments: ["ada-x001", "yes", "500+", "ACME", "ACwAA", ""])
    func notBare(cell: String) {
        #expect(ProfileReference(dedicatedCell: cell) == nil)
    }

    @Test("tells whether the text holds nothing else")
    func whole() {
        #expect(ProfileReference(firstIn: " https://www.linkedin.com/in/ada ")?.isWholeText == true)
        #expect(ProfileReference(firstIn: "see linkedin.com/in/ada")?.isWholeText == false)
        #expect(ProfileReference(firstIn: "{\"url\":\"linkedin.com/in/ada\"}")?.isWholeText == false)
    }

    @Test("is looked for in any text without a trap")
    func hostile() {
        var state: UInt64 = 7
        let pieces = [
            "linkedin.com", "/in/", "lnkd.in", "urn:li:", "member:", "%2F", "%", "%25", "/", "\\", "id=",
            "profile/view?",
            "sales/lead/", "talent", "recruiter/", "pub/", "ACwAAATEST0001", ":", ".", ",", " ", "\u{200B}",
            "\u{456}",
            "é", "\u{1F469}\u{200D}\u{1F4BB}", "a", "(", "?",
        ]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int(state % 9) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let found = ProfileReference(firstIn: text)
            #expect(found.map { !$0.slug.isEmpty } ?? true)
            _ = ProfileReference(dedicatedCell: text)
        }
    }
}

extension String {
    /// The text in the full-width forms that East Asian keyboards write.
    fileprivate var fullWidth: String {
        var view = UnicodeScalarView()
        for scalar in unicodeScalars {
            view.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
        }
        return String(view)
    }
}
