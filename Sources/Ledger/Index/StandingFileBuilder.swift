import CanonicalJSON
import Consent
import Cryptography
import Files
import LookUp

/// Writes a look-up file of standings from events in the order of their subjects.
final class StandingFileBuilder {
    private let purpose: Purpose
    private let namings: [UInt64]
    private let wordings: [WordingReference]
    private let yeses: [Ledger.Yes]
    private let purposes: [Purpose]
    private let writer: BlockFileWriter
    private let entries: LookUpTableWriter
    private var standings: WordSpool
    private var times: WordSpool
    private var kinds = NumberedValues<[UInt64]>(limit: greatestKinds)
    private var sketches: [StandingKind] = []
    /// Standings that came lately, so that those that are alike share a number; given up when there are many.
    private var recent: [Packed: UInt32] = [:]
    private var group: [EventNote] = []
    /// The last entry, held back until the next subject has another key.
    private var waiting: (key: LookUpKey, number: UInt32)?

    private struct Packed: Hashable {
        let first: UInt64
        let second: UInt64
    }

    private static let greatestKinds = 1 << 16
    private static let greatestRecent = 1 << 16

    /// What the scan of the vault numbered.
    struct Names {
        /// Places of the log at which controllers were named.
        let namings: [UInt64]
        let wordings: [WordingReference]
        let yeses: [Ledger.Yes]
        let purposes: [Purpose]
    }

    init(_ home: LedgerHome, purpose: Purpose, names: Names, atMost count: Int, token: String) throws {
        self.purpose = purpose
        (namings, wordings, yeses) = (names.namings, names.wordings, names.yeses)
        purposes = names.purposes
        writer = try BlockFileWriter(path: home.standings(for: purpose), token: token)
        entries = try LookUpTableWriter(writer, atMost: count)
        standings = try WordSpool(in: home.index)
        times = try WordSpool(in: home.index)
    }

    /// Takes the next event; those of one subject come together.
    func take(_ note: EventNote) throws {
        if let first = group.first, first.subject != note.subject { try endSubject() }
        group.append(note)
    }

    /// Writes the file and moves it to its place.
    func finish(_ binding: IndexBinding, _ keys: IndexKeys, random: any RandomSource) throws {
        if !group.isEmpty { try endSubject() }
        if let waiting { try entries.append(waiting.key, waiting.number) }
        try entries.finish()
        try writer.beginSection()
        try writer.write(&standings)
        try writer.beginSection()
        try writer.write(&times)
        var ends: [UInt64] = []
        var boxes: [UInt8] = []
        for (number, kind) in sketches.enumerated() {
            boxes += try SealedBox.seal(
                kind.json.canonicalBytes, key: keys.content, context: StandingFile.context(number),
                random: random)
            ends.append(UInt64(boxes.count))
        }
        try writer.beginSection()
        try writer.write(ends)
        try writer.beginSection()
        try writer.write(boxes)
        try writer.commit(binding: binding.bytes, key: keys.seal)
    }

    private func endSubject() throws {
        let subject = group[0].subject
        let key = LookUpKey(
            high: subject.0, low: UInt32(truncatingIfNeeded: subject.1 >> 32))
        let number = try number()
        group.removeAll(keepingCapacity: true)
        if let (last, _) = waiting, last == key {
            waiting = (key, StandingIndex.ask)
            return
        }
        if let waiting { try entries.append(waiting.key, waiting.number) }
        waiting = (key, number)
    }

    /// The number of the standing of the subject whose events were gathered.
    private func number() throws -> UInt32 {
        if group.count > 1 { group.sort { $0.position < $1.position } }
        let own = group.filter(\.counts)
        let isHeld =
            own.count <= StandingKind.greatestEvents
            && own.allSatisfy {
                StandingKind.isStatic(EventNote.kinds[Int($0.kind)]) && $0.yes != EventNote.unclear
            }
            && group.allSatisfy { EventNote.kinds[Int($0.kind)] != .released }
        guard isHeld else { return StandingIndex.ask }
        let times = Set(own.flatMap { [$0.recorded] + ($0.occurred.map { [$0] } ?? []) }).sorted()
        guard let kind = kind(of: own, times) else { return StandingIndex.ask }
        return try number(kind: kind, times.map { Instant(seconds: $0) })
    }

