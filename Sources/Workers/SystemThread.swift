import Glibc

/// A thread of the system.
enum SystemThread {
    /// Begins a thread that does something once, to be joined by whoever began it; nil where the system gives none.
    static func begin(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
        let errand = unsafe Unmanaged.passRetained(Errand(body))
        var thread = pthread_t()
        let status = unsafe pthread_create(
            &thread, nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().body()
                }
                return nil
            }, errand.toOpaque())
        guard status == 0 else {
            unsafe errand.release()
            return nil
        }
        return thread
    }

    /// What a thread is begun with.
    private final class Errand: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
