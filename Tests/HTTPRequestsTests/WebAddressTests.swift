import HTTPRequests
import Testing

@Suite("Web addresses")
struct WebAddressTests {
    @Test(
        "lead over https, or to this machine",
        arguments: [
            ("https://tsa.example/tsr", false), ("HTTPS://tsa.example", false),
            ("https://tsa.example:8443/a", false),
            ("http://localhost:8080/", true), ("http://127.0.0.1", true), ("http://127.9.9.9:1/x", true),
            ("http://[::1]:80/x", true), ("https://localhost/", true), ("https://[2001:db8::1]/", false),
        ])
    func taken(text: String, isLoopback: Bool) throws {
        let address = try WebAddress(parsing: text)
        #expect(address.isLoopback == isLoopback && address.text == text)
    }

    @Test(
        "are refused over http to other machines, unless that is allowed",
        arguments: [
            "http://tsa.example/", "http://127.0.0.1.example/", "http://127.0.0/",
            "http://localhost.example/",
            "http://[::2]/", "http://128.0.0.1/", "http://127.0.0.256/",
        ])
    func unprotected(text: String) throws {
        let error = #expect(throws: HTTPError.self) { try WebAddress(parsing: text) }
        #expect(error?.code == .unprotected)
        #expect(try !WebAddress(parsing: text, allowingHTTP: true).isLoopback)
    }

    @Test(
        "are refused where they are none",
        arguments: [
            "", "tsa.example", "ftp://tsa.example/", "https://", "https:///x", "https://a b/",
            "https://a/b c",
            "https://a:0/", "https://a:70000/", "https://a:b/", "https://[::1/", "https://[::1]x/",
            "https://[g]/",
            "https://a/?q", "https://a/#f", "https://a\\b/", "https://ä.example/", "file:///etc/passwd",
            "https://a/\n", "https://" + String(repeating: "a", count: 3000),
        ])
    func refused(text: String) {
        let error = #expect(throws: HTTPError.self) { try WebAddress(parsing: text, allowingHTTP: true) }
        #expect(error?.code == .notAnAddress)
    }

    @Test("with a password in them are refused, and it is not repeated")
    func passwords() {
        let error = #expect(throws: HTTPError.self) {
            try WebAddress(parsing: "https://ada:secret@tsa.example/")
        }
        #expect(error?.code == .hasPassword)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("grow by a name", arguments: ["https://w.example", "https://w.example/"])
    func grow(text: String) throws {
        #expect(
            try WebAddress(parsing: text).appending("add-checkpoint").text
                == "https://w.example/add-checkpoint")
    }
}
