import Glibc
import Synchronization

/// A file that is brought to the disk on another thread while its owner goes on.
///
/// It has a descriptor of its own, and so may end later than the file.
package final class FileSynchronisation: Sendable {
    private let descriptor: Descriptor
    private let outcome = Mutex<Result<Void, FileError>?>(nil)

    /// - Parameter descriptor: A second one of the file, whose bytes are all written.
    init(of descriptor: consuming Descriptor) { self.descriptor = descriptor }

    /// Brings every byte to the disk, once.
    package func run() {
        outcome.withLock { outcome in
            if outcome != nil { return }
            do throws(FileError) {
                try descriptor.synchronise()
                outcome = .success(())
            } catch {
                outcome = .failure(error)
            }
        }
    }

    /// Brings every byte to the disk, or tells how that went before.
    ///
    /// The system tells a failure once: asking for it again would look like success.
    func finish() throws(FileError) {
        run()
        let outcome = outcome.withLock { $0 }
        try outcome?.get()
    }
}
