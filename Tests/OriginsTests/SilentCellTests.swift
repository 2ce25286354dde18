import Origins
import Testing

@Suite("A cell at which a reader of opt-ins looks no further")
struct SilentCellTests {
    let catalogue: LayoutCatalogue

    init() throws { catalogue = try LayoutCatalogue.shipped }

    private func claim(time: String = "2024-05-01 08:10:00", ip: String = "192.0.2.10") -> ClaimReading {
        let header = ["Email", "OPTIN_TIME", "OPTIN_IP", "LEID"]
        let cells = ["orla.quimbly@example.com", time, ip, "1"]
        return OptInReader(catalogue.recognise([header, cells])).claim(ofRow: { cells[$0] }, count: 4)
    }

    @Test(
        "says nothing or no, however it is written",
        arguments: [
            "", " ", "-", "—", "n/a", "N/A", "Unknown", "UNKNOWN", "unbekannt", " none ", "NULL", "(null)",
            "'nil'",
            "not set", "NotSet", "Not-Specified", "keine Angabe", "k.A.", "0000-00-00", "0000-00-00 00:00:00",
            "no",
            "No.", "FALSE", "0", "n", "Nein", "não", "NÃO", "nÃ£o", "never", "ｎｏ", "\u{200B}no", "пo",
            "pending",
        ])
    func silent(cell: String) {
        #expect(!claim(time: cell).isClaim)
        #expect(claim(time: cell).time == nil)
    }

    @Test(
        "says something",
        arguments: [
            "2024-05-01 08:10:00", "05/01/2024", "nowhere", "0001", "not set up", "1", "è", "éa", "10", "Ü1",
        ])
    func telling(cell: String) {
        #expect(claim(time: cell).time?.text == cell)
    }

    @Test(
        "is a network address of somebody, or none",
        arguments: [
            ("192.0.2.10", true), ("1.2.3.4", true), ("255.255.255.255", true), ("0192.0.2.1", true),
            ("007.0.2.1", true), (" 192.0.2.1 ", true), ("192.0.2.1, 10.0.0.1", true), ("192.0.2.1/24", true),
            ("192.0.2.x", true), ("192.0.2.XXX", true), ("192.0.2.*", true), ("2001:db8::1", true),
            ("0.0.0.0", false), ("000.1.2.3", false), ("127.0.0.1", false), ("256.1.1.1", false),
            ("1.2.3.256", false), ("999.1.1.1", false), ("1.2.3", false), ("1.2.3.4.5", false),
            ("1.2.3.", false),
            (".1.2.3", false), ("1..2.3", false), ("1.2.3.4a", false), ("::1", false), ("::", false),
            ("x.1.2.3", false),
        ])
    func networkAddress(text: String, isOfSomebody: Bool) {
        #expect((claim(ip: text).ip != nil) == isOfSomebody, "\(text)")
    }
}
