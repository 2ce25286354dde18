import Consent
import Database

extension Ledger {
    /// Records that one batch destroys at most, and one tombstone names.
    private static let greatestBatch = 50_000

    /// Calls a body with every thread of the vault.
    ///
    /// It sees the vault as it was when it began. While it runs nothing can be destroyed for good.
    package func forEachThread(_ body: (SubjectThread) throws -> Void) throws {
        try translating {
            let statement = try vault.connection.prepare(
                """
                SELECT t.id, t.lookup, e.position, e.kind, t.purpose, e.occurred_at, e.recorded_at, e.grade, e.method,
                    e.wording, e.evidence_count, e.has_source
                FROM events e JOIN threads t ON t.id = e.thread WHERE \(VaultStore.reached) ORDER BY e.thread, e.position
                """)
            var thread: (id: Int64, lookup: [UInt8])?
            var events: [SubjectEvent] = []
            func pass() throws {
                guard let thread, let purpose = events.first?.purpose else { return }
                try body(
                    SubjectThread(id: thread.id, lookup: thread.lookup, purpose: purpose, events: events))
            }
            while try statement.step() {
                if thread?.id != statement.integer(0) {
                    try pass()
                    thread = (statement.integer(0), statement.bytes(1))
                    events.removeAll(keepingCapacity: true)
                }
                events.append(try VaultStore.event(statement, position: 2, from: 3))
            }
            try pass()
        }
    }

    /// The records of a thread, opened, in the order of the log.
    package func records(of thread: SubjectThread) throws -> [SubjectRecord] {
        try translating {
            try vault.rows("WHERE e.thread = ?1 AND \(VaultStore.reached) ORDER BY e.position") {
                try $0.bind(1, thread.id)
            }.map(opened)
        }
    }

    /// The hold on a thread, also one whose day is over; nil where none was told or the pause was lifted.
    package func hold(of thread: SubjectThread) throws -> Hold? {
        try translating {
            let rows = try vault.rows(ofSubject: thread.lookup)
            guard rows.contains(where: { $0.event.kind == .restricted }) else { return nil }
            return Hold(among: try rows.map(opened), for: thread.purpose)
        }
    }

    /// Destroys threads whose time is over, as ``erase(_:holding:of:patience:onStep:)`` does, but puts nobody on the do-not-mail list.
    ///
    /// A thread that got another event since it was read is passed over. Many threads are destroyed in batches, each with
    /// a tombstone of its own.
    ///
    /// - Parameters:
    ///   - threads: What ``forEachThread(_:)`` gave; it must have returned.
    ///   - patience: Milliseconds to wait for programs that read.
    ///   - onStep: Called after each step of each batch.
    /// - Returns: The last tombstone, with the number of all records; nil where nothing was to be destroyed.
    package func destroy(
        _ threads: [SubjectThread], patience: Int32 = 3000, onStep: (ErasureStep) throws -> Void = { _ in }
    ) throws -> Erasure? {
        var total: UInt64 = 0
        var outcome: Erasure?
        var rest = threads[...]
        while !rest.isEmpty {
            var (batch, records) = ([SubjectThread](), 0)
            while let next = rest.first, batch.isEmpty || records + next.events.count <= Self.greatestBatch {
                batch.append(next)
                records += next.events.count
                rest = rest.dropFirst()
            }
            let done = try appending { () throws -> Erasure? in
                let unchanged = try batch.filter { thread in
                    let places = try vault.positions(ofThreads: [thread.id])
                    return places.last == UInt64(exactly: thread.last) && places.count == thread.events.count
                }
                guard !unchanged.isEmpty else { return nil }
                return try destroyLocked(
                    Doomed(threads: unchanged.map(\.id)), patience: patience, onStep: onStep)
            }
            total += done?.records ?? 0
            outcome = done ?? outcome
        }
        outcome?.records = total
        return outcome
    }
}
