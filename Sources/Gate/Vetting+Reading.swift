import Cryptography
import HandOver
import Ledger
import Lists
import Policies

extension Vetting {
    /// What one reading gave.
    struct Reading {
        let list: ListReader
        let tally: Tally
        /// What was known before it.
        let known: Foreknowledge
        let survey: ListSurvey
        let told: ColumnFacts
        let contradicted: [UInt64: AddressMemory.Outcome]
        let digest: Digest
        let judge: RowJudge
        let touched: TouchedSubjects
        /// Whether the ledger was written to by others after many people were looked up at once.
        let isOutdated: Bool
        let outputs: RowOutputs?
        let stream: AcceptedStream?

        /// What a tool will get, if one was named.
        var handOver: VettingResult.HandOver? {
            (outputs?.form ?? stream?.handOver).map { .init(tool: $0.writer.tool, tally: $0.writer.tally) }
        }

        /// What a further reading should know from its first row on.
        var learnt: Foreknowledge {
            guard !judge.asked.isDisjoint(with: ListFacts.settledAtTheEnd) else {
                return Foreknowledge(orders: told.learntOrders)
            }
            return Foreknowledge(
                coverage: survey.coverage, sameSecond: survey.sameSecond, orders: told.learntOrders)
        }

        /// The list as it is known now that its last row was read.
        var listFacts: ListFacts {
            var facts = judge.list
            let learnt = learnt
            (facts.coverage, facts.sameSecond) = (learnt.coverage, learnt.sameSecond)
            return facts
        }

        /// Whether what was learnt would change what was decided.
        ///
        /// What only warns about the whole list is told at the end, and needs no further reading.
        var isToBeReadAgain: Bool {
            let learnt = learnt
            if learnt.orders != known.orders { return true }
            guard learnt != known else { return false }
            let (before, now) = (judge.facts.bareRow(of: judge.list), judge.facts.bareRow(of: listFacts))
            return judge.policy.rules.contains { rule in
                guard !ListFacts.settledAtTheEnd.isDisjoint(with: rule.facts) else { return false }
                let isOfList =
                    rule.scope == .list && rule.basis == nil && rule.facts.allSatisfy(\.isOfWholeList)
                if !isOfList { return true }
                return rule.effect != .warn && rule.fires(for: before) != rule.fires(for: now)
            }
        }
    }
}
