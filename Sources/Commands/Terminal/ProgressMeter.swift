import Gate

/// One line on a terminal that says how far a vetting is; nothing where standard error is no terminal.
final class ProgressMeter {
    private let name: String
    private let isShown: Bool
    private var last: ContinuousClock.Instant?
    private var isOnScreen = false

    /// How often the line changes: often enough to be seen moving, seldom enough to cost nothing.
    private static let pause = Duration.milliseconds(100)

    init(_ name: String) {
        self.name = name
        isShown = StandardStream.error.isTerminal && ProcessEnvironment.value("TERM") != "dumb"
    }

    /// Shows how far it is.
    func show(_ progress: Vetting.Progress) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, last.duration(to: now) < Self.pause { return }
        last = now
        let share = progress.totalBytes.flatMap { total in
            total > 0 ? " \(min(100, progress.bytes * 100 / total)) %" : nil
        }
        // ECMA-48: carriage return, then erase to the end of the line.
        StandardStream.error.writeIfPossible("\r\u{1B}[Kvetting \(name):\(share ?? "") \(progress.rows) rows")
        isOnScreen = true
    }

    /// Takes the line away.
    func clear() {
        if isOnScreen { StandardStream.error.writeIfPossible("\r\u{1B}[K") }
        isOnScreen = false
    }
}
