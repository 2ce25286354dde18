import CanonicalJSON
import Files
public import Ledger
public import MerkleLog

extension Verification {
    /// Tells by its content what a file or folder is.
    ///
    /// - Throws: ``AuditError/Code/unrecognised``.
    public static func detect(_ path: String) throws -> Subject {
        try AuditError.translating {
            if Folder.exists(path) {
                if PrivateFile.exists(Path.join(path, DossierPacker.dataName)) { return .dossier }
                if LedgerHome(path: path).exists { return .ledger }
                if PrivateFile.exists(Path.join(path, LogExport.checkpointName)) { return .log }
                throw unrecognised(path, "neither a ledger, an exported log nor a dossier")
            }
            if try beginsLikeArchive(path) { return .dossier }
            let bytes = try InputFile.contents(of: path, limit: greatestFile)
            if bytes.starts(with: TransparencyProof.header.utf8) { return .receipt }
            if let json = try? JSONValue(reading: bytes), let format = json["format"]?.text {
                if format == CertificateFile.format { return .certificate }
                if format == SubjectDossier.format || format == ListDossier.format { return .dossier }
                if format == ErasureCertificate.format { return .erasure }
            }
            throw unrecognised(path, "neither a receipt, a certificate nor an archive with a dossier")
        }
    }

    /// Verifies whatever lies at a place; all but a ledger from its own files alone.
    ///
    /// - Parameters:
    ///   - path: A folder or a file.
    ///   - key: The log's verifier key, as the controller publishes it; nil for the one that lies there.
    ///   - older: A checkpoint that was seen earlier, for an exported log: the log must extend it.
    ///   - trust: Whose time and which witnesses are trusted.
    ///   - context: Time and randomness, for opening a ledger.
    ///   - threads: How many hash an exported log at once; nil for one on each processor.
    ///   - onProgress: Called now and then, for a log and a ledger, with the number of entries looked at and their total.
    /// - Throws: ``AuditError`` or `LedgerError` where nothing can be looked at. What is wrong is returned.
    public static func of(
        _ path: String, key: VerifierKey? = nil, older: SignedNote? = nil,
        trust: VerificationTrust = VerificationTrust(), context: LedgerContext = .system(),
        threads: Int? = nil, onProgress: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> Verification {
        switch try detect(path) {
        case .log:
            return try log(
                path, key: key, older: older, trust: trust, threads: threads, onProgress: onProgress)
        case .ledger:
            return try ledger(
                Ledger(at: LedgerHome(path: path), context: context, create: false), key: key, trust: trust,
                onProgress: onProgress)
        case .dossier:
            if Folder.exists(path) { return try dossier(path, key: key, trust: trust) }
            guard try beginsLikeArchive(path) else {
                return try dossier(Path.split(path).folder, key: key, trust: trust)
            }
            return try AuditError.translating {
                try UnpackedDossier.unpacking(path) {
                    try dossier($0, key: key, trust: trust, shownAs: path)
                }
            }
        case .receipt:
            var result = try receipt(path, key: key)
            result.hold(against: trust.policy)
            return result
        case .certificate:
            var result = try certificate(path, key: key)
            result.hold(against: trust.policy)
            return result
        case .erasure:
            var result = try erasure(path, key: key)
            result.hold(against: trust.policy)
            return result
        }
    }

    private static func beginsLikeArchive(_ path: String) throws -> Bool {
        try AuditError.translating {
            var beginning: [UInt8] = []
            _ = try InputFile(path: path).read(appendingTo: &beginning, atMost: 4)
            return UnpackedDossier.isArchive(beginning)
        }
    }

    /// Receipts and certificates are some kilobytes; one with a wording in it, more.
    static let greatestFile = 1 << 24

    private static func unrecognised(_ path: String, _ what: String) -> AuditError {
        AuditError(
            .unrecognised, "\(path) is \(what).",
            hint: "Name a ledger, a folder from log export, a dossier, a .tlog-proof or a .certificate.json.")
    }
}
