import Consent
import Database

extension VaultStore {
    /// How far the erasures of this vault are.
    struct ErasureProgress {
        /// Records that were named by a tombstone and deleted here.
        let erased: UInt64
        /// Whether deleted bytes may still stand in the file or in its write-ahead log.
        let isUndestroyed: Bool
        /// Whether threads are marked that no tombstone names yet.
        let hasIntents: Bool
    }

    func erasureProgress() throws -> ErasureProgress {
        let statement = try connection.prepare(
            "SELECT erased, undestroyed, EXISTS (SELECT 1 FROM erasing) FROM progress")
        guard try statement.step() else {
            throw LedgerError(
                .corrupt, "vault.db does not say how many records it holds.",
                hint: "Restore vault.db from a backup.")
        }
        return ErasureProgress(
            erased: UInt64(clamping: statement.integer(0)), isUndestroyed: statement.integer(1) != 0,
            hasIntents: statement.integer(2) != 0)
    }

    /// Marks threads that are to be erased, so that a killed process leaves word of it; the caller holds a transaction.
    ///
    /// - Parameter suppressing: Whether their people are to be put on the do-not-mail list.
    func intend(_ threads: [Int64], suppressing: Bool) throws {
        let statement = try connection.prepare(
            "INSERT INTO erasing (thread, suppress) VALUES (?1, ?2) ON CONFLICT (thread) DO NOTHING")
        for thread in threads {
            try statement.bind(1, thread)
            try statement.bind(2, suppressing ? 1 : 0)
            try statement.run()
        }
    }

    /// The threads that are marked.
    func intended() throws -> [(thread: Int64, suppresses: Bool)] {
        let statement = try connection.prepare("SELECT thread, suppress FROM erasing ORDER BY thread")
        var threads: [(thread: Int64, suppresses: Bool)] = []
        while try statement.step() { threads.append((statement.integer(0), statement.integer(1) != 0)) }
        return threads
    }

    /// The places in the log of some threads' records, in its order.
    func positions(ofThreads threads: [Int64]) throws -> [UInt64] {
        let statement = try connection.prepare(
            "SELECT e.position FROM events e WHERE e.thread = ?1 AND \(Self.reached)")
        var positions: [UInt64] = []
        for thread in threads {
            try statement.bind(1, thread)
            while try statement.step() { positions.append(UInt64(clamping: statement.integer(0))) }
            statement.reset()
        }
        return positions.sorted()
    }

    /// The first record of a thread.
    func firstRow(ofThread thread: Int64) throws -> Row? {
        try rows("WHERE e.thread = ?1 AND \(Self.reached) ORDER BY e.position LIMIT 1") {
            try $0.bind(1, thread)
        }.first
    }

    /// Notes that nothing which was deleted can be found any more.
    func noteDestroyed() throws {
        try connection.transaction { try connection.execute("UPDATE progress SET undestroyed = 0") }
    }
}
