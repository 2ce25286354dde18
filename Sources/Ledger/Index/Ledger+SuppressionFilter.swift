import Consent
import Cryptography
import Database
import Files
import LookUp

extension Ledger {
    /// Tags of a do-not-mail list that are gathered in memory each time; of more, a file is kept.
    private static let tagsInMemory = 20_000

    /// Who is surely not on the do-not-mail list, for many look-ups: opened where it is there and true, and else made.
    ///
    /// It is bound to the very state of `suppress.db`: whatever changed there since, by whomever, has it made anew.
    package func suppressionFilter() throws -> SuppressionFilter {
        let moment = try beginFilterMoment()
        defer { suppression.connection.endSnapshot() }
        return try translating {
            SuppressionFilter(
                try filter(moment), key: keys.suppression, isThinned: try suppression.isThinned(),
                hashKinds: try suppression.hashKinds())
        }
    }

    private struct FilterMoment {
        /// How many tags there are, as far as it matters whether a file is kept: counting a million takes its time.
        let count: Int
        /// What `suppress.db` looks like; nil where nobody can tell.
        let look: [UInt8]?
    }

    private func beginFilterMoment() throws -> FilterMoment {
        try appending {
            let log = FileStamp.of(home.suppressionDatabase + "-wal").map { $0.size > 0 } ?? false
            // What lies in the write-ahead log moves when the last program closes, and would look like a change.
            if log { _ = try suppression.connection.emptyLog(patience: 0) }
            let stamps = [home.suppressionDatabase, home.suppressionDatabase + "-wal"].map {
                FileStamp.of($0).flatMap { $0.size > 0 ? $0.bytes : nil } ?? []
            }
            try suppression.connection.beginSnapshot()
            let count =
                try suppression.connection.integer(
                    "SELECT count(*) FROM (SELECT 1 FROM tags LIMIT \(Self.tagsInMemory + 1))") ?? 0
            return FilterMoment(
                count: Int(clamping: count),
                look: stamps[0].isEmpty
                    ? nil : Array("tags/1".utf8) + [UInt8(stamps[1].count)] + stamps.joined())
        }
    }

    private func filter(_ moment: FilterMoment) throws -> TagFilter? {
        guard moment.count > 0 else { return nil }
        let keys = IndexKeys(keys)
        guard moment.count > Self.tagsInMemory, let look = moment.look else {
            return TagFilter(try tagBuilder())
        }
        let path = home.suppressionFilter
        if let file = try? BlockFile(path: path, key: keys.seal), file.binding == look,
            let filter = TagFilter(file, section: 0)
        {
            return filter
        }
        let gathered = try tagBuilder()
        do {
            try Folder.make(home.index, mode: 0o700)
            let writer = try BlockFileWriter(path: path, token: Hex.encode(try context.random.bytes(4)))
            try gathered.write(to: writer)
            try writer.commit(binding: look, key: keys.seal)
        } catch is FileError {
            // Where nothing can be written it is made each time.
        }
        return TagFilter(gathered)
    }

    private func tagBuilder() throws -> TagFilterBuilder {
        let count = try suppression.connection.integer("SELECT count(*) FROM tags") ?? 0
        var builder = TagFilterBuilder(atMost: Int(clamping: count))
        try suppression.forEachTag { builder.add($0) }
        return builder
    }

    /// Removes the filter, after somebody was taken off the list; it is made anew when needed.
    func forgetSuppressionFilter() throws { try PrivateFile.remove(home.suppressionFilter) }
}
