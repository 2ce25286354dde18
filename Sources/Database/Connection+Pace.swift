extension Connection {
    /// Runs a transaction whose commit need not have reached the disk when this returns.
    ///
    /// For what can be told again from what did reach it: after a power cut the transaction is there as a whole or not
    /// at all, and nothing else is lost (sqlite.org/pragma.html#pragma_synchronous, NORMAL with a write-ahead log).
    package func unhurriedTransaction<Result>(_ body: () throws -> Result) throws -> Result {
        try hold("synchronous", to: "NORMAL", reading: "1")
        let result: Result
        do {
            result = try transaction(body)
        } catch {
            try hold("synchronous", to: "FULL", reading: "2")
            throw error
        }
        try hold("synchronous", to: "FULL", reading: "2")
        return result
    }

    /// Runs a body with more room in memory for pages, and folds the write-ahead log in less often.
    ///
    /// Many rows land on the same pages of an index; each page is then written once for all of them. What a commit
    /// promises stays as it is.
    ///
    /// - Parameters:
    ///   - cache: Mebibytes of pages that are kept at most.
    ///   - log: Mebibytes of the write-ahead log, about, before it is folded in.
    package func withRoom<Result>(cache: Int, log: Int, _ body: () throws -> Result) rethrows -> Result {
        // Nothing but time hangs on these.
        let before = (try? integer("PRAGMA cache_size"), try? integer("PRAGMA wal_autocheckpoint"))
        let page = max(512, (try? integer("PRAGMA page_size")) ?? 4096)
        try? execute("PRAGMA cache_size = \(-cache * 1024)")
        try? execute("PRAGMA wal_autocheckpoint = \(Int64(log) * 1_048_576 / page)")
        defer {
            try? execute("PRAGMA cache_size = \(before.0 ?? -2000)")
            try? execute("PRAGMA wal_autocheckpoint = \(before.1 ?? 1000)")
            try? execute("PRAGMA shrink_memory")
        }
        return try body()
    }
}
