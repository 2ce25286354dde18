import Claims
import Gate
import SourceRegister

/// One line on a terminal that says how far a list is read; nothing where standard error is no terminal.
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

    /// Does some work with the line beside it, and takes the line away whatever comes of the work.
    static func beside<Outcome>(_ name: String, _ work: (ProgressMeter) throws -> Outcome) rethrows -> Outcome
    {
        let meter = ProgressMeter(name)
        defer { meter.clear() }
        return try work(meter)
    }

    /// Shows how far a vetting is.
    func show(_ progress: Vetting.Progress) {
        show("vetting", progress.bytes, of: progress.totalBytes, rows: progress.rows)
    }

    /// Shows how far an import is.
    func show(_ progress: ImportProgress) {
        show(
            progress.isFirstReading ? "looking through" : "importing", progress.bytes,
            of: progress.totalBytes, rows: progress.rows)
    }

    /// Shows how far the reading of a source is.
    func show(_ progress: SourceRegistration.Progress) {
        show("reading", progress.bytes, of: progress.totalBytes, rows: progress.rows)
    }

    /// Shows how far a verification is.
    func show(_ entries: UInt64, of total: UInt64) {
        show("verifying", entries, of: total, "\(entries) entries")
    }

    private func show(_ what: String, _ bytes: UInt64, of totalBytes: UInt64?, rows: UInt64) {
        show(what, bytes, of: totalBytes, "\(rows) rows")
    }

    private func show(_ what: String, _ done: UInt64, of total: UInt64?, _ number: @autoclosure () -> String)
    {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let last, last.duration(to: now) < Self.pause { return }
        last = now
        let share = total.flatMap { total in
            total > 0 ? " \(min(100, done.multipliedReportingOverflow(by: 100).partialValue / total)) %" : nil
        }
        // ECMA-48: carriage return, then erase to the end of the line.
        StandardStream.error.writeIfPossible("\r\u{1B}[K\(what) \(name):\(share ?? "") \(number())")
        isOnScreen = true
    }

    /// Takes the line away.
    func clear() {
        if isOnScreen { StandardStream.error.writeIfPossible("\r\u{1B}[K") }
        isOnScreen = false
    }
}
