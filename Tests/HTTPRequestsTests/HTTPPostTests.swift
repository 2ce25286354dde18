import HTTPRequests
import TestSupport
import Testing

@Suite(
    "POST requests, to a real server on this machine",
    .enabled(if: LoopbackServer.isPossible, "python3 and openssl are not installed"))
struct HTTPPostTests {
    private let server: LoopbackServer

    init() throws { server = try LoopbackServer(script: "answers.py") }

    private func post(_ path: String, _ content: [UInt8] = [1, 2, 3]) throws -> HTTPPost {
        HTTPPost(
            to: try WebAddress(parsing: server.address + path), contentType: "application/x-test",
            content: content)
    }

    @Test("bring bytes there and back, as they are")
    func echo() throws {
        for content in [[0, 255, 10, 13], [], Array(repeatElement(7, count: 300_000))] as [[UInt8]] {
            let answer = try post("/echo", content).send()
            #expect(answer.status == 200 && answer.content == content)
            #expect(answer.contentType == "application/x-test")
        }
    }

    @Test("tell nothing but what they must")
    func headers() throws {
        let answer = String(decoding: try post("/headers").send().content, as: UTF8.self)
        let names = Set(answer.split(separator: "\n").compactMap { $0.split(separator: ":").first })
        #expect(names == ["Host", "User-Agent", "Accept", "Content-Type", "Content-Length"])
        #expect(answer.contains("User-Agent: consentgate"))
    }

    @Test("give any status to who asked", arguments: [200, 204, 400, 404, 409, 500, 503])
    func statuses(status: Int) throws {
        #expect(try post("/status/\(status)").send().status == status)
    }

    @Test("are not sent elsewhere")
    func redirect() throws {
        let post = try post("/redirect")
        let error = #expect(throws: HTTPError.self) { try post.send() }
        #expect(error?.code == .redirected)
    }

    @Test("take an answer up to its limit, and not a byte more")
    func limit() throws {
        var post = try post("/long/1000")
        post.greatestAnswer = 1000
        #expect(try post.send().content.count == 1000)
        post.greatestAnswer = 999
        let short = post
        let error = #expect(throws: HTTPError.self) { try short.send() }
        #expect(error?.code == .tooLong)
    }

    @Test("do not wait for ever")
    func timeout() throws {
        var post = try post("/slow")
        post.seconds = 1
        let hasty = post
        let error = #expect(throws: HTTPError.self) { try hasty.send() }
        #expect(error?.code == .late)
    }

    @Test("fail in words where nothing or half of it comes back", arguments: ["/nothing", "/cut"])
    func failures(path: String) throws {
        let post = try post(path)
        let error = #expect(throws: HTTPError.self) { try post.send() }
        #expect(error?.code == .failed)
        #expect(error?.message.hasPrefix("The request to 127.0.0.1 failed: ") == true)
    }

    @Test("are not made to who cannot prove who it is")
    func certificates() throws {
        let folder = try ScratchFolder()
        let secure = try LoopbackServer(script: "answers.py", arguments: [folder.path, "tls"])
        let port = secure.address.split(separator: ":").last ?? ""
        func post(_ host: String) throws -> HTTPPost {
            HTTPPost(
                to: try WebAddress(parsing: "https://\(host):\(port)/echo"), contentType: "a/b", content: [7])
        }
        let stranger = try post("localhost")
        let error = #expect(throws: HTTPError.self) { try stranger.send() }
        #expect(error?.code == .untrusted)
        var trusted = stranger
        trusted.certificateFile = folder.path("tls.pem")
        #expect(try trusted.send().content == [7])
        // The certificate is for another name.
        var other = try post("127.0.0.1")
        other.certificateFile = folder.path("tls.pem")
        let misnamed = other
        let second = #expect(throws: HTTPError.self) { try misnamed.send() }
        #expect(second?.code == .untrusted)
    }

    @Test("say that nobody is there")
    func unreachable() throws {
        let post = HTTPPost(
            to: try WebAddress(parsing: "http://127.0.0.1:1/"), contentType: "a/b", content: [1])
        let error = #expect(throws: HTTPError.self) { try post.send() }
        #expect(error?.code == .unreachable)
    }
}
