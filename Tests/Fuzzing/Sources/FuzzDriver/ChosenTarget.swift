import Synchronization

/// What is fuzzed: the C function that libFuzzer calls cannot hold it.
final class ChosenTarget: Sendable {
    private let target = Mutex<(@Sendable ([UInt8]) -> Void)?>(nil)

    func set(_ target: @escaping @Sendable ([UInt8]) -> Void) {
        self.target.withLock { $0 = target }
    }

    func run(_ bytes: [UInt8]) {
        target.withLock { $0 }?(bytes)
    }
}

let chosenTarget = ChosenTarget()
