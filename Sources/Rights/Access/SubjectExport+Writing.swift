import CanonicalJSON
import Consent
import Cryptography
import Files
public import Ledger

extension SubjectExport {
    static let dataName = "export.json"
    static let pageName = "letter.html"
    static let textName = "letter.txt"

    /// Hands the copy over: writes it into a folder that only its owner may read, then records that.
    ///
    /// The folder comes first and whole or not at all, so that no record tells of a copy that never was. Of somebody of
    /// whom nothing is recorded this is not recorded either: it would be the first record of a person who is unknown, or
    /// who was erased.
    ///
    /// - Parameters:
    ///   - folder: Where it will be; nothing or an empty folder may be there.
    ///   - ledger: The ledger it was gathered from.
    /// - Throws: ``RightsError/Code/occupied``, ``RightsError/Code/storage``, or `LedgerError`.
    public func handOver(to folder: String, in ledger: Ledger) throws {
        let data = Array(json.pretty.utf8)
        try RightsError.translating { try write(data, to: folder) }
        guard !entries.isEmpty else { return }
        var act = SubjectAct(.exported, address: address, purpose: .everything)
        act.occurredAt = ledger.now
        act.told["digest"] = SHA256.digest(of: data).hex
        act.told["request"] = answered?.rid.description
        _ = try ledger.record(act)
    }

    private func write(_ data: [UInt8], to folder: String) throws {
        let isFree =
            try !PrivateFile.exists(folder) && (!Folder.exists(folder) || Folder.names(in: folder).isEmpty)
        guard isFree else {
            throw RightsError(
                .occupied, "\(folder) is there already and not empty.", hint: "Name a new folder with --out.")
        }
        let (parent, name) = Path.split(folder)
        try Folder.make(parent)
        let staging = Path.join(parent, ".\(name).\(Hex.encode(try SystemRandom().bytes(6))).part")
        do {
            try writeFiles(data, to: staging)
            try Folder.move(staging, to: folder)
        } catch {
            try? Folder.remove(staging)
            throw error
        }
    }

    private func writeFiles(_ data: [UInt8], to staging: String) throws {
        func write(_ name: String, _ bytes: [UInt8]) throws {
            try StagedFile.replace(Path.join(staging, name), with: bytes, mode: 0o600, token: "export")
        }
        try Folder.make(staging, mode: 0o700)
        let enclosed = entries.flatMap(\.files).filter { $0.fate == .enclosed }
        if !enclosed.isEmpty { try Folder.make(Path.join(staging, "evidence"), mode: 0o700) }
        for file in enclosed { try write(file.name, file.content) }
        let letter = letter()
        try write(Self.pageName, Array(try letter.page().utf8))
        try write(Self.textName, Array(letter.text().utf8))
        try write(Self.dataName, data)
    }
}
