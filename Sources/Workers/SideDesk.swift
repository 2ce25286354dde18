import Synchronization

/// Something that is worked on by the caller, or by a thread beside it, and never by both at once.
///
/// The thread works one step ahead: whoever begins a step, or asks for what lies here, first waits for the step before.
package struct SideDesk<Work: ~Copyable>: ~Copyable {
    private let top: Top
    private let isAlone: Bool
    /// The thread that is at work.
    private var step: Aside?

    /// - Parameters:
    ///   - work: What lies on the desk.
    ///   - workers: With one there is no thread beside the caller's, and a step is done when it begins.
    package init(_ work: consuming sending Work, _ workers: Workers) {
        top = Top(work)
        isAlone = workers.count < 2
    }

    /// Whether a step was begun and its end not yet waited for.
    package var isAtWork: Bool { step != nil }

    /// Begins a step.
    package mutating func begin(_ body: @escaping @Sendable (inout sending Work) -> Void) {
        step = nil
        if !isAlone {
            let begun = Aside { [top] in top.work.withLock { body(&$0) } }
            if begun.hasThread {
                step = consume begun
                return
            }
        }
        top.work.withLock { body(&$0) }
    }

    /// Waits for the step, and lends what lies here.
    package mutating func with<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Work) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        step = nil
        return try top.work.withLock(body)
    }

    private final class Top: Sendable {
        let work: Mutex<Work>

        init(_ work: consuming sending Work) { self.work = Mutex(work) }
    }
}
