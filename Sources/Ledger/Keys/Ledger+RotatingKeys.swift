import Consent
import Cryptography
import Database
import Files

/// A change of the key under which the keys of threads are wrapped.
public struct WrappingKeyChange: Hashable, Sendable {
    /// Threads whose keys are under the new key now.
    public let threads: UInt64
    /// Whether an earlier change was cut short, and went on here.
    public let wasBegun: Bool
    /// Whether what was wrapped under the old key is gone from the vault, too; an open reader keeps it in the
    /// write-ahead log, and the next command makes an end of it.
    public let isDestroyed: Bool

    /// Where a change can be cut short.
    package enum Step: Hashable, Sendable {
        /// The new key lies beside the old one.
        case begun
        /// Some threads more are under the new key.
        case rewrapped(UInt64)
        /// All are, and the old key is about to go.
        case finished
    }
}

extension Ledger {
    /// Threads whose keys are wrapped anew in one transaction.
    private static let threadsAtOnce = 1000

    /// Makes a new `kek`, wraps the key of every thread under it, and lets the old one go.
    ///
    /// The order is the promise: the new key lies beside the old one, on the disk, before the first thread is under it; the
    /// old one goes when no thread is left under it. In between every thread opens under one of the two, for this
    /// program and any other, and the next call goes on where this one ended. Nothing of the records changes: the log
    /// and all receipts stay as they are.
    ///
    /// Others wait for it as for any append.
    public func rotateWrappingKey(
        onProgress: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> WrappingKeyChange {
        try rotateWrappingKey(onProgress: onProgress, onStep: { _ in })
    }

    package func rotateWrappingKey(
        onProgress: (UInt64, UInt64) -> Void = { _, _ in },
        onStep: (WrappingKeyChange.Step) throws -> Void
    ) throws -> WrappingKeyChange {
        try appending {
            let place = home.nextKey(.wrapping)
            let wasBegun = PrivateFile.exists(place)
            let file = WrappingKeyFile(path: place, unlocking: context.unlocking)
            if !wasBegun {
                try file.write(try freshThreadKey(), under: keySource, random: context.random)
            }
            let next = try file.read()
            try onStep(.begun)
            let total = UInt64(clamping: try vault.connection.integer("SELECT count(*) FROM threads") ?? 0)
            var done: UInt64 = 0
            var last = Int64.min
            while true {
                let batch = try wrappedKeys(after: last)
                guard let end = batch.last?.id else { break }
                try vault.connection.transaction {
                    try rewrap(batch, under: next)
                    // Where a process dies before the old wraps are gone, the next start makes an end of them.
                    try vault.connection.execute("UPDATE progress SET undestroyed = 1")
                }
                last = end
                done += UInt64(batch.count)
                onProgress(done, total)
                try onStep(.rewrapped(done))
            }
            let isDestroyed = try done == 0 || destroyOldWraps()
            try onStep(.finished)
            try PrivateFile.supersede(home.key(.wrapping), by: place)
            keys = try KeyRing(of: home, context.unlocking)
            identities = Self.identities(home)
            return WrappingKeyChange(threads: done, wasBegun: wasBegun, isDestroyed: isDestroyed)
        }
    }

    /// Sees to it that what was wrapped under the old key does not outlive it; false while another program reads.
    private func destroyOldWraps() throws -> Bool {
        guard try vault.connection.emptyLog(patience: 3000) else { return false }
        try vault.connection.rebuild()
        guard try vault.connection.emptyLog(patience: 3000) else { return false }
        try vault.noteDestroyed()
        return true
    }

    /// Whether a change of `kek` was cut short.
    public var isKeyChangeUnfinished: Bool { PrivateFile.exists(home.nextKey(.wrapping)) }

    private typealias WrappedKey = (id: Int64, lookup: [UInt8], purpose: [UInt8], wrapped: [UInt8])

    private func wrappedKeys(after last: Int64) throws -> [WrappedKey] {
        let statement = try vault.connection.prepare(
            "SELECT id, lookup, purpose, wrapped_key FROM threads WHERE id > ?1 ORDER BY id LIMIT \(Self.threadsAtOnce)"
        )
        try statement.bind(1, last)
        var batch: [WrappedKey] = []
        while try statement.step() {
            batch.append(
                (statement.integer(0), statement.bytes(1), Array(statement.text(2).utf8), statement.bytes(3)))
        }
        return batch
    }

    private func rewrap(_ batch: [WrappedKey], under next: SecretKey) throws {
        let update = try vault.connection.prepare("UPDATE threads SET wrapped_key = ?2 WHERE id = ?1")
        for row in batch {
            let context = row.lookup + row.purpose
            // A change that was cut short had come this far.
            if (try? SealedBox.unwrap(row.wrapped, key: next, context: context)) != nil { continue }
            guard let key = try? SealedBox.unwrap(row.wrapped, key: keys.wrapping, context: context) else {
                throw LedgerError(
                    .corrupt, "The key of a thread opens under neither the old nor the new kek.",
                    hint:
                        "Nothing is lost: both keys stay. Run consentgate doctor --deep, mend what it names, then change the key again."
                )
            }
            try update.bind(1, row.id)
            try update.bind(
                2, SealedBox.wrap(key, key: next, context: context, random: self.context.random))
            try update.run()
        }
    }
}
