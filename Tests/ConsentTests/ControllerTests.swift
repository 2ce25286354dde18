import Consent
import Testing

@Suite("A controller")
struct ControllerTests {
    @Test(
        "has details that can be used",
        arguments: [
            (Controller.Detail.address, "1 High Street, 10115 Berlin", true), (.address, " ", false),
            (.address, "1 High Street\n10115 Berlin", false), (.email, "privacy@example.com", true),
            (.email, "privacy.example.com", false), (.phone, "+49 (0)30 / 123-456", true),
            (.phone, "call us", false), (.url, "https://example.com/", true), (.url, "example.com", false),
            (.url, "javascript:alert(1)", false), (.privacyURL, "http://example.com/privacy", true),
            (.privacyURL, "https://example.com/a b", false), (.officer, "Dora Privacy", true),
            (.authority, "Berliner Beauftragte", true), (.authority, "a\u{1B}[31m", false),
        ])
    func details(detail: Controller.Detail, value: String, isUsable: Bool) {
        #expect((detail.problem(of: value) == nil) == isUsable)
        #expect((Controller(name: "Example GmbH", details: [detail: value]) != nil) == isUsable)
    }

    @Test(
        "declares what people are told of a purpose",
        arguments: [
            (NoticeDetail.storedIn, "DE, ie", true), (.storedIn, "EU", true), (.storedIn, "EEA", true),
            (.storedIn, "Germany", false), (.storedIn, ",", false), (.retention, "P3Y", true),
            (.retention, "", false), (.withdrawAt, "https://example.com/stop", true),
            (.withdrawAt, "the link", false), (.recipients, "none", true),
        ])
    func notices(detail: NoticeDetail, value: String, isUsable: Bool) {
        #expect((detail.problem(of: value) == nil) == isUsable)
        #expect(NoticeDetail(named: detail.name) == detail)
    }
}
