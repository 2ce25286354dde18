import CLinux
import Glibc

/// What a program writes to its standard output, where that is a secret.
///
/// No shell comes between: the program and its arguments are given as they are. Its standard input is empty and its
/// standard error thrown away, for either could carry the secret elsewhere.
package enum ProgramOutput {
    /// Why there is no output.
    package enum Failure: Error, Hashable, Sendable {
        /// The program cannot be started.
        case notStarted
        /// It ended with this status, or by this signal as a negative number.
        case ended(Int32)
        /// It had not ended when the time was over, and was stopped.
        case late
        /// It wrote more than a secret has.
        case tooLong
    }

    /// The most bytes that are taken.
    package static let greatestByteCount = 4096

    /// Runs a program to its end and lends what it wrote, which is overwritten afterwards.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - arguments: What follows its name.
    ///   - seconds: How long it may take.
    ///   - body: Takes the output.
    /// - Throws: ``Failure``.
    package static func withSecret<Result>(
        of program: String, _ arguments: [String], within seconds: Int, _ body: (Span<UInt8>) -> Result
    ) throws(Failure) -> Result {
        let start = UnsafeMutableRawPointer.allocate(byteCount: greatestByteCount + 1, alignment: 8)
        defer {
            unsafe explicit_bzero(start, greatestByteCount + 1)
            unsafe start.deallocate()
        }
        let buffer = unsafe UnsafeMutableRawBufferPointer(start: start, count: greatestByteCount + 1)
        let count = try unsafe collect(
            program, arguments, deadline: now + Int64(seconds) * 1000, into: buffer)
        guard count <= greatestByteCount else { throw .tooLong }
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count]).bindMemory(to: UInt8.self)
        return body(unsafe bytes.span)
    }

    private static func collect(
        _ program: String, _ arguments: [String], deadline: Int64, into buffer: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> Int {
        var ends: [Int32] = [-1, -1]
        guard unsafe clinux_pipe(&ends) == 0 else { throw .notStarted }
        defer { close(ends[0]) }
        let child = spawn(program, arguments, output: ends[1])
        close(ends[1])
        guard let child else { throw .notStarted }
        var outcome: Failure?
        var count = 0
        reading: while count < buffer.count {
            var waited = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&waited, 1, Int32(clamping: max(0, deadline - now)))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else {
                outcome = .late
                break reading
            }
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let read = unsafe Glibc.read(ends[0], rest.baseAddress, rest.count)
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { break }
            count += read
        }
        if count == buffer.count { outcome = .tooLong }
        let status = end(child, at: deadline, killing: outcome != nil)
        if let outcome { throw outcome }
        guard let status else { throw .late }
        guard status == 0 else { throw .ended(status) }
        return count
    }

    /// Starts the program; nil where that cannot be done.
    private static func spawn(_ program: String, _ arguments: [String], output: Int32) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // What this process ignores the program must not inherit.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGPIPE, SIGXFSZ] { unsafe sigaddset(&signals, number) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        var child: pid_t = 0
        guard unsafe posix_spawn(&child, program, &actions, &attributes, words, clinux_environment()) == 0
        else { return nil }
        return child
    }

    /// Waits for the program's end, and makes one where it does not come in time; nil then.
    private static func end(_ child: pid_t, at deadline: Int64, killing: Bool) -> Int32? {
        var status: Int32 = 0
        var isKilled = killing
        if killing { kill(child, SIGKILL) }
        while true {
            let ended = unsafe waitpid(child, &status, isKilled ? 0 : WNOHANG)
            if ended == child { break }
            if ended < 0, errno != EINTR { return nil }
            if !isKilled, now >= deadline {
                kill(child, SIGKILL)
                isKilled = true
            } else if !isKilled {
                usleep(2000)
            }
        }
        if isKilled { return nil }
        // wait(2): the low seven bits are the signal, the next eight the status.
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    /// Milliseconds of a clock that nobody sets.
    private static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec / 1_000_000)
    }
}
