package import Consent
import Cryptography
import Database
import Files
import LookUp
import MerkleLog

extension Ledger {
    /// Subjects of a ledger with fewer records are looked up in memory: nothing is written for them.
    package static let recordsInMemory: UInt64 = 2000

    /// What is known of all subjects for a purpose, for many look-ups: opened where it is there and true, and else made.
    ///
    /// It is worth its while from some thousand rows on; fewer are answered as fast by ``standings(of:for:asOf:)``.
    ///
    /// - Parameters:
    ///   - purpose: For what.
    ///   - memoryLimit: Up to how many records nothing is written.
    ///   - onProgress: Called now and then while it is made, with events that were read and their total.
    /// - Returns: Nil where the folder of the ledger cannot be written, and for all mail, which is no purpose of a vetting.
    package func standingIndex(
        for purpose: Purpose, memoryLimit: UInt64 = Ledger.recordsInMemory,
        onProgress: (UInt64, UInt64) -> Void = { _, _ in }
    ) throws -> StandingIndex? {
        guard purpose != .everything else { return nil }
        let moment = try beginIndexMoment(memoryLimit: memoryLimit)
        defer { vault.connection.endSnapshot() }
        return try translating {
            do {
                return try openOrMake(purpose, moment, onProgress)
            } catch is FileError {
                return nil
            }
        }
    }

    /// The state of the ledger for which an index speaks.
    struct IndexMoment {
        let size: UInt64
        let root: Digest
        let records: UInt64
        let erased: UInt64
        let isSmall: Bool
        /// Nil where nothing can be written.
        let seal: VaultSeal?
    }

    /// Fixes the view of the vault, with the lock held for that moment alone.
    func beginIndexMoment(memoryLimit: UInt64) throws -> IndexMoment {
        try appending {
            let records = try vault.recordCount()
            let isSmall = records <= memoryLimit
            let seal = isSmall ? nil : VaultSeal.unbroken(home, keys) ?? beginSeal()
            let moment = IndexMoment(
                size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root, records: records,
                erased: try vault.erasureProgress().erased, isSmall: isSmall, seal: seal)
            try vault.connection.beginSnapshot()
            return moment
        }
    }

    private func beginSeal() -> VaultSeal? {
        try? VaultSeal.begin(home, keys, random: context.random)
    }

    private func openOrMake(
        _ purpose: Purpose, _ moment: IndexMoment, _ onProgress: (UInt64, UInt64) -> Void
    ) throws -> StandingIndex? {
        if moment.isSmall {
            return try index(nil, try subjectsInMemory(purpose), purpose, moment, .small)
        }
        guard let seal = moment.seal else { return nil }
        let (known, condition) = file(for: purpose, moment, seal)
        if let known {
            return try index(known, try changes(over: known, purpose), purpose, moment, condition)
        }
        try makeStandingFile(purpose, moment, seal, onProgress)
        guard let file = try? StandingFile(path: home.standings(for: purpose), keys: IndexKeys(keys)) else {
            return nil
        }
        return try index(file, IndexChanges(over: file), purpose, moment, condition)
    }

    /// The look-up file that lies there, if it is true; and how the index comes to be what it is.
    private func file(
        for purpose: Purpose, _ moment: IndexMoment, _ seal: VaultSeal
    ) -> (StandingFile?, StandingIndex.Condition) {
        do throws(BlockFileFault) {
            let file = try StandingFile(path: home.standings(for: purpose), keys: IndexKeys(keys))
            let condition = staleness(of: file, purpose, moment, seal)
            return (condition == .fresh ? file : nil, condition)
        } catch {
            return (nil, error == .missing ? .made : .mended)
        }
    }

    func index(
        _ file: StandingFile?, _ changes: IndexChanges, _ purpose: Purpose, _ moment: IndexMoment,
        _ condition: StandingIndex.Condition
    ) throws -> StandingIndex {
        StandingIndex(
            file, changes, purpose: purpose, controllers: registry.controllers.map(\.controller),
            size: moment.size, condition: condition)
    }

