import Containers

/// An input whose reading fails after some bytes, as a disk may.
final class FailingInput: ContainerInput {
    struct Failure: Error, Equatable {}

    private let good: InMemoryInput
    private let length: Int
    private var position = 0

    init(_ bytes: [UInt8], after length: Int) {
        good = InMemoryInput(bytes)
        self.length = length
    }

    func read(atMost count: Int) throws -> [UInt8] {
        guard position < length else { throw Failure() }
        let bytes = good.read(atMost: min(count, length - position))
        position += bytes.count
        return bytes
    }

    func rewind() {
        good.rewind()
        position = 0
    }
}
