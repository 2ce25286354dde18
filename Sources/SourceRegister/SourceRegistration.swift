import Consent
import Cryptography
import Files
public import Ledger
import Lists
public import Origins
import Tables

/// Reads a list and lets the ledger remember its people as keyed fingerprints.
public struct SourceRegistration {
    /// How far it is.
    public struct Progress: Sendable {
        /// Bytes read.
        public let bytes: UInt64
        /// Bytes of the list, if that is known beforehand.
        public let totalBytes: UInt64?
        /// Rows read.
        public let rows: UInt64
    }

    private let request: SourceRequest
    private let ledger: Ledger
    private let catalogue: LayoutCatalogue

    /// How often progress is told, in rows.
    private static let stride: UInt64 = 256

    /// A registration that has not begun.
    public init(_ request: SourceRequest, ledger: Ledger, catalogue: LayoutCatalogue) {
        self.request = request
        self.ledger = ledger
        self.catalogue = catalogue
    }

    /// Reads the list and registers it.
    ///
    /// - Throws: ``SourceRegisterError``, `ListError`, `LedgerError` or `FileError`; nothing is registered then.
    public func run(onProgress: (Progress) -> Void = { _ in }) throws -> SourceAddition {
        let source = try ListSource(path: request.list)
        return try ledger.addSource(label: request.label, expiresAt: request.expiresAt) { draft in
            var isAgain = false
            return try source.read(catalogue, request.options) { list in
                // What was read in another encoding is forgotten.
                if isAgain { try draft.startOver() }
                isAgain = true
                return try remember(list, draft, onProgress)
            }
        }
    }

    private func remember(
        _ list: ListReader, _ draft: SourceDraft, _ onProgress: (Progress) -> Void
    ) throws -> SourceDescription {
        let recognition = list.opening
        guard request.takesAny || Self.isFromLinkedIn(recognition) else {
            throw SourceRegisterError.notFromLinkedIn(request.listName)
        }
        var stretch = list.stretch
        var reader = catalogue.fingerprintReader(for: recognition)
        var record = Record()
        var (rows, remembered): (UInt64, UInt64) = (0, 0)
        var newestDay: String?
        while try list.next(into: &record) {
            rows += 1
            if stretch !== list.stretch {
                stretch = list.stretch
                reader = catalogue.fingerprintReader(for: stretch.recognition)
            }
            let cells = record.allCells
            let fingerprints = reader.fingerprints(ofRow: { cells[$0] }, count: cells.count)
            if !fingerprints.isEmpty { remembered += 1 }
            try draft.remember(fingerprints)
            if let day = reader.connectionDay(ofRow: { cells[$0] }, count: cells.count) {
                newestDay = max(newestDay ?? day, day)
            }
            if rows % Self.stride == 0 {
                onProgress(Progress(bytes: list.source.byteCount, totalBytes: list.source.size, rows: rows))
            }
        }
        guard let digest = ContentDigest(hex: try list.source.digest().hex) else {
            throw ListError(.unreadable, "\(request.listName) cannot be hashed.", hint: "Try again.")
        }
        return SourceDescription(
            digest: digest, layout: recognition.layout?.id, origin: Self.origin(recognition), rows: rows,
            remembered: remembered, newestDay: newestDay)
    }

    /// Whether the file itself shows that it was taken out of LinkedIn, or scraped.
    private static func isFromLinkedIn(_ recognition: Recognition) -> Bool {
        recognition.fileSignals.contains { signal in
            [.proof, .strong].contains(signal.strength)
                && (signal.origin.isLinkedInSourced || signal.origin == .scraper)
        }
    }

    /// Who is found in the list is from LinkedIn, whatever else is said of its rows.
    private static func origin(_ recognition: Recognition) -> Origin {
        let origin = recognition.fileOrigin.origin
        return origin.isLinkedInSourced ? origin : .linkedinProfile
    }
}
