import Consent
import Synchronization

/// A clock that stands still until a test moves it.
final class SettableClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: Instant) { moment = Mutex(start) }

    var now: Instant { moment.withLock { $0 } }

    func set(_ instant: Instant) { moment.withLock { $0 = instant } }

    func advance(_ seconds: Int64) { moment.withLock { $0 = $0.advanced(by: seconds) } }
}

/// A moment as it is written, for tests; a mistyped one is the beginning of 1970 and fails loudly.
func at(_ text: String) -> Instant { (try? Instant(parsing: text)) ?? Instant(seconds: 0) }
