import Glibc

/// How the process meets the system's signals.
package enum ProcessSignals {
    /// Lets a closed pipe and a full quota be errors of a write instead of the end of the process.
    ///
    /// Called once, before anything is written.
    package static func turnIntoErrors() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
    }
}
