import Consent
import Ledger
import LookUp
import Policies

/// Tells apart those whom the ledger knows, as far as the policy does.
///
/// People of one class get the same judgement in rows that look the same. What a class has in common is worked out once;
/// of each person only the times are looked at, and of those only between which thresholds of the policy they lie.
struct StandingClasses {
    /// The class of those whom the ledger does not know.
    static let unknown: UInt32 = 0
    /// Not a class: the ledger itself must be asked.
    static let ask = UInt32.max

    /// Somebody's class, and the moment of the yes that stands.
    struct Member {
        let number: UInt32
        /// The person, as the look-up has them.
        let person: UInt32
        /// When the yes was given, where one stands.
        let givenAt: Instant?
        /// Whether a yes stands and its evidence is there.
        let isCovered: Bool
    }

    /// Somebody whom the ledger does not know.
    static let stranger = Member(
        number: unknown, person: StandingIndex.unknown, givenAt: nil, isCovered: false)

    /// What people of one kind have in common.
    private struct Kind {
        var facts: Facts
        /// Which of the person's times each of these facts is.
        let times: [(fact: Fact, place: Int)]
        let isCovered: Bool
        /// Which of the times is that of the yes that stands.
        let given: Int?
    }

    private let index: StandingIndex
    private let judge: RowJudge
    private let bare: Facts
    private var classes: FactClasses
    private var kinds: [Int: Kind?] = [:]
    /// Numbers by kind and by the number of the facts.
    private var numbers = NumberTable()
    /// Those who are held by themselves, by their number.
    private var single: [UInt32: Member?] = [:]

    /// - Returns: Nil for a policy that asks more than can be compared.
    init?(_ index: StandingIndex, _ judge: RowJudge) {
        guard let classes = FactClasses(of: judge.policy) else { return nil }
        self.classes = classes
        self.index = index
        self.judge = judge
        bare = judge.bare
    }

    /// The class of what was found; nil where the ledger itself must be asked.
    ///
    /// - Parameter times: Those of the person, as the index has them.
    mutating func member(_ hit: LookUpHit, _ times: StandingTimes?) -> Member? {
        if hit.number == StandingIndex.unknown {
            return Self.stranger
        }
        guard hit.number != StandingIndex.ask else { return nil }
        guard let times else { return singleMember(hit.number) }
        guard let kind = kind(times.kind) else { return nil }
        var facts = kind.facts
        for (fact, place) in kind.times { facts.set(fact, to: index.time(place, of: times)) }
        guard let number = number(of: facts, kind: UInt32(truncatingIfNeeded: times.kind)) else { return nil }
        return Member(
            number: number, person: hit.number, givenAt: kind.given.flatMap { index.time($0, of: times) },
            isCovered: kind.isCovered)
    }

    /// Sets what of a person's facts may be another with everybody of their class.
    mutating func fill(_ facts: inout Facts, with member: Member) {
        guard let times = index.times(of: member.person) else {
            if let subject = index.standing(member.person) { judge.facts.fill(&facts, with: subject) }
            return
        }
        for (fact, place) in kind(times.kind)?.times ?? [] {
            facts.set(fact, to: index.time(place, of: times))
        }
    }

    private mutating func number(of facts: Facts, kind: UInt32) -> UInt32? {
        guard let place = classes.number(of: facts) else { return nil }
        let combination = UInt32(truncatingIfNeeded: place)
        if let number = numbers.number(kind, combination) { return UInt32(truncatingIfNeeded: number) }
        guard numbers.count < NumberTable.most else { return nil }
        // 0 is the class of strangers.
        let number = numbers.count + 1
        numbers.set(kind, combination, to: number)
        return UInt32(truncatingIfNeeded: number)
    }

    private mutating func kind(_ number: Int) -> Kind? {
        if let known = kinds[number] { return known }
        let made = index.outline(ofKind: number).map { outline in
            var facts = bare
            judge.facts.fill(&facts, with: outline.example)
            var times: [(Fact, Int?)] = [
                (.subjectComplainedAt, outline.complainedAt), (.subjectBouncedAt, outline.bouncedAt),
                (.subjectLastStopAt, outline.lastStopAt), (.recordRequestedAt, outline.requestedAt),
            ]
            let isGiven = outline.example.standing.state == .given
            if isGiven {
                times += [(.recordGivenAt, outline.occurredAt), (.recordRecordedAt, outline.recordedAt)]
            }
            return Kind(
                facts: facts, times: times.compactMap { fact, place in place.map { (fact, $0) } },
                isCovered: ListSurvey.isCovered(outline.example), given: isGiven ? outline.occurredAt : nil)
        }
        kinds[number] = .some(made)
        return made
    }

    /// Somebody of whom something was recorded since the look-up file was written, or of a small ledger.
    private mutating func singleMember(_ number: UInt32) -> Member? {
        if let known = single[number] { return known }
        let made = index.standing(number).flatMap { subject -> Member? in
            var facts = bare
            judge.facts.fill(&facts, with: subject)
            // A kind of their own: those who have records are noted, and strangers are not.
            guard let place = self.number(of: facts, kind: .max) else { return nil }
            return Member(
                number: place, person: number,
                givenAt: subject.standing.state == .given ? subject.standing.decisive?.occurredAt : nil,
                isCovered: ListSurvey.isCovered(subject))
        }
        single[number] = .some(made)
        return made
    }
}
