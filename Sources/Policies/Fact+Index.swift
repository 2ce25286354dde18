extension Fact {
    /// The place of the fact in ``Facts``: its position among all cases.
    ///
    /// Written out because a fact is looked up many times per row, and searching `allCases` would cost more
    /// than the rule that asks.
    var index: Int {
        switch self {
        case .rowAddress: 0
        case .rowMailbox: 1
        case .rowOrigin: 2
        case .rowLinkedIn: 3
        case .rowRepeated: 4
        case .rowRagged: 5
        case .rowSourceKnown: 6
        case .recordState: 7
        case .recordIsReturn: 8
        case .recordExplicit: 9
        case .recordGrade: 10
        case .recordMethod: 11
        case .recordSilence: 12
        case .recordGivenAt: 13
        case .recordRecordedAt: 14
        case .recordWordingKept: 15
        case .recordEvidence: 16
        case .recordPurposeCovered: 17
        case .recordOtherPurpose: 18
        case .recordChannelCovered: 19
        case .recordControllerMatches: 20
        case .recordSourceKnown: 21
        case .wordingPreTicked: 22
        case .wordingBundled: 23
        case .wordingConditional: 24
        case .wordingControllerNamed: 25
        case .wordingWithdrawalExplained: 26
        case .wordingValidFrom: 27
        case .subjectSuppressed: 28
        case .listLinkedInExport: 29
        case .runNow: 30
        case .runPurposeDeclared: 31
        case .runControllerDeclared: 32
        case .runChannelDeclared: 33
        case .rowNameInSource: 34
        }
    }
}