    /// ``StandingIndex/Condition/fresh`` for a file that is true but for the records that came since, and else why it is
    /// to be made anew.
    func staleness(
        of file: StandingFile, _ purpose: Purpose, _ moment: IndexMoment, _ seal: VaultSeal
    ) -> StandingIndex.Condition {
        let binding = file.binding
        guard binding.origin == origin, binding.purpose == purpose, binding.size <= moment.size else {
            return .mended
        }
        guard binding.epoch == seal.epoch, binding.erased == moment.erased,
            (try? log.root(of: binding.size)) == binding.root
        else { return .renewed }
        let newer = moment.size - binding.size
        return newer > max(Self.greatestChanges, UInt64(file.table.count / 16)) ? .grown : .fresh
    }

    /// Entries of the log that may come before a file is written anew; of large files a sixteenth may.
    private static let greatestChanges: UInt64 = 4096

    // MARK: In memory

    private func subjectsInMemory(_ purpose: Purpose) throws -> IndexChanges {
        var lookups: [[UInt8]] = []
        try vault.forEachSubject { lookups.append($0) }
        return try changes(of: lookups, over: nil, purpose)
    }

    /// What came since a file was written.
    func changes(over file: StandingFile, _ purpose: Purpose) throws -> IndexChanges {
        var lookups: Set<[UInt8]> = []
        try vault.forEachSubject(since: file.binding.size) { lookups.insert($0) }
        try vault.forEachSubjectSharing(since: file.binding.size) { lookups.insert($0) }
        return try changes(of: Array(lookups), over: file, purpose)
    }

    private func changes(
        of lookups: [[UInt8]], over file: StandingFile?, _ purpose: Purpose
    ) throws -> IndexChanges {
        var changes = IndexChanges(over: file)
        let inquiry = try inquiry()
        for start in stride(from: 0, to: lookups.count, by: VaultInquiry.batchSize) {
            let batch = Array(lookups[start..<min(start + VaultInquiry.batchSize, lookups.count)])
            let events = try inquiry.events(of: batch)
            for lookup in batch {
                guard let key = LookUpKey(lookup) else { continue }
                changes.take(key, try heldStanding(lookup, events[lookup] ?? [], purpose, inquiry))
            }
        }
        return changes
    }

    /// The standing of a subject, or nil where the ledger must be asked each time.
    func heldStanding(
        _ lookup: [UInt8], _ known: [VaultInquiry.Known], _ purpose: Purpose, _ inquiry: VaultInquiry
    ) throws -> SubjectStanding? {
        guard StandingKind.holds(known.map(\.event), for: purpose) else { return nil }
        do {
            return try bareStanding(lookup, known, for: purpose, inquiry)
        } catch is LedgerError {
            // A record that cannot be opened: whoever asks for this subject is told so, and nobody else.
            return nil
        }
    }

    // MARK: Making

    private func makeStandingFile(
        _ purpose: Purpose, _ moment: IndexMoment, _ seal: VaultSeal, _ onProgress: (UInt64, UInt64) -> Void
    ) throws {
        try Folder.make(home.index, mode: 0o700)
        let sorter = RecordSorter(recordSize: EventNote.size, memory: 16 << 20, folder: home.index)
        let names = try StandingScan(self, purpose, into: sorter).run { onProgress($0, moment.records) }
        let token = Hex.encode(try context.random.bytes(4))
        let builder = try StandingFileBuilder(
            home, purpose: purpose, names: names, atMost: sorter.count, token: token)
        try sorter.forEach { try builder.take(EventNote($0)) }
        let binding = IndexBinding(
            origin: origin, purpose: purpose, size: moment.size, root: moment.root, erased: moment.erased,
            epoch: seal.epoch)
        try builder.finish(binding, IndexKeys(keys), random: context.random)
        onProgress(moment.records, moment.records)
    }
}
