import Consent
import Cryptography
import Ledger
import Lists
import Origins
import Policies
import Tables

extension Vetting {
    func describe(_ reading: Reading) -> VettingResult.List {
        let list = reading.list
        let recognition = list.opening
        let column = recognition.addressColumns.first
        return VettingResult.List(
            name: request.listName, sha256: reading.digest.hex,
            bytes: list.source.size ?? list.source.byteCount,
            packaging: list.source.packaging, encoding: list.dialect.encoding.rawValue,
            delimiter: String(UnicodeScalar(list.dialect.delimiter)),
            layout: recognition.layout?.id, layoutTitle: recognition.layout?.title,
            headerLine: list.source.packaging.isConverted ? 0 : list.headerLine,
            addressColumn: column.flatMap {
                recognition.headers.indices.contains($0) ? recognition.headers[$0] : nil
            },
            columns: columns(of: recognition),
            told: reading.list.told.filter(reading.judge.reads).map {
                .init(
                    name: recognition.headers.indices.contains($0.column)
                        ? recognition.headers[$0.column] : "",
                    number: $0.column + 1, fact: $0.fact, ground: $0.ground)
            },
            signs: recognition.fileSignals.filter { $0.strength != .weak }.map(\.text))
    }

    /// The columns of which it is known what they are for.
    private func columns(of recognition: Recognition) -> [VettingResult.Column] {
        recognition.meanings.indices.compactMap { index in
            guard let meaning = recognition.meanings[index], let ground = recognition.grounds[index] else {
                return nil
            }
            return VettingResult.Column(
                name: recognition.headers[index], number: index + 1, meaning: meaning, ground: ground)
        }
    }

    func warnings(_ reading: Reading) -> [VettingResult.Warning] {
        var warnings = policyWarnings(reading.judge) + countryWarning(reading) + reading.told.warnings
        warnings += repairWarnings(reading.tally)
        if reading.tally.formulaCells > 0 {
            warnings.append(
                .init(
                    code: "formula-cells",
                    text: "Cells of held or rejected rows begin like a formula (first in row "
                        + "\(reading.tally.firstFormulaRow ?? 0)). They are the list's own and were not changed; "
                        + "do not let a spreadsheet run them.",
                    count: reading.tally.formulaCells))
        }
        return warnings + ListWarnings(reading.list).all
    }

    /// What was repaired, each kind with its first row.
    private func repairWarnings(_ tally: Tally) -> [VettingResult.Warning] {
        AddressRepair.allCases.compactMap { repair in
            tally.repairs[repair].map { repaired in
                .init(
                    code: "addresses-repaired",
                    text: "\(repair) First in row \(repaired.firstRow). The cells were not changed.",
                    count: repaired.rows)
            }
        }
    }

    /// The contacts whose country the list did not tell, where the policy asks for it.
    func countryTaken(_ reading: Reading) -> VettingResult.CountryTaken? {
        guard reading.tally.countriesTaken > 0, let country = reading.judge.facts.ownCountry else {
            return nil
        }
        return .init(country: country, contacts: reading.tally.countriesTaken)
    }

    private func countryWarning(_ reading: Reading) -> [VettingResult.Warning] {
        guard let taken = countryTaken(reading) else { return [] }
        let contacts = taken.contacts == 1 ? "1 contact" : "\(taken.contacts) contacts"
        return [
            .init(
                code: "country-taken",
                text: "The country of \(contacts) was taken from your own: \(taken.country).", count: nil)
        ]
    }

    /// What the rules found that decided nothing, or the same for the whole list: each rule once.
    func notes(_ reading: Reading) -> [VettingResult.Note] {
        let facts = reading.judge.facts.bareRow(of: reading.listFacts)
        let rules = reading.judge.policy.rules
        return rules.indices.compactMap { index in
            let rule = rules[index]
            var count = reading.tally.findings[index] ?? 0
            if rule.scope == .list, rule.effect == .warn {
                // Only now is known what the last row settled.
                count = rule.fires(for: facts) ? reading.tally.rows : 0
            }
            guard count > 0 else { return nil }
            return VettingResult.Note(rule: rule, count: count, hasDecided: reading.tally.rules[index] != nil)
        }
    }

    /// The facts about the sending for which the policy asks and that nobody has declared.
    func undeclared(_ judge: RowJudge) -> [Fact] {
        let known = judge.facts.common
        let asked = Set(judge.policy.rules.filter(\.isAsked).flatMap(\.facts))
        return Fact.allCases.filter { $0.source == .declared && asked.contains($0) && !known.isKnown($0) }
    }

    /// What a policy and its officer should be told.
    private func policyWarnings(_ judge: RowJudge) -> [VettingResult.Warning] {
        var warnings: [VettingResult.Warning] = []
        if let adopted = ledger.adoptedPolicy, adopted.sha256 != request.policy.sha256 {
            warnings.append(
                .init(
                    code: "not-adopted",
                    text: "The list was vetted by \(request.policy.policy.id), and not by the adopted policy "
                        + "\(adopted.id) of \(adopted.at.day).",
                    count: nil))
        }
        let undeclared = undeclared(judge)
        if !undeclared.isEmpty {
            let facts = undeclared.map { "\($0.name)=…" }.joined(separator: " ")
            warnings.append(
                .init(
                    code: "undeclared",
                    text:
                        "The policy \(request.policy.policy.id) asks about the sending. Declare it once with: "
                        + "consentgate declare --purpose \(request.purpose) \(facts)",
                    count: nil))
        }
        return warnings
    }
}
