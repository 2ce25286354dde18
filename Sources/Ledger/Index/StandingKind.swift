import CanonicalJSON
import Consent

/// What many subjects have in common: their events but for the times, of which only the order is told.
///
/// Everything that a ``Standing`` or ``Circumstances`` depends on is in it: both compare times and never count with them.
/// So a subject's standing is made of its kind and its times by the same code that the plain path runs, and kinds stay
/// few where times are many.
struct StandingKind: Hashable, Sendable {
    /// An event, its times by their place among the subject's distinct times, in rising order.
    struct Sketch: Hashable, Sendable {
        var kind: EventKind
        /// Whether it is about all mail and not about the purpose.
        var isOfAllMail: Bool
        var occurred: Int?
        var recorded: Int
        var grade: Grade
        var method: CollectionMethod?
        var wording: WordingReference?
        var evidenceCount: Int
        var hasSource: Bool
        /// Which controller had been named when it was recorded, by its place among all; nil where none was.
        var controller: Int?
        /// What its record says and what shows it, of a yes.
        var yes: Ledger.Yes?
    }

    /// Events for the purpose or for all mail, in the order of the ledger.
    var events: [Sketch]
    /// Whether a yes stands for another purpose.
    var agreedToOtherPurpose: Bool

    /// The most events of a subject that are held in look-up files.
    static let greatestEvents = 16

    /// Whether an event's part in a standing is told by its columns alone.
    ///
    /// What else there is hangs on other records or on the present moment, and the vault is asked.
    static func isStatic(_ kind: EventKind) -> Bool {
        switch kind {
        case .given, .withdrawn, .refused, .objected, .requested, .complained, .bounced, .exported,
            .dossierMade:
            true
        case .restricted, .restrictionLifted, .requestOpened, .requestClosed, .requestExtended, .released,
            .releaseConfirmed:
            false
        }
    }

    /// Whether a standing for a purpose can be held in a look-up file.
    static func holds(_ events: [SubjectEvent], for purpose: Purpose) -> Bool {
        var own = 0
        for event in events {
            if event.kind == .released { return false }
            guard event.purpose == purpose || event.purpose == .everything else { continue }
            own += 1
            if !isStatic(event.kind) { return false }
        }
        return own <= greatestEvents
    }

    /// The standing of a subject of this kind.
    ///
    /// Places of events in the ledger are those among the subject's own, from 0.
    ///
    /// - Parameters:
    ///   - times: The subject's distinct times in rising order; nil is answered where there are too few.
    ///   - controllers: All that were named, in their order.
    func standing(times: [Instant], for purpose: Purpose, controllers: [Controller]) -> SubjectStanding? {
        var known: [SubjectEvent] = []
        known.reserveCapacity(events.count)
        for (place, sketch) in events.enumerated() {
            guard times.indices.contains(sketch.recorded),
                sketch.occurred.map({ times.indices.contains($0) }) ?? true
            else { return nil }
            known.append(
                SubjectEvent(
                    sequence: Int64(place), kind: sketch.kind,
                    purpose: sketch.isOfAllMail ? .everything : purpose,
                    occurredAt: sketch.occurred.map { times[$0] }, recordedAt: times[sketch.recorded],
                    grade: sketch.grade, method: sketch.method, wording: sketch.wording,
                    evidenceCount: sketch.evidenceCount, hasSource: sketch.hasSource))
        }
        let standing = Standing(of: known, for: purpose)
        let decisive = standing.decisive.map { events[Int(truncatingIfNeeded: $0.sequence)] }
        let yes = standing.state == .given ? decisive?.yes : nil
        if standing.state == .given, yes == nil { return nil }
        let controller = decisive?.controller
        if let controller, !controllers.indices.contains(controller) { return nil }
        return SubjectStanding(
            standing: standing, isSuppressed: false, isErased: false,
            agreedToOtherPurpose: agreedToOtherPurpose, controllerThen: controller.map { controllers[$0] },
            evidence: yes?.evidence ?? .none, told: yes?.told ?? [:],
            circumstances: Circumstances(of: known, for: purpose), isEvidenceShared: yes?.isShared,
            releases: [], hasRecords: true)
    }
}

extension StandingKind {
    /// As it stands in a look-up file, before it is encrypted.
    var json: JSONValue {
        .object(of: ["other": .boolean(agreedToOtherPurpose), "events": .array(events.map(\.json))])
    }

    /// Reads what ``json`` wrote; nil where it is something else.
    init?(_ json: JSONValue) {
        guard let other = json["other"]?.truth, let items = json["events"]?.items,
            items.count <= Self.greatestEvents
        else { return nil }
        var events: [Sketch] = []
        for item in items {
            guard let sketch = Sketch(item) else { return nil }
            events.append(sketch)
        }
        self.init(events: events, agreedToOtherPurpose: other)
    }
}

extension StandingKind.Sketch {
    fileprivate var json: JSONValue {
        .object(of: [
            "kind": .string(kind.rawValue), "all": .boolean(isOfAllMail),
            "occurred": occurred.map { .integer(Int64($0)) }, "recorded": .integer(Int64(recorded)),
            "grade": .integer(Int64(grade.rawValue)), "method": method.map { .string($0.rawValue) },
            "wording": wording.map { .string($0.description) },
            "files": .integer(Int64(clamping: evidenceCount)), "source": .boolean(hasSource),
            "controller": controller.map { .integer(Int64($0)) },
            "yes": yes.map { yes in
                .object(of: [
                    "evidence": .string(yes.evidence.rawValue), "shared": yes.isShared.map { .boolean($0) },
                    "told": .object(
                        yes.told.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
                ])
            },
        ])
    }

    fileprivate init?(_ json: JSONValue) {
        guard let kind = json["kind"]?.text.flatMap(EventKind.init(rawValue:)),
            let isOfAllMail = json["all"]?.truth, let recorded = json["recorded"]?.number,
            let grade = json["grade"]?.number.flatMap({ Grade(rawValue: Int(clamping: $0)) }),
            let files = json["files"]?.number, let source = json["source"]?.truth
        else { return nil }
        self.init(
            kind: kind, isOfAllMail: isOfAllMail,
            occurred: json["occurred"]?.number.map { Int(clamping: $0) }, recorded: Int(clamping: recorded),
            grade: grade, method: json["method"]?.text.flatMap(CollectionMethod.init(rawValue:)),
            wording: json["wording"]?.text.flatMap { WordingReference(parsing: $0) },
            evidenceCount: Int(clamping: files), hasSource: source,
            controller: json["controller"]?.number.map { Int(clamping: $0) }, yes: nil)
        guard let yes = json["yes"] else { return }
        guard let evidence = yes["evidence"]?.text.flatMap(EvidenceCondition.init(rawValue:)),
            let told = yes["told"]?.members
        else { return nil }
        var facts: [String: String] = [:]
        for member in told { facts[member.name] = member.value.text }
        self.yes = Ledger.Yes(told: facts, evidence: evidence, isShared: yes["shared"]?.truth)
    }
}
