import Gate

/// One line on a terminal that says how far a list is read; nothing where standard error is no terminal.
final class ProgressMeter {
    private let name: String
    private let doing: String
    private let isShown: Bool
    private var last: ContinuousClock.Instant?
    private var isOnScreen = false

    /// How often the line changes: often enough to be seen moving, seldom enough to cost nothing.
    private static let pause = Duration.milliseconds(100)

    /// A meter that shows nothing yet.
    ///
    /// - Parameter doing: What is done with the list, as in `vetting`.
    init(_ name: String, doing: String = "vetting") {
        self.name = name
        self.doing = doing
        isShown = StandardStream.error.isTerminal && ProcessEnvironment.value("TERM") != "dumb"
    }

    /// Shows how far it is.
    func show(_ progress: Vetting.Progress) {
        show(bytes: progress.bytes, of: progress.totalBytes, rows: progress.rows)
    }

    /// Shows how far it is.
    func show(bytes: UInt64, of total: UInt64?, rows: UInt64) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, last.duration(to: now) < Self.pause { return }
        last = now
        let share = total.flatMap { total in
            total > 0 ? " \(min(100, bytes / max(1, total / 100))) %" : nil
        }
        // ECMA-48: carriage return, then erase to the end of the line.
        StandardStream.error.writeIfPossible("\r\u{1B}[K\(doing) \(name):\(share ?? "") \(rows) rows")
        isOnScreen = true
    }

    /// Takes the line away.
    func clear() {
        if isOnScreen { StandardStream.error.writeIfPossible("\r\u{1B}[K") }
        isOnScreen = false
    }
}
