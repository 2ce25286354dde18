public import Consent
public import Lists
public import Policies

/// The counts of a vetting, and the first contacts of each kind.
///
/// `rows = accepted + held + rejected`, always: each row is counted by the one function that also says where it goes.
public struct Tally: Sendable {
    /// A contact as a report shows it.
    public struct Sample: Sendable {
        /// The row, from 1.
        public let row: UInt64
        /// The shortened address, or nil where there is none.
        public let address: String?
        /// The deciding rule, nil for an accepted contact.
        public let rule: Rule?
        /// The rule by which an accepted contact may be mailed, nil for a recorded opt-in.
        public let basis: Rule?
        /// Why, as the row's own file says it.
        public let reason: String
        /// Where the contact came from.
        public let origin: Origin
    }

    /// What was repaired in the cells of addresses.
    public struct Repaired: Hashable, Sendable {
        /// How many rows it was.
        public internal(set) var rows: UInt64 = 0
        /// The first of them.
        public let firstRow: UInt64
    }

    /// How many contacts of each verdict a report shows.
    static let samplesPerVerdict = 10

    /// Contacts.
    public private(set) var rows: UInt64 = 0
    /// Contacts by verdict.
    public private(set) var verdicts: [Verdict: UInt64] = [:]
    /// Contacts by the index of the rule that decided.
    public private(set) var rules: [Int: UInt64] = [:]
    /// Contacts that pass because a hold was released, by the index of the rule that would have held them.
    public private(set) var released: [Int: UInt64] = [:]
    /// Contacts by the index of a rule that fired for them, of those rules that warn, give a basis or are about the list.
    public private(set) var findings: [Int: UInt64] = [:]
    /// Contacts whose country was taken to be the controller's, where the policy asks for countries.
    public internal(set) var countriesTaken: UInt64 = 0
    /// Contacts by where they came from.
    public private(set) var origins: [Origin: UInt64] = [:]
    /// The first contacts of each verdict.
    public private(set) var samples: [Verdict: [Sample]] = [:]
    /// Rows whose address was read as something else than it stood there, by what was repaired.
    public private(set) var repairs: [AddressRepair: Repaired] = [:]
    /// Records that are no contacts.
    public internal(set) var passedOver = PassedOver()
    /// Cells of held and rejected rows that a spreadsheet would run as formulas.
    public internal(set) var formulaCells: UInt64 = 0
    /// The first row with such a cell.
    public internal(set) var firstFormulaRow: UInt64?

    /// Contacts that may be mailed.
    public var accepted: UInt64 { verdicts[.accept] ?? 0 }
    /// Contacts that stay out until something is mended or decided.
    public var held: UInt64 { verdicts[.hold] ?? 0 }
    /// Contacts that stay out.
    public var rejected: UInt64 { verdicts[.reject] ?? 0 }

    mutating func count(_ verdict: Verdict, ruleIndex: Int?, origin: Origin, rows: UInt64 = 1) {
        self.rows += rows
        verdicts[verdict, default: 0] += rows
        origins[origin, default: 0] += rows
        if let ruleIndex { rules[ruleIndex, default: 0] += rows }
    }

    mutating func count(released rules: [Int]) {
        for rule in rules { released[rule, default: 0] += 1 }
    }

    mutating func count(finding index: Int, rows: UInt64 = 1) { findings[index, default: 0] += rows }

    mutating func count(_ repairs: Set<AddressRepair>, row: UInt64) {
        for repair in repairs { self.repairs[repair, default: Repaired(firstRow: row)].rows += 1 }
    }

    func wantsSample(of verdict: Verdict) -> Bool { (samples[verdict]?.count ?? 0) < Self.samplesPerVerdict }

    /// Of which verdicts the report wants to show further rows, by the place of a verdict among all.
    var wantedSamples: [Bool] {
        [wantsSample(of: .accept), wantsSample(of: .hold), wantsSample(of: .reject)]
    }

    mutating func keep(_ sample: Sample, of verdict: Verdict) { samples[verdict, default: []].append(sample) }
}
