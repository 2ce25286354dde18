import Consent
import Database
import LookUp

/// Reads the vault from its first event to its last for a look-up file, and opens every yes for a purpose.
///
/// Events go to a sorter in the order in which they lie in the vault. While one thread reads, another opens what was read.
final class StandingScan {
    private let ledger: Ledger
    private let purpose: Purpose
    private let sorter: RecordSorter
    private let scan: VaultScan
    private let inquiry: VaultInquiry
    private let files: Statement
    private let look: YesLook
    /// Digests of files that show more than one act; nil where they are too many, and each is asked for.
    private let repeated: Set<[UInt8]>?
    private var yeses = NumberedValues<Ledger.Yes>(limit: 1 << 16)
    private var wordings = NumberedValues<WordingReference>(limit: Int(UInt32.max) - 1)
    private var purposes = NumberedValues<Purpose>(limit: Int(UInt16.max) - EventNote.PurposeNumber.first)

    /// Events that are looked at together.
    private static let pieceEvents = 2048
    /// A piece also ends when its files have so many bytes.
    private static let pieceBytes = 4 << 20
    private static let mostRepeated = 1 << 16

    init(_ ledger: Ledger, _ purpose: Purpose, into sorter: RecordSorter) throws {
        self.ledger = ledger
        self.purpose = purpose
        self.sorter = sorter
        let connection = ledger.vault.connection
        scan = try VaultScan(ledger.vault)
        inquiry = try ledger.inquiry()
        files = try connection.prepare("SELECT digest, sealed FROM evidence WHERE event = ?1 ORDER BY place")
        look = YesLook(ledger.keys.wrapping)
        repeated = try Self.repeated(connection)
    }

    /// All in the order of the index over their first bytes; only the files that share those are read themselves.
    private static func repeated(_ connection: Connection) throws -> Set<[UInt8]>? {
        let statement = try connection.prepare(
            """
            SELECT digest FROM evidence
            WHERE mark IN (SELECT mark FROM evidence GROUP BY mark HAVING count(*) > 1)
            GROUP BY digest HAVING count(*) > 1 LIMIT ?1
            """)
        try statement.bind(1, Int64(mostRepeated) + 1)
        var digests: Set<[UInt8]> = []
        while try statement.step() { digests.insert(statement.bytes(0)) }
        return digests.count > mostRepeated ? nil : digests
    }

    /// Reads everything.
    ///
    /// - Parameter onProgress: Called now and then with events so far.
    func run(_ onProgress: (UInt64) -> Void) throws -> StandingFileBuilder.Names {
        var done: UInt64 = 0
        var last: ScanPiece?
        while true {
            let piece = try nextPiece()
            if let last {
                try take(last)
                let before = done
                done += UInt64(last.entries.count)
                if before >> 16 != done >> 16 { onProgress(done) }
            }
            if piece.entries.isEmpty { break }
            last = piece
        }
        return .init(
            namings: ledger.registry.controllers.map { $0.index }, wordings: wordings.values,
            yeses: yeses.values, purposes: purposes.values)
    }

    private func nextPiece() throws -> ScanPiece {
        var (entries, sights): ([ScanPiece.Entry], [YesLook.Sight]) = ([], [])
        var bytes = 0
        entries.reserveCapacity(Self.pieceEvents)
        sights.reserveCapacity(Self.pieceEvents)
        while entries.count < Self.pieceEvents, bytes < Self.pieceBytes, let found = try scan.next() {
            let number = try number(of: found.event)
            var yes: Int?
            if found.event.kind == .given, number < EventNote.PurposeNumber.first {
                let sight = try sight(found)
                yes = sights.count
                sights.append(sight)
                bytes += sight.record.payload.count
                bytes += sight.files.reduce(0) { $0 + ($1.sealed?.count ?? 0) }
            }
            entries.append(.init(row: scan.rowNumber, found: found, purpose: number, yes: yes))
        }
        return ScanPiece(entries, sights, look)
    }

    private func number(of event: SubjectEvent) throws -> UInt16 {
        switch event.purpose {
        case purpose: return EventNote.PurposeNumber.own
        case .everything: return EventNote.PurposeNumber.everything
        case let other:
            guard let place = purposes.number(of: other) else { throw VaultStore.damaged(event.sequence) }
            return UInt16(clamping: place + EventNote.PurposeNumber.first)
        }
    }

    private func sight(_ found: VaultScan.Found) throws -> YesLook.Sight {
        let shown = found.event.evidenceCount > 0 ? try filesOfEvent(scan.rowNumber) : []
        let isShared =
            try found.event.evidenceCount > 0
            ? shown.contains { try showsOther($0, than: found.lookup) } : nil
        return YesLook.Sight(
            lookup: found.lookup, event: found.event, record: scan.sealedRecord(), files: shown,
            isShared: isShared)
    }

    private func filesOfEvent(_ row: Int64) throws -> [YesLook.File] {
        defer { files.reset() }
        try files.bind(1, row)
        var found: [YesLook.File] = []
        while try files.step() {
            found.append(YesLook.File(digest: files.bytes(0), sealed: files.optionalBytes(1)))
        }
        return found
    }

    private func showsOther(_ file: YesLook.File, than lookup: [UInt8]) throws -> Bool {
        guard repeated?.contains(file.digest) ?? true, let digest = ContentDigest(bytes: file.digest) else {
            return false
        }
        return try inquiry.showsOther(digest, than: lookup, until: nil)
    }

    private func take(_ piece: ScanPiece) throws {
        let looks = piece.yeses()
        for entry in piece.entries {
            let yes: UInt32
            if let place = entry.yes {
                let look = try looks[place] ?? plainYes(entry.row)
                yes = look.flatMap { yeses.number(of: $0) }.map { UInt32($0 + 1) } ?? EventNote.unclear
            } else {
                yes = 0
            }
            let wording =
                entry.found.event.wording.flatMap { wordings.number(of: $0) }.map { UInt32($0 + 1) } ?? 0
            let note = EventNote(entry.found, yes: yes, wording: wording, purpose: entry.purpose)
            try sorter.add(note.words.span)
        }
    }

    /// What a yes says and what shows it; nil where its record cannot be opened.
    private func plainYes(_ row: Int64) throws -> Ledger.Yes? {
        guard let found = try inquiry.row(row) else { return nil }
        do {
            return try ledger.look(at: found, of: found.lookup, until: nil, inquiry)
        } catch is LedgerError {
            return nil
        }
    }
}
