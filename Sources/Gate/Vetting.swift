import CanonicalJSON
import Consent
import Cryptography
import Files
import HandOver
public import Ledger
import Lists
public import Origins
import Policies
import Tables
import Workers

/// The import gate: a list in, verdicts, files and a certificate out.
///
/// The order is the promise. Every row is judged and written under temporary names; the files are sealed, all at once; the
/// certificate goes into the log; then the files take their places, the accepted list last. Whatever fails before
/// leaves nothing behind, and there is never an accepted list that was not vetted to its last row.
public struct Vetting {
    /// How far a vetting is.
    public struct Progress: Sendable {
        /// Bytes read.
        public let bytes: UInt64
        /// Bytes of the list, if that is known beforehand.
        public let totalBytes: UInt64?
        /// Rows judged.
        public let rows: UInt64
    }

    let ledger: Ledger
    private let catalogue: LayoutCatalogue
    let request: VettingRequest
    /// After how many rows others get what became of those that look the same; nil for never.
    ///
    /// So many are as soon judged one by one as a look-up file is opened.
    package var rowsBeforeRecall: UInt64? = 2048
    /// How many rows are read at once where others get what became of them; nil for what suits the reader.
    package var rowsAtOnce: Int?
    private let workers: Workers

    /// A vetting that has not begun.
    ///
    /// - Parameters:
    ///   - request: What is vetted, for what and by which policy.
    ///   - ledger: Whose opt-ins count.
    ///   - catalogue: The layouts that lists may have.
    ///   - threads: How many work at once; nil for one on each processor.
    public init(
        _ request: VettingRequest, ledger: Ledger, catalogue: LayoutCatalogue, threads: Int? = nil
    ) {
        workers = threads.map { Workers($0) } ?? .ofMachine
        self.request = request
        self.ledger = ledger
        self.catalogue = catalogue
    }

    /// Vets the list.
    ///
    /// - Throws: ``GateError``, `ListError`, `LedgerError` or `FileError`; nothing was written then.
    public func run(onProgress: (Progress) -> Void = { _ in }) throws -> VettingResult {
        try ledger.require(request.purpose)
        let lost = try lostSources()
        let paths = request.outputPaths()
        let source = try ListSource(path: request.list, workers: workers)
        if let paths {
            try refuseOverwriting(source, paths)
            try Folder.make(paths.folder)
        }
        let now = ledger.now
        let reading = try read(
            source, Attendance(paths: paths, now: now, hasher: try KeyedHash()), onProgress)
        return try finish(reading, paths, now, lost)
    }

    /// Judges every row as ``run(onProgress:)`` does, while somebody looks on; nothing is written, and the log is not told.
    ///
    /// - Parameter asOf: The moment for which is judged, with what the ledger knew then; nil for now.
    /// - Returns: The digest of the list.
    func look(
        at source: ListSource, asOf: AsOf?, _ observer: any RowObserver,
        onProgress: (Progress) -> Void
    ) throws -> Digest {
        try ledger.require(request.purpose)
        _ = try lostSources()
        let attendance = Attendance(
            paths: nil, now: asOf?.moment ?? ledger.now, asOf: asOf, observer: observer,
            hasher: try KeyedHash())
        let reading = try read(source, attendance, onProgress)
        try requireRows(reading)
        return reading.digest
    }

    /// For when a list is judged, where its rows go, and who looks on.
    private struct Attendance {
        let paths: OutputPaths?
        let now: Instant
        var asOf: AsOf?
        var observer: (any RowObserver)?
        /// After how many rows others get what became of those that look the same; nil for never.
        var rowsBeforeRecall: UInt64?
        /// Makes keys of addresses, the same in all readings of a run.
        var hasher: KeyedHash
    }

    private func read(
        _ source: ListSource, _ attendance: Attendance, _ onProgress: (Progress) -> Void
    ) throws -> Reading {
        var known = Foreknowledge()
        var contradicted: [UInt64: AddressMemory.Outcome] = [:]
        var firstDigest: Digest?
        var attendance = attendance
        let isLong = source.size.map { $0 >= Self.bytesOfLongList } ?? false
        attendance.rowsBeforeRecall = isLong ? rowsBeforeRecall.map { _ in 0 } : rowsBeforeRecall
        var outdated = 0
        // A list is read once. It is read again if its last row settles something that changes what was decided before, and
        // if a later row said no to an address that an earlier row had let through.
        for _ in 0..<Self.mostReadings {
            let reading = try source.read(catalogue, request.options) { list in
                try read(list, attendance, known, contradicted, onProgress)
            }
            if let firstDigest, firstDigest != reading.digest { throw ListError.changed(request.listName) }
            firstDigest = reading.digest
            if reading.isOutdated, outdated < Self.mostOutdated {
                // Where it goes on so, everybody is asked for in their turn.
                outdated += 1
                if outdated == Self.mostOutdated { attendance.rowsBeforeRecall = nil }
                continue
            }
            if reading.isToBeReadAgain {
                // What was decided without knowing so much contradicts nothing.
                (known, contradicted) = (reading.learnt, [:])
                continue
            }
            if reading.contradicted.isEmpty { return reading }
            contradicted.merge(reading.contradicted) { $1 }
        }
        throw ListError.changed(request.listName)
    }

    /// One to learn the dates and counts of the list, one by them, and two for contradictions.
    private static let mostReadings = 5 + mostOutdated
    /// A list of so many bytes is long enough to open a look-up file for it before its first row.
    private static let bytesOfLongList: UInt64 = 1 << 20
    /// So often a list is read again because the ledger was written to meanwhile.
    private static let mostOutdated = 2

