import Synchronization

/// What is fuzzed: the C function that libFuzzer calls cannot hold it.
final class ChosenTarget: Sendable {
    /// A closure that stands alone within a mutex is wrapped once more at every access, and runs are many.
    private struct Held: Sendable {
        let run: @Sendable ([UInt8]) -> Void
    }

    private let held = Mutex<Held?>(nil)

    func set(_ target: @escaping @Sendable ([UInt8]) -> Void) {
        held.withLock { $0 = Held(run: target) }
    }

    func run(_ bytes: [UInt8]) {
        held.withLock { $0 }?.run(bytes)
    }
}

let chosenTarget = ChosenTarget()
