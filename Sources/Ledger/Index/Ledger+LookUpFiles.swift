import Consent
import Database
import Files
import LookUp

extension Ledger {
    /// The look-up files of standings that lie here.
    ///
    /// - Parameter isDeep: Whether every block is hashed, and every subject held against the vault.
    package func lookUpFiles(isDeep: Bool) throws -> [LookUpFile] {
        guard Folder.exists(home.index) else { return [] }
        let moment = try beginIndexMoment(memoryLimit: 0)
        defer { vault.connection.endSnapshot() }
        return try translating {
            try Folder.names(in: home.index).filter { $0.hasSuffix(".standings") }.map { name in
                try lookUpFile(name, moment, isDeep: isDeep)
            }
        }
    }

    private func lookUpFile(_ name: String, _ moment: IndexMoment, isDeep: Bool) throws -> LookUpFile {
        let path = Path.join(home.index, name)
        let size = UInt64(clamping: FileStamp.of(path)?.size ?? 0)
        let purpose = Purpose(name.dropLast(".standings".count))
        func file(_ state: LookUpFile.State, _ subjects: Int = 0) -> LookUpFile {
            LookUpFile(purpose: purpose, state: state, byteCount: size, subjects: subjects)
        }
        guard let purpose, let found = try? StandingFile(path: path, keys: IndexKeys(keys)),
            !isDeep || found.file.isWhole()
        else { return file(.damaged) }
        guard let seal = moment.seal else { return file(.stale, found.table.count) }
        switch staleness(of: found, purpose, moment, seal) {
        case .mended: return file(.damaged)
        case .fresh, .grown:
            var result = file(.fresh(newer: moment.size - found.binding.size), found.table.count)
            if isDeep { try compare(found, purpose, moment, &result) }
            return result
        case .renewed, .made, .small: return file(.stale, found.table.count)
        }
    }

    /// Holds what a file says of every subject against what the vault says.
    private func compare(
        _ file: StandingFile, _ purpose: Purpose, _ moment: IndexMoment, _ result: inout LookUpFile
    ) throws {
        let index = try index(file, try changes(over: file, purpose), purpose, moment, .fresh)
        let inquiry = try inquiry()
        var (batch, compared, wrong): ([[UInt8]], Int, Int) = ([], 0, 0)
        func compareBatch() throws {
            let events = try inquiry.events(of: batch)
            for lookup in batch {
                guard let key = LookUpKey(lookup) else { continue }
                var hits: [LookUpHit] = []
                index.find([key], into: &hits)
                compared += 1
                // Whoever is sent to the ledger is told the truth there.
                guard hits[0].number != StandingIndex.ask else { continue }
                let truth = try heldStanding(lookup, events[lookup] ?? [], purpose, inquiry)
                let said = index.standing(hits[0].number)
                if truth.flatMap({ truth in said.map { truth.isToldAlike($0) } }) != true { wrong += 1 }
            }
            batch.removeAll(keepingCapacity: true)
        }
        try vault.forEachSubject { lookup in
            batch.append(lookup)
            if batch.count == VaultInquiry.batchSize { try compareBatch() }
        }
        try compareBatch()
        (result.compared, result.wrong) = (compared, wrong)
    }
}

extension SubjectStanding {
    /// Whether another tells the same of a subject; where events stand in the ledger does not count.
    func isToldAlike(_ other: SubjectStanding) -> Bool {
        standing.state == other.standing.state && standing.isReturn == other.standing.isReturn
            && isContradicted == other.isContradicted
            && Self.isAlike(standing.decisive, other.standing.decisive)
            && agreedToOtherPurpose == other.agreedToOtherPurpose && controllerThen == other.controllerThen
            && evidence == other.evidence && told == other.told && isEvidenceShared == other.isEvidenceShared
            && requestedAt == other.requestedAt && complainedAt == other.complainedAt
            && bouncedAt == other.bouncedAt && lastStopAt == other.lastStopAt
            && isRestricted == other.isRestricted && hasOpenRequest == other.hasOpenRequest
            && hasRecords == other.hasRecords
    }

    private static func isAlike(_ a: SubjectEvent?, _ b: SubjectEvent?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.kind == b.kind && a.purpose == b.purpose && a.occurredAt == b.occurredAt
            && a.recordedAt == b.recordedAt && a.grade == b.grade && a.method == b.method
            && a.wording == b.wording && a.evidenceCount == b.evidenceCount && a.hasSource == b.hasSource
    }
}
