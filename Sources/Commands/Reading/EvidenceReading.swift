import ArgumentParser
import Consent
import Files
import Ledger

/// Reads files of evidence.
enum EvidenceReading {
    /// A file whose digest alone is recorded is read whole too; more than this fits into no machine's memory.
    private static let limit = 1 << 30

    /// The file of a name.
    static func file(_ path: String, keeping: Evidence.Keeping) throws -> SubjectAct.EvidenceFile {
        let file = try InputFile(path: path)
        if keeping == .sealed, let size = file.size, size > UInt64(Ledger.greatestEvidence) {
            throw LedgerError(
                .evidenceTooLarge, "A file of evidence is over \(Ledger.greatestEvidence >> 20) MiB.",
                hint: "Use --hash-only and keep the file yourself, or give a smaller extract.")
        }
        return SubjectAct.EvidenceFile(
            bytes: try file.readAll(limit: limit), kind: kind(of: path), keeping: keeping)
    }

    /// The ending of a name where it is a plain one: a name such as `mail.ada@example.org` must not travel.
    private static func kind(of path: String) -> String {
        let ending = path == "-" ? nil : Path.ending(Path.split(path).name)
        let isPlain = ending.map {
            $0.utf8.count <= 10 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        return isPlain == true ? ending ?? "bin" : "bin"
    }
}
