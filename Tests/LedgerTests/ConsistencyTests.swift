import Consent
import Database
import Files
import Foundation
import Ledger
import Testing

@Suite("Whether the files of a ledger fit each other")
struct ConsistencyTests {
    let folder: LedgerFolder

    /// Seven entries: the controller, the wording, three yeses, an objection and a withdrawal.
    init() throws {
        folder = try LedgerFolder()
        let ledger = try folder.furnished()
        for number in 0..<3 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.record(.sample(.objected, "person0@example.org"))
        _ = try ledger.record(.sample(.withdrawn, "person1@example.org"))
    }

    private func look() -> LedgerConsistency {
        let clock = folder.clock
        return LedgerConsistency(
            of: folder.home, context: LedgerContext(now: { clock.now }, random: folder.random))
    }

    /// The mismatches as a person reads them, without what SQLite says of damage in its own words.
    private func lines(_ found: LedgerConsistency) -> [String] {
        found.mismatches.map { mismatch in
            let weight = mismatch.settlesItself ? "settles itself" : "wrong"
            return "\(weight) \(mismatch.code.rawValue) (\(mismatch.files.joined(separator: ", "))): "
                + mismatch.problem.replacing(folder.home.path + "/", with: "")
        }
    }

    @Test("finds nothing in a whole ledger, and counts what it looked at")
    func whole() {
        let found = look()
        #expect(found.mismatches == [] && found.holds)
        #expect(found.entries == 7)
        #expect(found.records == 5)
    }

    @Test("changes nothing: no byte of any file is another afterwards")
    func changesNothing() throws {
        try folder.edit(folder.home.vaultDatabase, "UPDATE progress SET settled = 0")
        _ = try folder.copy([folder.home.vaultDatabase, folder.home.logDatabase])
        let before = try folder.everyFile().filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") }
        #expect(!look().mismatches.isEmpty)
        let after = try folder.everyFile()
        for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
    }

    /// How a mismatch is made, and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let make: @Sendable (LedgerFolder) throws -> Void
        let expected: [String]

        var testDescription: String { name }

        init(_ name: String, _ expected: [String], _ make: @escaping @Sendable (LedgerFolder) throws -> Void)
        {
            (self.name, self.make, self.expected) = (name, make, expected)
        }

        /// A mismatch that an edit of one database makes.
        static func edit(_ name: String, _ expected: String..., file: String, sql: String) -> Case {
            Case(name, expected) { try $0.edit(Path.join($0.home.path, file), sql) }
        }
    }

    /// Puts a file of another ledger, of a controller and a wording and some yeses, into the home.
    static func takeOver(_ name: String, _ folder: LedgerFolder, origin: String? = nil) throws {
        let other = try LedgerFolder(seed: 2)
        let ledger = try other.furnished()
        for number in 0..<3 {
            _ = try ledger.record(.form("person\(number)@example.org", at: "2026-10-01T08:00:00Z"))
        }
        _ = try ledger.record(.sample(.objected, "person0@example.org"))
        let place = Path.join(other.home.path, name)
        let content = try #require(try other.copy([place])[place])
        try folder.putBack([Path.join(folder.home.path, name): content])
    }

    /// Keeps some files, lets the ledger go on by one act, and puts them back.
    static func putBack(
        _ names: [String], _ folder: LedgerFolder, after act: (Ledger) throws -> Void = goOn
    ) throws {
        let old = try folder.copy(names.map { Path.join(folder.home.path, $0) })
        try act(folder.open(create: false))
        try folder.putBack(old)
    }

    static func goOn(_ ledger: Ledger) throws { _ = try ledger.record(.sample(.given, "late@example.org")) }

    @Test(
        "each kind of mismatch is named", arguments: fileCases + logCases + vaultCases + keyCases + listCases)
    func named(_ mismatch: Case) throws {
        try mismatch.make(folder)
        let found = look()
        #expect(lines(found) == mismatch.expected)
        #expect(found.mismatches.allSatisfy { !$0.remedy.isEmpty })
        #expect(!found.mismatches.contains { $0.problem.contains("@") || $0.remedy.contains("@") })
    }

    @Test("what settles itself is settled by the next start", arguments: settling)
    func settled(_ mismatch: Case) throws {
        try mismatch.make(folder)
        #expect(look().holds)
        _ = try folder.open(create: false)
        #expect(look().mismatches == [])
    }

    @Test("every code has a case")
    func everyCode() {
        let told = (Self.fileCases + Self.logCases + Self.vaultCases + Self.keyCases + Self.listCases)
            .flatMap(\.expected)
        // A change of the log's key that was cut short is looked at step by step in LogKeyRotationTests.
        for code in Mismatch.Code.allCases where code != .logKeyChange {
            #expect(told.contains { $0.contains(" \(code.rawValue) (") }, "\(code.rawValue)")
        }
    }

    @Test("no flipped or missing byte of any file ends the process", arguments: 0..<7)
    func flippedBytes(number: Int) throws {
        let files = [
            folder.home.logDatabase, folder.home.vaultDatabase, folder.home.suppressionDatabase,
            folder.home.head,
            folder.home.key(.log), folder.home.key(.wrapping), folder.home.key(.suppression),
        ]
        let whole = try folder.copy(files)
        let content = try #require(whole[files[number]])
        var random = SeededRandom(seed: 7)
        for _ in 0..<(number < 3 ? 40 : 10) {
            var damaged = content
            damaged[Int.random(in: 0..<content.count, using: &random)] ^= UInt8.random(
                in: 1...255, using: &random)
            if Bool.random(using: &random) {
                damaged = damaged.prefix(Int.random(in: 0..<damaged.count, using: &random))
            }
            try folder.putBack(whole.merging([files[number]: Data(damaged)]) { $1 })
            _ = look()
        }
    }
}
