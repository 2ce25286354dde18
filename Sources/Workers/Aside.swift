import Glibc

/// Something that is done on a thread of its own while the caller goes on.
///
/// Its end is waited for when the value goes, so that no thread outlives what it works for, nor the process.
package struct Aside: ~Copyable {
    private let thread: pthread_t?

    /// Begins; where the system gives no thread, nothing is done, and whoever needs the outcome works for it then.
    package init(_ body: @escaping @Sendable () -> Void) { thread = SystemThread.begin(body) }

    /// Whether there is a thread, and something is done.
    package var hasThread: Bool { thread != nil }

    deinit { if let thread { _ = pthread_join(thread, nil) } }

    /// Waits for the end.
    package consuming func finish() {}
}
