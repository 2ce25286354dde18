import Cryptography
import Testing

@Suite("Hexadecimal digits and Base64")
struct EncodingTests {
    @Test(
        "are those of RFC 4648 section 10",
        arguments: [
            ("", "", ""), ("f", "66", "Zg=="), ("fo", "666f", "Zm8="), ("foo", "666f6f", "Zm9v"),
            ("foob", "666f6f62", "Zm9vYg=="), ("fooba", "666f6f6261", "Zm9vYmE="),
            ("foobar", "666f6f626172", "Zm9vYmFy"),
        ])
    func knownAnswers(text: String, hex: String, base64: String) {
        #expect(Hex.encode(Array(text.utf8)) == hex)
        #expect(Base64.encode(Array(text.utf8)) == base64)
        #expect(Hex.decode(hex) == Array(text.utf8))
        #expect(Base64.decode(base64) == Array(text.utf8))
    }

    @Test("carry every byte at every length")
    func roundTrip() {
        for count in 0...260 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
        #expect(Base64.encode([0xFB, 0xFF, 0xBF]) == "+/+/")
    }

    @Test(
        "refuse digits that are not two for a byte",
        arguments: ["0", "abc", "0g", "g0", " 00", "0x00", "00 ", "é0"])
    func refusesHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test(
        "refuse every second spelling of Base64",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", "Zm9v====", "=", "====", "Z===", "Zg=a", "Z=g=",
            "=Zg=",
            "Zm8 ", " Zm8=", "Zm8-", "Zm8_", "Zm9vZg", "Zg==Zg==", "ZmÃ=", "Zm\u{0}v",
        ])
    func refusesBase64(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
