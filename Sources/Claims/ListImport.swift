import Cryptography
public import Ledger
import Lists
public import Origins

/// The frame of every import: a list, the ledger that takes it over, and how its layout is recognised.
///
/// What is taken over depends on the request: see ``ClaimImport`` and ``SuppressionImport``.
public struct ListImport<Request: ListRequest> {
    let request: Request
    let ledger: Ledger
    let catalogue: LayoutCatalogue

    /// An import that has not begun.
    public init(_ request: Request, ledger: Ledger, catalogue: LayoutCatalogue) {
        self.request = request
        self.ledger = ledger
        self.catalogue = catalogue
    }

    /// Reads the list from its first row.
    func reading<Answer>(_ source: ListSource, _ body: (ListReader) throws -> Answer) throws -> Answer {
        try source.read(catalogue, request.options, body)
    }

    /// Refuses a list that is another than it was; what is recorded stays, and the next run finds it known.
    func requireUnchanged(_ source: ListSource, since digest: Digest) throws {
        guard try source.digest() == digest else { throw ListError.changed(request.listName) }
    }
}
