import Cryptography
import Testing

@Suite("What the system gives")
struct SystemTests {
    @Test("is as many random bytes as asked for", arguments: [0, 1, 16, 1000])
    func drawsBytes(count: Int) throws {
        #expect(try SystemRandom().bytes(count).count == count)
    }

    @Test("differs from draw to draw")
    func drawsDifferentBytes() throws {
        let draws = try (0..<100).map { _ in try SystemRandom().bytes(16) }
        #expect(Set(draws).count == 100)
    }

    @Test("is refused for a number that cannot be", arguments: [-1, Int.min, Int.max, Int(Int32.max) + 1])
    func refusesCounts(count: Int) {
        #expect(throws: CryptographyError.self) { try SystemRandom().bytes(count) }
    }

    @Test("is compared byte by byte")
    func comparesBytes() {
        #expect(constantTimeEquals([1, 2, 3], [1, 2, 3]))
        #expect(constantTimeEquals([], []))
        #expect(!constantTimeEquals([1, 2, 3], [1, 2, 4]))
        #expect(!constantTimeEquals([1, 2, 3], [1, 2]))
        #expect(!constantTimeEquals([], [0]))
    }

    @Test("names its own version")
    func namesVersion() {
        #expect(LibraryVersion.openSSL.hasPrefix("OpenSSL 3."))
    }
}
