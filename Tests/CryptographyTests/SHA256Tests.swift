import Cryptography
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives the digests of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func knownAnswers(message: String, digest: String) {
        var hasher = SHA256()
        hasher.update(Array(message.utf8))
        #expect(hasher.finalize().hex == digest)
        #expect(SHA256.digest(of: Array(message.utf8)).hex == digest)
    }

    @Test("does not mind in which pieces a message comes", arguments: [1, 3, 64, 65, 1000])
    func takesPieces(size: Int) {
        let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        var hasher = SHA256()
        for start in stride(from: 0, to: message.count, by: size) {
            hasher.update(Array(message[start..<min(start + size, message.count)]))
        }
        #expect(hasher.finalize() == SHA256.digest(of: message))
    }

    @Test("begins anew after each digest")
    func isReusable() {
        var hasher = SHA256()
        for byte in UInt8(0)...200 {
            hasher.update([byte, byte])
            #expect(hasher.finalize() == SHA256.digest(of: [byte, byte]))
        }
        #expect(hasher.finalize() == SHA256.digest(of: []))
    }

    @Test("takes spans, buffers and digests like arrays")
    func takesOtherShapes() {
        let message: [UInt8] = [1, 2, 3]
        let inner = SHA256.digest(of: message)
        var hasher = SHA256()
        hasher.update(message.span)
        message.withUnsafeBytes { hasher.update($0) }
        hasher.update(inner)
        #expect(hasher.finalize() == SHA256.digest(of: message + message + inner.bytes))
    }

    @Test("puts a tag in front of what it digests")
    func tags() {
        let (left, right) = (SHA256.digest(of: [1]), SHA256.digest(of: [2]))
        var hasher = SHA256()
        #expect(hasher.digest(tag: 9, [4, 5]) == SHA256.digest(of: [9, 4, 5]))
        #expect(hasher.digest(tag: 7, left, right) == SHA256.digest(of: [7] + left.bytes + right.bytes))
        #expect(hasher.digest(tag: 0, []) == SHA256.digest(of: [0]))
    }

    @Test(
        "puts a tag in front of a part of other bytes, short or long",
        arguments: [0, 1, 33, 254, 255, 256, 999])
    func tagsParts(length: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        var hasher = SHA256()
        #expect(
            hasher.digest(tag: 3, bytes.span.extracting(1..<1 + length))
                == SHA256.digest(of: [3] + bytes[1..<1 + length]))
    }
}
