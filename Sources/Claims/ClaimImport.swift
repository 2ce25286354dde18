import Consent
import Cryptography
import Files
import Ledger
import Lists
import Origins
import Tables

/// Takes over what another tool's export claims of opt-ins, and what it knows of their end.
///
/// A claim is recorded as a claim: with the system, the digest of the file, the row and the claimed time, marked as
/// imported for ever, and of no higher grade. It never lifts a stop. The list is read twice: first for its digest, for
/// the order of its dates and for moments that many rows share; then row by row into the ledger, many rows a commit.
///
/// The same claims once more change nothing, out of the same file or another, and however often a run was killed.
public typealias ClaimImport = ListImport<ImportRequest>

extension ListImport where Request == ImportRequest {
    /// Reads the list and records what it claims.
    ///
    /// - Throws: ``ClaimsError``, `ListError`, `LedgerError` or `FileError`. What was recorded before stays; the next
    ///   run finds it known.
    public func run(onProgress: (ImportProgress) -> Void = { _ in }) throws -> ImportResult {
        try ledger.require(request.purpose)
        try checkWording()
        let source = try ListSource(path: request.list)
        if let path = request.outcomes, let identity = source.identity,
            InputFile.identity(of: path) == identity
        {
            throw ClaimsError(
                .outputIsInput, "The list of outcomes \(path) is the list itself.",
                hint: "Choose another name with --out.")
        }
        let first = try reading(source) { list in
            try survey(list) {
                onProgress(ImportProgress(in: source, bytes: $0, rows: $1, isFirstReading: true))
            }
        }
        return try reading(source) { list in
            try record(list, first) { onProgress(ImportProgress(in: source, bytes: $0, rows: $1)) }
        }
    }

    private func checkWording() throws {
        guard let reference = request.wording else { return }
        guard let wording = ledger.wording(reference) else { throw ledger.unknownWording(reference) }
        guard wording.purposes.contains(request.purpose) else {
            throw ClaimsError(
                .otherPurpose, "The wording \(reference) does not ask for \(request.purpose).",
                hint: "It asks for: \(wording.purposes.map(\.id).joined(separator: ", ")).")
        }
    }

    // MARK: First reading

    private func survey(_ list: ListReader, _ onProgress: (UInt64, UInt64) -> Void) throws -> ClaimSurvey {
        let system = try system(list.opening)
        let surveyor = TimeSurveyor(list.opening)
        let line = PieceLine(ClaimPieceReader(list)) { $0.survey(by: surveyor) }
        var rows: UInt64 = 0
        while let piece = try line.next() {
            rows += UInt64(piece.rowCount)
            onProgress(list.source.byteCount, rows)
        }
        guard rows > 0 else {
            throw ListError(
                .noRows, "\(request.listName) has a header and no rows.", hint: "Export the list again.")
        }
        return ClaimSurvey(digest: try list.source.digest(), times: surveyor.times, system: system)
    }

    /// Whose claims they are: what the user says, else the tool whose layout it is.
    private func system(_ recognition: Recognition) throws(ClaimsError) -> String {
        if let tool = request.tool {
            let isName = tool.contains { !$0.isWhitespace }
            // It is shown in every history of those people, on terminals too.
            let isPlain = tool.unicodeScalars.allSatisfy {
                ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
                    $0.properties.generalCategory)
            }
            guard isName, isPlain, tool.utf8.count <= 100, !tool.contains("@") else {
                throw ClaimsError(
                    .invalidTool,
                    "The name of the tool is blank, too long, or has an @ or signs that cannot be seen.",
                    hint: "Name the system the list comes from, as in --tool \"our web shop\".")
            }
            return tool
        }
        if let layout = recognition.layout { return layout.tool }
        throw ClaimsError(
            .unknownTool, "\(request.listName) is not the export of a tool that is known.",
            hint: "Say where it comes from with --tool NAME; each row then needs a time of sign-up with a "
                + "network address, a confirmation or a form beside it.")
    }

    // MARK: Second reading

    private func record(
        _ list: ListReader, _ first: ClaimSurvey, _ onProgress: (UInt64, UInt64) -> Void
    ) throws -> ImportResult {
        guard let file = ContentDigest(hex: first.digest.hex) else {
            throw ListError.changed(request.listName)
        }
        let setting = ClaimJudge.Setting(
            purpose: request.purpose, system: first.system, file: file, wording: request.wording,
            dateOrder: request.dateOrder, now: ledger.now)
        let judge = ClaimJudge(
            list.opening, setting: setting, survey: first.times,
            header: list.hasHeader ? list.withHeader { $0.encodedRaw } : [])
        let path = request.isDryRun ? nil : request.outcomes
        let outcomes = try path.map { try OutcomeFile(path: $0, list: list) }
        let pass = try ImportPass(
            list: list, judge: judge, ledger: ledger, outcomes: outcomes, isDryRun: request.isDryRun)
        try pass.run(onProgress: onProgress)
        try requireUnchanged(list.source, since: first.digest)
        let layout = list.opening.layout
        let statement = ImportStatement(
            purpose: request.purpose, system: first.system, wording: request.wording, sha256: file.hex,
            bytes: list.source.size ?? list.source.byteCount, layout: layout?.id, tally: pass.tally)
        let run = request.isDryRun ? nil : try statement.append(to: ledger)
        try outcomes?.commit()
        return ImportResult(
            run: run, listName: request.listName, sha256: file.hex,
            bytes: list.source.size ?? list.source.byteCount,
            layout: layout?.id, layoutTitle: layout?.title, system: first.system, purpose: request.purpose,
            wording: request.wording, isDryRun: request.isDryRun, tally: pass.tally, outcomes: path)
    }
}
