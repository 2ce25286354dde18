import Consent
import Ledger
import Policies

extension RunFacts {
    /// Adds what the ledger knows of a contact beside its standing, and what was told with the yes that stands.
    static func fill(_ facts: inout Facts, circumstancesOf subject: SubjectStanding) {
        facts.set(.subjectRestricted, to: subject.isRestricted)
        facts.set(.subjectOpenRequest, to: subject.hasOpenRequest)
        facts.set(.subjectComplainedAt, to: subject.complainedAt)
        facts.set(.subjectBouncedAt, to: subject.bouncedAt)
        facts.set(.subjectLastStopAt, to: subject.lastStopAt)
        facts.set(.recordContradicted, to: subject.isContradicted)
        facts.set(.recordRequestedAt, to: subject.requestedAt)
        facts.set(.recordEvidenceShared, to: subject.isEvidenceShared)
        // What a teller could not have told is left out: a vault from another version may know other facts.
        for (name, text) in subject.told {
            guard let fact = Fact(named: "record." + name), fact.source == .record,
                let value = try? FactValue(parsing: text, of: fact)
            else { continue }
            facts[fact] = value
        }
    }

    /// Adds what was declared for the purpose, and then what was declared for this list.
    static func fill(_ facts: inout Facts, declared: [String: Declaration], and told: ToldFacts?) {
        for (name, declaration) in declared {
            guard let fact = Fact(named: name), fact.source == .declared,
                let value = try? FactValue(parsing: declaration.value, of: fact)
            else { continue }
            facts[fact] = value
        }
        for (fact, value) in told?.values ?? [:] { facts[fact] = value }
    }
}
