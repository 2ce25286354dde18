import Glibc
import Synchronization

/// Threads that do the parts of one job at once.
///
/// Each job has threads of its own, which end with it: beginning one costs some microseconds, so that parts should be
/// worth a millisecond. Nobody spins: whoever has to wait sleeps, for the processors may belong to others, too.
package struct Workers: Sendable {
    /// How many parts are worked at once, the calling thread's among them.
    package let count: Int

    /// More than these only wait for each other.
    package static let most = 64

    /// One for each processor of the machine.
    package static let ofMachine = Workers(Int(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// So many, at least one.
    package init(_ count: Int) { self.count = min(max(count, 1), Self.most) }

    /// Does every part and gives what came of them, in the order of the parts.
    ///
    /// - Parameters:
    ///   - parts: How many there are; each worker takes the next that nobody has taken.
    ///   - work: What is done for a part, told by its number from 0.
    package func map<Outcome: Sendable>(
        _ parts: Int, _ work: @escaping @Sendable (Int) -> Outcome
    ) -> [Outcome] {
        guard parts > 1, count > 1 else { return (0..<max(parts, 0)).map(work) }
        let job = Job(parts: parts, work: work)
        let threads = (1..<min(count, parts)).compactMap { _ in SystemThread.begin { job.takePart() } }
        // Where no thread could begin, this one does everything.
        job.takePart()
        for thread in threads { _ = pthread_join(thread, nil) }
        return job.outcomes.withLock { $0.compactMap(\.self) }
    }

    /// The parts of a job, and what came of those that are done.
    private final class Job<Outcome: Sendable>: Sendable {
        let outcomes: Mutex<[Outcome?]>
        private let next = Atomic(0)
        private let parts: Int
        private let work: @Sendable (Int) -> Outcome

        init(parts: Int, work: @escaping @Sendable (Int) -> Outcome) {
            self.parts = parts
            self.work = work
            outcomes = Mutex(Array(repeating: nil, count: parts))
        }

        /// Takes parts until there are none left.
        func takePart() {
            while true {
                let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard part < parts else { return }
                let outcome = work(part)
                outcomes.withLock { $0[part] = outcome }
            }
        }
    }
}
