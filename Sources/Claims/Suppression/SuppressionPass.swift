import Consent
import Ledger
import Lists
import Origins
import Tables

/// The reading of a list of people who must not be mailed: rows become entries, and many entries one commit.
///
/// A killed run leaves whole batches behind, and whoever is in them is kept out; the next run takes them again.
final class SuppressionPass {
    private(set) var tally = SuppressionTally()
    private let list: ListReader
    private let ledger: Ledger
    private let request: SuppressionRequest
    private let keepsKnown: Bool
    private var batch: [SuppressionEntry] = []
    private var stretch: Stretch
    private var stops: OptInReader
    private var record = Record()

    private static let batchSize = 1 << 16
    /// So many rows tell what the columns hold.
    private static let sampleRows = 256
    private static let sampleBytes = 1 << 20
    /// How often progress is told, in rows.
    private static let stride: UInt64 = 1024

    init(_ list: ListReader, _ request: SuppressionRequest, ledger: Ledger, keepsKnown: Bool) {
        self.list = list
        self.request = request
        self.ledger = ledger
        self.keepsKnown = keepsKnown
        stretch = list.stretch
        stops = OptInReader(list.stretch.recognition)
    }

    /// Takes every row.
    ///
    /// - Parameter onProgress: Called now and then with bytes and rows so far.
    func run(onProgress: (UInt64, UInt64) -> Void) throws {
        let header = list.hasHeader ? list.withHeader { $0.allCells } : []
        // A row is kept as text until it is known what the columns hold, with its stretch and its line.
        var sample: [(cells: [String], stretch: Stretch, line: Int)] = []
        var bytes = 0
        while sample.count < Self.sampleRows, bytes < Self.sampleBytes, try list.next(into: &record) {
            bytes += record.raw.count
            sample.append((record.allCells, list.stretch, record.line))
        }
        let rows = (header.isEmpty ? [] : [header]) + sample.map(\.cells)
        let columns = SuppressionColumns(list.opening, rows: rows, wanted: request.hash)
        guard !columns.isEmpty else { throw nobody() }
        // Hashes without a name above them: the first is a person like the others.
        if columns.hashes.contains(where: { $0 < header.count && AddressHash(header[$0]) != nil }) {
            try take(columns, { header[$0] }, header.count, list.opening, list.headerLine)
        }
        for row in sample {
            go(to: row.stretch)
            try take(columns, { row.cells[$0] }, row.cells.count, row.stretch.recognition, row.line)
        }
        sample = []
        while try list.next(into: &record) {
            go(to: list.stretch)
            try take(
                columns, { record.text($0) }, record.cellCount, stretch.recognition, record.line)
            if tally.rows % Self.stride == 0 { onProgress(list.source.byteCount, tally.rows) }
        }
        try flush()
        guard tally.rows > 0 else {
            throw ListError(
                .noRows, "\(request.listName) has a header and no rows.", hint: "Export the list again.")
        }
    }

    private func go(to next: Stretch) {
        guard next !== stretch else { return }
        stretch = next
        stops = OptInReader(next.recognition)
    }

    private func take(
        _ columns: SuppressionColumns, _ cell: (Int) -> String, _ count: Int, _ recognition: Recognition,
        _ line: Int
    ) throws {
        let width = recognition.headers.count
        let isRagged = count < width || (width..<max(count, width)).contains { !cell($0).isEmpty }
        let people = columns.people(in: recognition, ofRow: cell, count: count, isRagged: isRagged)
        tally.count(people, line: line)
        guard !people.isEmpty else { return }
        let since = request.since == nil && stops.isOfUse && !isRagged ? left(cell, count) : nil
        batch += people.map { SuppressionEntry($0, since: since) }
        if batch.count >= Self.batchSize { try flush() }
    }

    /// When the person of a row left, if it tells so plainly; the last moment that can be meant.
    private func left(_ cell: (Int) -> String, _ count: Int) -> Instant? {
        stops.stops(ofRow: cell, count: count).compactMap { stop -> Instant? in
            guard let text = stop.time?.text, let written = WrittenTime(parsing: text),
                let time = try? written.resolved(nil), time.earliest <= ledger.now,
                time.instant >= ClaimJudge.earliest
            else { return nil }
            return time.latest
        }.max()
    }

    private func flush() throws {
        guard !batch.isEmpty else { return }
        try ledger.suppress(
            batch: batch, scope: request.scope, since: request.since, review: request.review,
            keepsKnown: keepsKnown)
        batch.removeAll(keepingCapacity: true)
    }

    private func nobody() -> ListError {
        let wanted = request.hash.map { "\($0.title) hashes" } ?? "addresses and none of hashes"
        return ListError(
            .noAddressColumn, "\(request.listName) has no column of \(wanted).",
            hint: request.hash == nil
                ? "Say which column holds them with --map email=NAME, or with its number."
                : "Leave --hash away to have the kind found out, or say which column it is with --map email=NAME."
        )
    }
}
