import Cryptography
import Foundation
import Testing

@Suite("Timestamps")
struct TimestampTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/timestamps")

    private func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: name)))
    }

    private func authorities(_ name: String) throws -> TimestampAuthorities {
        try TimestampAuthorities(parsing: try bytes(name))
    }

    private func imprint() throws -> Digest { SHA256.digest(of: try bytes("note.txt")) }

    /// The code with which a token is refused; nil where it holds.
    private func refusal(
        _ token: TimestampToken, _ imprint: Digest, by authorities: TimestampAuthorities,
        at time: Int64? = nil
    ) -> TimestampError.Code? {
        do throws(TimestampError) {
            try token.verified(of: imprint, by: authorities, at: time)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("are asked for as openssl ts asks")
    func asks() throws {
        let theirs = try TimestampRequest(parsing: try bytes("request.tsq"))
        #expect(theirs.imprint == (try imprint()))
        #expect(theirs.bytes == (try bytes("request.tsq")))
        let ours = try TimestampRequest(imprint: try imprint(), random: SystemRandom())
        #expect(try TimestampRequest(parsing: ours.bytes) == ours)
        #expect(ours.nonce != theirs.nonce)
    }

    @Test(
        "are never asked for with a nonce that DER would write otherwise", arguments: [0, 0x7F, 0x80, 0xFF])
    func keepsNonces(byte: UInt8) throws {
        let request = try TimestampRequest(
            imprint: try imprint(), random: FixedRandom(fixed: Array(repeating: byte, count: 8)))
        #expect((0x40...0x7F).contains(request.nonce[0]) && request.nonce.count == 8)
    }

    @Test("refuse what is no request", arguments: ["granted.tsr", "note.txt"])
    func refusesRequests(name: String) throws {
        let content = try bytes(name)
        #expect(throws: TimestampError.self) { try TimestampRequest(parsing: content) }
        let cut = Array(try bytes("request.tsq").dropLast())
        #expect(throws: TimestampError.self) { try TimestampRequest(parsing: cut) }
    }

    @Test("hold for the issuer's certificate and for the authority's own, without a chain")
    func hold() throws {
        let token = try TimestampReply.token(in: try bytes("granted.tsr"))
        try token.answers(try TimestampRequest(parsing: try bytes("request.tsq")))
        // 2020 to 2120, and not before this test was written.
        #expect((1_790_000_000...4_733_510_400).contains(token.stampedAt))
        for name in ["issuer.pem", "authority.pem"] {
            #expect(try token.verified(of: imprint(), by: authorities(name)) == 4_733_510_400)
        }
        #expect(try TimestampReply.token(in: TimestampReply.granting(token)) == token)
    }

    @Test("hold without a certificate inside for who gives the authority's, and for nobody else")
    func holdBare() throws {
        let token = try TimestampReply.token(in: try bytes("without-certificate.tsr"))
        #expect(refusal(token, try imprint(), by: try authorities("authority.pem")) == nil)
        #expect(refusal(token, try imprint(), by: try authorities("issuer.pem")) != nil)
    }

    @Test(
        "are refused in words",
        arguments: [
            ("ended.tsr", "issuer.pem", TimestampError.Code.expired),
            ("stranger.tsr", "issuer.pem", .untrusted),
            ("granted.tsr", "stranger.pem", .untrusted), ("granted.tsr", "mail.pem", .untrusted),
            ("mail.token", "issuer.pem", .notForTimestamps), ("mail.token", "mail.pem", .notForTimestamps),
        ])
    func refuses(name: String, trusted: String, code: TimestampError.Code) throws {
        let content = try bytes(name)
        let token =
            try name.hasSuffix("token") ? TimestampToken(parsing: content) : TimestampReply.token(in: content)
        #expect(refusal(token, try imprint(), by: try authorities(trusted)) == code)
    }

    @Test("are refused for another text, another request and another time")
    func refusesOthers() throws {
        let token = try TimestampReply.token(in: try bytes("granted.tsr"))
        let issuer = try authorities("issuer.pem")
        #expect(refusal(token, SHA256.digest(of: [1]), by: issuer) == .foreignImprint)
        // The certificate of the authority ends with 2119.
        #expect(refusal(token, try imprint(), by: issuer, at: 4_733_510_401) == .expired)
        let other = try TimestampRequest(imprint: try imprint(), random: SystemRandom())
        #expect(throws: TimestampError.self) { try token.answers(other) }
    }

    @Test("that were not granted say why")
    func tellsRefusal() throws {
        let content = try bytes("rejected.tsr")
        let error = #expect(throws: TimestampError.self) { try TimestampReply.token(in: content) }
        #expect(error?.code == .refused)
        #expect(error?.what == "the authority gave no timestamp: it does not know the algorithm")
    }

    @Test("do not survive a change of what was signed, nor of the signature")
    func noticesChanges() throws {
        let token = try TimestampReply.token(in: try bytes("granted.tsr"))
        let issuer = try authorities("issuer.pem")
        let imprint = try imprint()
        let start = try #require(token.bytes.firstRange(of: imprint.bytes)?.lowerBound)
        // The digest, the serial number and the time after it, and the last bytes, which are the signature.
        for place in Array(start..<start + 70) + Array(token.bytes.indices.suffix(200)) {
            var changed = token.bytes
            changed[place] ^= 1
            guard let read = try? TimestampToken(parsing: changed) else { continue }
            #expect(refusal(read, read.imprint, by: issuer) != nil, "byte \(place)")
        }
        var changed = token.bytes
        changed[changed.count - 1] ^= 1
        #expect(refusal(try TimestampToken(parsing: changed), imprint, by: issuer) == .invalidSignature)
    }

    @Test("are refused cut off anywhere, with something behind, and where they are nothing of the kind")
    func refusesDamage() throws {
        let whole = try bytes("granted.tsr")
        for count in whole.indices {
            #expect(throws: TimestampError.self) { try TimestampReply.token(in: Array(whole[..<count])) }
        }
        #expect(throws: TimestampError.self) { try TimestampReply.token(in: whole + [0]) }
        #expect(throws: TimestampError.self) { try TimestampReply.token(in: Array("no".utf8)) }
        let token = try TimestampReply.token(in: whole)
        #expect(throws: TimestampError.self) { try TimestampToken(parsing: token.bytes + [0]) }
        let long = token.bytes + Array(repeatElement(0, count: TimestampToken.greatestByteCount))
        #expect(throws: TimestampError.self) { try TimestampToken(parsing: long) }
    }

    @Test("are not checked with a file that holds no certificate", arguments: ["note.txt", "request.tsq"])
    func refusesCertificates(name: String) throws {
        let content = try bytes(name)
        for content in [content, []] {
            let error = #expect(throws: TimestampError.self) { try TimestampAuthorities(parsing: content) }
            #expect(error?.code == .noCertificate)
        }
    }
}
