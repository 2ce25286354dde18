import Consent
import Ledger

/// Of whom an import answers no more than that they must not be mailed.
///
/// These are the people who are on the do-not-mail list when the import begins, whatever put them there. The list's own
/// complaints put people there meanwhile, and the order of its rows would decide what is said of them; they count for the
/// next import.
final class DoNotMailCheck {
    private let ledger: Ledger
    private let filter: SuppressionFilter
    /// Whom this import itself put on the list, as keys that live as long as it.
    private var added: Set<Int> = []

    init(_ ledger: Ledger) throws {
        self.ledger = ledger
        filter = try ledger.suppressionFilter()
    }

    /// Whether an act of the list is answered so; the acts are to come in their order.
    func answers(_ act: SubjectAct) throws -> Bool {
        if !filter.isEmpty, !added.contains(act.address.hashValue),
            filter.mayHold(Array(act.address.normalized.utf8).span),
            try ledger.answersDoNotMail(act)
        {
            return true
        }
        if act.kind == .objected { added.insert(act.address.hashValue) }
        return false
    }
}