    private func number(kind: Int, _ times: [Instant]) throws -> UInt32 {
        let isInline = times.count <= StandingTimes.inline
        let (first, second) = StandingTimes.words(kind: kind, times: times, place: self.times.count)
        let packed = Packed(first: first, second: second)
        if isInline, let known = recent[packed] { return known }
        let number = standings.count / 2
        guard number <= Int(LookUpHit.greatest) else { return StandingIndex.ask }
        if !isInline { try self.times.append(times.map(StandingTimes.packed)) }
        try standings.append([first, second])
        if isInline {
            if recent.count >= Self.greatestRecent { recent.removeAll(keepingCapacity: true) }
            recent[packed] = UInt32(number)
        }
        return UInt32(number)
    }

    /// The number of a subject's kind; nil where there are too many.
    private func kind(of own: [EventNote], _ times: [Int64]) -> Int? {
        let agreed = group.count > own.count && agreedToOtherPurpose()
        var words: [UInt64] = [agreed ? 1 : 0]
        var controllers: [Int?] = []
        for note in own {
            let controller = namings.lastIndex { Int64(clamping: $0) <= note.position }
            controllers.append(controller)
            let occurred = note.occurred.flatMap { times.firstIndex(of: $0) }
            let recorded = times.firstIndex(of: note.recorded) ?? 0
            words.append(
                UInt64(note.purpose) | UInt64(note.kind) << 16 | UInt64(note.grade) << 24
                    | UInt64(note.method) << 32 | (note.hasSource ? 1 << 40 : 0)
                    | UInt64(occurred.map { $0 + 1 } ?? 0) << 41 | UInt64(recorded) << 49)
            words.append(UInt64(note.yes) << 32 | UInt64(note.wording))
            words.append(UInt64(bitPattern: note.evidenceCount))
            words.append(UInt64(controller.map { $0 + 1 } ?? 0))
        }
        guard let number = kinds.number(of: words) else { return nil }
        if number == sketches.count { sketches.append(sketch(of: own, times, controllers, agreed)) }
        return number
    }

    private func sketch(
        of own: [EventNote], _ times: [Int64], _ controllers: [Int?], _ agreed: Bool
    ) -> StandingKind {
        let events = zip(own, controllers).map { note, controller in
            StandingKind.Sketch(
                kind: EventNote.kinds[Int(note.kind)],
                isOfAllMail: note.purpose == EventNote.PurposeNumber.everything,
                occurred: note.occurred.flatMap { times.firstIndex(of: $0) },
                recorded: times.firstIndex(of: note.recorded) ?? 0,
                grade: Grade(rawValue: Int(note.grade)) ?? .none,
                method: note.method == 0 ? nil : EventNote.methods[Int(note.method) - 1],
                wording: note.wording == 0 ? nil : wordings[Int(note.wording) - 1],
                evidenceCount: Int(note.evidenceCount), hasSource: note.hasSource, controller: controller,
                yes: note.yes == 0 ? nil : yeses[Int(note.yes) - 1])
        }
        return StandingKind(events: events, agreedToOtherPurpose: agreed)
    }

    /// Whether a yes stands for a purpose beside the one that the file is about.
    private func agreedToOtherPurpose() -> Bool {
        let others = Set(group.filter { !$0.counts }.map(\.purpose))
        let events = group.map { note in
            SubjectEvent(
                sequence: note.position, kind: EventNote.kinds[Int(note.kind)],
                purpose: self.name(of: note.purpose), occurredAt: note.occurred.map(Instant.init(seconds:)),
                recordedAt: Instant(seconds: note.recorded), grade: Grade(rawValue: Int(note.grade)) ?? .none,
                wording: note.wording == 0 ? nil : wordings[Int(note.wording) - 1])
        }
        return others.contains { Standing(of: events, for: name(of: $0)).state == .given }
    }

    private func name(of number: UInt16) -> Purpose {
        switch number {
        case EventNote.PurposeNumber.own: purpose
        case EventNote.PurposeNumber.everything: .everything
        default: purposes[Int(number) - EventNote.PurposeNumber.first]
        }
    }
}
