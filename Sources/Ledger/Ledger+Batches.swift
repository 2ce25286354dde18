import Consent
import Database
import MerkleLog

extension Ledger {
    /// Records many acts under one lock, with one commit of the vault, one of the log and one checkpoint.
    ///
    /// The order is that of one event (see ``Ledger``), and so is the promise: cut short, the batch is recorded as a
    /// whole or not at all, but for tags of the do-not-mail list, which come first. Acts are taken in their order; one
    /// that is told twice within the batch is known the second time. All of them are held in memory: some thousands
    /// are plenty.
    ///
    /// - Returns: One answer for each act, in their order.
    /// - Throws: ``LedgerError``; nothing is stored then, unless its code is ``LedgerError/Code/storage``.
    public func record(batch told: [SubjectAct]) throws -> [RecordedEvent] {
        let tools = tools(forMany: told.count > 1)
        let acts = try told.map { try checked($0, tools) }
        guard !acts.isEmpty else { return [] }
        return try appending { try recordLocked(acts, tools) }
    }

    /// Records acts in pieces, as they come up, with one commit for all of them.
    ///
    /// What ``record(batch:)`` promises of a batch holds for all pieces together: of a body that throws, or is killed,
    /// nothing is recorded but tags of the do-not-mail list. Of the pieces only leaves are kept in memory. Other
    /// processes wait meanwhile, so that the body should come to an end within a second or two. What is claimed of people
    /// who were erased is passed over.
    ///
    /// - Parameters:
    ///   - foresight: What made records of the acts before their turn, if anything did.
    ///   - body: Gets a function that takes a piece and answers as ``record(batch:)`` does, with nil for what was passed
    ///     over. What was answered holds when this returns.
    /// - Throws: ``LedgerError``, or what the body throws.
    package func recordTogether<Result>(
        foreseenBy foresight: ActForesight? = nil,
        _ body: (_ record: ([ForeseenAct]) throws -> [RecordedEvent?]) throws -> Result
    ) throws -> Result {
        var fromBody: (any Error)?
        do {
            return try appending {
                let epoch = foresight?.begin(size: checkpoint.checkpoint.size, controller: controller?.name)
                let batch = try RecordingBatch(tools(forMany: true), vault, epoch: epoch)
                let result = try vault.connection.transaction {
                    var isOurs = false
                    do {
                        return try body { told in
                            do {
                                return try take(told, batch)
                            } catch {
                                isOurs = true
                                throw error
                            }
                        }
                    } catch {
                        if !isOurs { fromBody = error }
                        throw isOurs
                            ? error : LedgerError(.storage, "Nothing was recorded.", hint: "Try again.")
                    }
                }
                try settle(batch)
                foresight?.end(size: checkpoint.checkpoint.size)
                return result
            }
        } catch {
            // What went wrong outside of the ledger is told as it is.
            throw fromBody ?? error
        }
    }

    /// Runs a body that records very many acts, with more memory for the pages on which they land.
    package func withRoomForMany<Result>(_ body: () throws -> Result) rethrows -> Result {
        try vault.connection.withRoom(cache: Self.cacheForMany, log: Self.logForMany, body)
    }

    /// Mebibytes of pages that are kept while very many acts are recorded.
    private static let cacheForMany = 80
    /// Mebibytes of the vault's write-ahead log before it is folded in meanwhile.
    private static let logForMany = 64

    /// Sets up what recording needs.
    func tools(forMany isForMany: Bool) -> RecordingTools {
        RecordingTools(keys, random: context.random, isForMany: isForMany)
    }

    /// An act that may be recorded, with what its files are.
    typealias CheckedAct = (act: SubjectAct, files: [Evidence])

    func checked(_ told: SubjectAct) throws -> CheckedAct { try checked(told, tools(forMany: false)) }

    private func checked(_ told: SubjectAct, _ tools: RecordingTools) throws -> CheckedAct {
        let act = told.asRecorded
        try check(act)
        return (act, files: try act.evidence.map(tools.describe))
    }

    /// Records acts; the caller holds the ledger.
    func recordLocked(_ acts: [CheckedAct]) throws -> [RecordedEvent] {
        try recordLocked(acts, tools(forMany: acts.count > 1))
    }

    private func recordLocked(_ acts: [CheckedAct], _ tools: RecordingTools) throws -> [RecordedEvent] {
        let batch = try RecordingBatch(tools, vault)
        let events = try vault.connection.transaction {
            let events = try take(acts, batch).compactMap(\.self)
            guard events.count == acts.count else { throw Self.keptOut }
            return events
        }
        try settle(batch)
        return events
    }

    /// Takes acts into the vault as pending; the caller holds its transaction.
    ///
    /// - Returns: One answer for each act; nil for one that is passed over, for its person was erased.
    private func take(_ acts: [CheckedAct], _ batch: RecordingBatch) throws -> [RecordedEvent?] {
        try withTags(for: acts.lazy.map(\.act.kind)) { try acts.map { try take($0.act, $0.files, batch) } }
    }

    /// Takes acts, some of which have records already, as ``take(_:_:)`` does.
    private func take(_ told: [ForeseenAct], _ batch: RecordingBatch) throws -> [RecordedEvent?] {
        batch.moment = told.lazy.compactMap(\.record).first.flatMap {
            $0.epoch == batch.epoch ? $0.recordedAt : nil
        }
        batch.last = nil
        defer { batch.moment = nil }
        // Nothing is stored of a piece in which something is wrong.
        for foreseen in told {
            try checkContent(foreseen.act)
            try batch.checkNames(of: foreseen.act, checkNames)
        }
        return try withTags(for: told.lazy.map(\.act.kind)) {
            var events: [RecordedEvent?] = []
            events.reserveCapacity(told.count)
            for foreseen in told {
                if let record = foreseen.record, let event = try take(foreseen.act, record, batch) {
                    events.append(event)
                } else {
                    batch.last = nil
                    let act = foreseen.act.asRecorded
                    let files = try foreseen.record?.files ?? act.evidence.map(batch.tools.describe)
                    events.append(try take(act, files, batch))
                }
            }
            return events
        }
    }

    /// Runs a body that takes acts: first the tags, then the records, so that cut short in between, the person is not
    /// mailed.
    private func withTags<Result>(
        for kinds: some Sequence<EventKind>, _ body: () throws -> Result
    ) throws -> Result {
        guard kinds.contains(.objected) else { return try body() }
        return try suppression.connection.transaction(body)
    }

    /// Brings what was taken into the log, and notes that it is there.
    private func settle(_ batch: RecordingBatch) throws {
        guard !batch.leaves.isEmpty else { return }
        try commit(batch.leaves)
        // Whether it came to the log, the log itself tells: a note that a power cut takes is made again at the next
        // start.
        let size = checkpoint.checkpoint.size
        try vault.connection.unhurriedTransaction {
            try vault.settle(upTo: size, count: batch.leaves.count)
        }
    }
}
