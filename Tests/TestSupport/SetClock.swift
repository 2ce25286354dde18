package import Consent
import Synchronization

/// A clock that stands still until a test moves it.
package final class SetClock: Sendable {
    private let moment: Mutex<Instant>

    /// A clock that shows a moment.
    package init(_ now: Instant) { moment = Mutex(now) }

    /// What it shows.
    package var now: Instant { moment.withLock { $0 } }

    /// Moves it by some seconds.
    package func advance(by seconds: Int64) { moment.withLock { $0 = $0.advanced(by: seconds) } }
}
