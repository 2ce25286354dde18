import Cryptography
import Synchronization
import Testing

@Suite("A pool of random bytes")
struct RandomPoolTests {
    /// Counts up, and counts how often it was asked.
    private final class Counting: RandomSource {
        private let state = Mutex((next: 0, calls: 0))

        var calls: Int { state.withLock { $0.calls } }

        func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
            state.withLock { state in
                state.calls += 1
                state.next += count
                return (state.next - count..<state.next).map { UInt8(truncatingIfNeeded: $0) }
            }
        }
    }

    @Test("hands every byte of its source out once, in larger pieces")
    func once() throws {
        let source = Counting()
        let pool = RandomPool(source, readAhead: 48)
        var taken: [UInt8] = []
        for count in [16, 16, 16, 12, 12, 12, 12] { taken += try pool.take(count) }
        #expect(taken == Array(0..<96))
        #expect(source.calls == 2)
    }

    @Test("asks for no more than is needed where it does not read ahead")
    func exact() throws {
        let source = Counting()
        let pool = RandomPool(source, readAhead: 0)
        #expect(try pool.take(16) + pool.take(12) == Array(0..<28))
        #expect(try pool.key() == SecretKey(bytes: Array(28..<60)))
        #expect(source.calls == 3)
    }

    @Test("leaves out the rest of a piece that is too short, and hands nothing out twice")
    func rest() throws {
        let pool = RandomPool(Counting(), readAhead: 40)
        #expect(try pool.take(30) == Array(0..<30))
        #expect(try pool.take(16) == Array(40..<56))
        #expect(try pool.take(100).count == 100)
    }

    private struct Empty: RandomSource {
        func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] { [] }
    }

    @Test("fails where its source is dry")
    func dry() {
        #expect(throws: CryptographyError.self) { try RandomPool(Empty(), readAhead: 64).take(16) }
        #expect(throws: CryptographyError.self) { try RandomPool(Empty(), readAhead: 64).key() }
    }
}
