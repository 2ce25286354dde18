/// What a person may ask of a controller, in the order in which they are told of it.
enum LegalRight: String, CaseIterable {
    case withdrawal, access, rectification, erasure, restriction, portability, objection, complaint

    /// The article, as DPV names it.
    var term: String {
        switch self {
        case .withdrawal: "A7-3"
        case .access: "A15"
        case .rectification: "A16"
        case .erasure: "A17"
        case .restriction: "A18"
        case .portability: "A20"
        case .objection: "A21"
        case .complaint: "A77"
        }
    }

    /// The article, as people write it.
    var article: String { self == .withdrawal ? "Art. 7(3) GDPR" : "Art. \(term.dropFirst()) GDPR" }

    /// The sentence that tells of it.
    var phrase: Phrase {
        switch self {
        case .withdrawal: .rightWithdrawal
        case .access: .rightAccess
        case .rectification: .rightRectification
        case .erasure: .rightErasure
        case .restriction: .rightRestriction
        case .portability: .rightPortability
        case .objection: .rightObjection
        case .complaint: .rightComplaint
        }
    }

    /// The sentences for all of them.
    ///
    /// - Parameter authority: The one that watches over the controller, if told.
    static func sentences(_ words: Words, authority: String?) -> [String] {
        allCases.map { words($0.phrase, ["authority": authority ?? words[.anyAuthority]]) }
    }
}
