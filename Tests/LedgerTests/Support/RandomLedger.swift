import Consent
import Ledger

/// A ledger in which all that can happen to subjects has happened to some of them.
struct RandomLedger {
    let folder: LedgerFolder
    let subjects: [EmailAddress]
    let purposes: [Purpose]
    private let seed: UInt64

    /// - Parameter count: How many subjects there are; a quarter of them stay unknown.
    init(seed: UInt64, count: Int) throws {
        folder = try LedgerFolder(seed: seed)
        self.seed = seed
        let ledger = try folder.furnished()
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers", "events"]))
        purposes = ledger.purposes
        subjects = try (0..<count).map { number in
            let domain = number % 5 == 0 ? "gmail.com" : number % 7 == 0 ? "bücher.example" : "example.org"
            let tag = number % 11 == 0 ? "+list" : ""
            return try EmailAddress(parsing: "per.son\(number)\(tag)@\(domain)")
        }
        try act(on: ledger, subjects.indices.filter { $0 % 4 != 3 }, salt: 1)
    }

    /// Has something happen to some subjects.
    func act(on ledger: Ledger, _ places: [Int], salt: UInt64) throws {
        var generator = SeededRandom(seed: seed &+ salt &* 7919)
        for place in places {
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                folder.clock.advance(Int64.random(in: 0...2, using: &generator) * 30)
                _ = try ledger.record(try act(of: subjects[place], &generator))
            }
        }
    }

    private func act(of address: EmailAddress, _ generator: inout SeededRandom) throws -> SubjectAct {
        let kinds: [EventKind] =
            [.given, .given, .given, .given, .withdrawn, .refused, .objected, .requested, .bounced]
            + (Int.random(in: 0..<6, using: &generator) == 0 ? EventKind.ofActs : [])
        let kind = kinds.randomElement(using: &generator) ?? .given
        let all = kind == .given ? purposes : purposes + [.everything]
        var act = SubjectAct(
            kind, address: address, purpose: all.randomElement(using: &generator) ?? .newsletter)
        // Few different moments, so that some are claimed twice and some fall together with a recording.
        let ago = -Int64.random(in: 0...20, using: &generator) * 43_200
        act.occurredAt = Bool.random(using: &generator) ? folder.clock.now.advanced(by: ago) : nil
        act.method = CollectionMethod.allCases.randomElement(using: &generator)
        if Bool.random(using: &generator) {
            let shared = Int.random(in: 0..<60, using: &generator)
            act.evidence = [.text("shown \(shared)", keeping: shared % 3 == 0 ? .hashOnly : .sealed)]
        }
        if kind == .given, Bool.random(using: &generator) {
            act.wording = WordingReference(parsing: "newsletter@1")
            act.told = ["country": ["DE", "AT", "FR"].randomElement(using: &generator) ?? "DE"]
        }
        if Bool.random(using: &generator) { act.source = "a list" }
        return act
    }
}

/// All that a look-up file tells of a subject, to compare; where events stand in the ledger is left out.
struct HeldStanding: Equatable {
    private let texts: [String]

    init(_ subject: SubjectStanding) {
        let standing = subject.standing
        let event = standing.decisive
        texts = [
            "\(standing.state) \(standing.isReturn) \(standing.isContradicted)",
            "\(event.map { "\($0.kind) \($0.purpose) \($0.grade) \($0.evidenceCount) \($0.hasSource)" } ?? "")",
            "\(event?.occurredAt?.description ?? "-") \(event?.recordedAt.description ?? "-")",
            "\(event?.method?.rawValue ?? "-") \(event?.wording?.description ?? "-")",
            "\(subject.agreedToOtherPurpose) \(subject.controllerThen?.name ?? "-") \(subject.evidence)",
            "\(subject.told.sorted { $0.key < $1.key }) \(subject.isEvidenceShared.map { "\($0)" } ?? "-")",
            "\(subject.requestedAt?.description ?? "-") \(subject.isRestricted)",
            "\(subject.complainedAt?.description ?? "-") \(subject.bouncedAt?.description ?? "-")",
            "\(subject.hasOpenRequest) \(subject.lastStopAt?.description ?? "-") \(subject.releases.count)",
            "\(subject.hasRecords)",
        ]
    }
}