    private func refuseOverwriting(_ source: ListSource, _ paths: OutputPaths) throws {
        guard let identity = source.identity else { return }
        for path in paths.all where InputFile.identity(of: path) == identity {
            throw GateError(
                .outputIsInput, "The output \(path) is the list itself.",
                hint: "Choose another folder with --out.")
        }
    }

    private func read(
        _ list: ListReader, _ attendance: Attendance, _ known: Foreknowledge,
        _ contradicted: [UInt64: AddressMemory.Outcome], _ onProgress: (Progress) -> Void
    ) throws -> Reading {
        if let rowsAtOnce { list.rowsOfPlain = rowsAtOnce }
        let source = list.source
        let recognition = list.opening
        var facts = ListFacts()
        facts.isOwnExport =
            recognition.isDecidedByFile && recognition.layout.map { $0.tool == "LinkedIn" } ?? true
        facts.hasExcessColumns = recognition.hasExcessColumns
        (facts.coverage, facts.sameSecond) = (known.coverage, known.sameSecond)
        let judge = RowJudge(
            policy: request.policy.policy,
            facts: RunFacts(
                ledger: ledger, purpose: request.purpose, now: attendance.now, declared: request.declared,
                knowledge: try attendance.asOf.map { try ledger.openKnowledge(asOf: $0) }),
            list: facts)
        let told = ColumnFacts(orders: known.orders) { judge.reads($0) }
        let token = Hex.encode(try SystemRandom().bytes(6))
        let form = request.tool.map { HandOverForm($0, of: recognition) }
        let outputs = try attendance.paths.map {
            try RowOutputs(
                $0, dialect: list.dialect, token: token, handOver: form, workers: workers)
        }
        let stream =
            request.destination == .standardOutput ? try AcceptedStream(handOver: form) : nil
        let pass = try VettingPass(
            list: list, judge: judge, ledger: ledger, purpose: request.purpose, outputs: outputs,
            stream: stream,
            sources: try SourceRecognition(ledger: ledger, catalogue: catalogue),
            contradicted: contradicted, told: told, observer: attendance.observer, asOf: attendance.asOf,
            rowsBeforeRecall: attendance.rowsBeforeRecall, hasher: attendance.hasher, workers: workers)
        try pass.run { bytes, rows in onProgress(Progress(bytes: bytes, totalBytes: source.size, rows: rows))
        }
        return Reading(
            list: list, tally: pass.tally, known: known, survey: pass.survey, told: told,
            contradicted: pass.memory.contradicted,
            digest: try source.digest(),
            judge: judge, touched: pass.touched, isOutdated: pass.isOutdated,
            outputs: outputs, stream: stream)
    }

    private func finish(
        _ reading: Reading, _ paths: OutputPaths?, _ now: Instant, _ lost: [VettingResult.Warning]
    ) throws -> VettingResult {
        try requireRows(reading)
        var result = VettingResult(
            list: describe(reading), purpose: request.purpose, policy: request.policy, vettedAt: now,
            tally: reading.tally, notes: notes(reading),
            warnings: warnings(reading) + lost + (reading.handOver?.warnings ?? []),
            countryTaken: countryTaken(reading),
            outputs: paths, handOver: reading.handOver, adopted: ledger.adoptedPolicy,
            undeclared: undeclared(reading.judge))
        if request.destination == .dryRun { return result }
        let certificate = VettingCertificate(result, touching: reading.touched, ledger: ledger)
        if let paths, let outputs = reading.outputs {
            let report = try OutputFile(path: paths.report, token: "report")
            try report.write(Array(try VettingReport(result, controller: ledger.controller).html().utf8))
            let sealing = try [report.beginSealing()] + outputs.beginSealing()
            // All at once: the disk takes hardly longer for them than for one.
            _ = Workers(sealing.count).map(sealing.count) { sealing[$0].run() }
            try report.seal()
            try outputs.seal()
            let (run, statement) = try certificate.append(outputs, report)
            let file = try OutputFile(path: paths.certificate, token: "certificate")
            try file.write(statement)
            let sealingLast = try file.beginSealing()
            let last = Aside { sealingLast.run() }
            try noteReports(paths, run: run, at: now)
            last.finish()
            try file.seal()
            try place(outputs, report, certificate: file, paths)
            result.run = run
        } else {
            result.run = try certificate.appendWithoutOutputs()
            try reading.stream?.send()
        }
        return result
    }

    private func requireRows(_ reading: Reading) throws {
        guard reading.tally.rows > 0 else {
            throw ListError(
                .noRows, "\(request.listName) has a header and no rows.", hint: "Export the list again.")
        }
    }

    /// Lets the ledger know where people are told of, for their time is short.
    private func noteReports(_ paths: OutputPaths, run: RecordID, at moment: Instant) throws {
        let folder = Folder.resolved(paths.folder)
        let files = [paths.held, paths.rejected, paths.report].map { Path.join(folder, Path.split($0).name) }
        try ledger.note(reports: files, of: run, at: moment)
    }

    /// Moves the files to their places: first away with old lists of accepted contacts, last the new ones.
    private func place(
        _ outputs: RowOutputs, _ report: OutputFile, certificate: OutputFile, _ paths: OutputPaths
    ) throws {
        try PrivateFile.remove(paths.accepted)
        if let path = paths.handOver { try PrivateFile.remove(path) }
        for file in [report, outputs.held, outputs.rejected, certificate, outputs.handOver] {
            try file?.place()
        }
        // What explains the accepted list is there for good before it.
        try Folder.synchronise(paths.folder)
        try outputs.accepted.commit()
    }
}
