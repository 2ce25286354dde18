internal import Consent

/// Holds the fields of one row against a rule.
struct ClaimJudgement {
    let rule: ClaimRule
    let fields: RowFields
    let words: SourceVocabulary
    /// The names of the rule as they are compared.
    let names: [String: ColumnName]

    /// What the row says, and what it lacks.
    func reading() -> ClaimReading {
        var reading = ClaimReading()
        reading.time = field(rule.time, or: [.consentTime, .optInTime])
        reading.ip = address(rule.ip, or: .optInIP)
        reading.confirmedTime = field(rule.confirmedTime, or: [.confirmTime])
        reading.confirmedIP = address(rule.confirmedIP, or: .confirmIP)
        reading.form = form()
        reading.method = field(rule.method, or: [.optInMethod])
        reading.wording = field(rule.wording, or: [.consentText])
        var moments = rule.shared.compactMap { find([$0])?.cell }
        for moment in [reading.confirmedTime, reading.time] {
            if let moment, !moments.contains(moment) { moments.append(moment) }
        }
        reading.moments = moments
        reading.lacks = lacks(of: reading)
        if !reading.lacks.isEmpty { reading.mistaken = mistaken(for: reading) }
        return reading
    }

    // MARK: Fields

    private func find(_ labels: [String]) -> RowFields.Field? {
        fields.first(named: labels.compactMap { names[$0] })
    }

    private func isFilled(_ field: RowFields.Field) -> Bool { words.isAffirmed(field.cell.text) }

    private func isNever(_ field: RowFields.Field) -> Bool {
        rule.never.contains { label in names[label].map(field.keys.contains) == true }
    }

    /// What the rule names, or else what the columns mean.
    private func field(_ labels: [String], or meanings: [ColumnMeaning]) -> ClaimedCell? {
        if !labels.isEmpty { return find(labels).flatMap { isFilled($0) ? $0.cell : nil } }
        return fields.all(meanings).first { isFilled($0) && !isNever($0) }?.cell
    }

    private func address(_ labels: [String], or meaning: ColumnMeaning) -> ClaimedCell? {
        field(labels, or: [meaning]).flatMap { NetworkAddress.isOfSomebody($0.text) ? $0 : nil }
    }

    private func form() -> ClaimedCell? {
        let named = rule.form.compactMap { find([$0]) }
        let meant = fields.all([.form, .source, .channel, .campaign]).filter { !isNever($0) }
        return (rule.form.isEmpty ? meant : named).first { tellsWay($0.cell) }?.cell
    }

    /// Whether a cell tells of a way by which people come themselves.
    private func tellsWay(_ cell: ClaimedCell) -> Bool {
        let found = words.findings(in: cell.text, of: .source)
        let isTaken = found.contains { finding in
            switch finding.origin {
            case .signUpForm, .linkedinLeadForm: false
            default: finding.strength != .weak && finding.strength != .counter
            }
        }
        switch cell.meaning {
        case .form: return words.isAffirmed(cell.text) && !isTaken
        case .channel: return words.isFilled(cell.text) && !words.isOffline(cell.text) && !isTaken
        case .campaign: return words.isFilled(cell.text)
        default:
            return !isTaken && found.contains { $0.origin == .signUpForm || $0.origin == .linkedinLeadForm }
        }
    }

    // MARK: Lacks

    private func lacks(of reading: ClaimReading) -> [ClaimLack] {
        var lacks: [ClaimLack] = reading.time == nil ? [.noTime] : []
        for group in rule.requires where !group.contains(where: isGiven) {
            lacks.append(.empty(column: group.first ?? ""))
        }
        for expected in rule.values
        where find(expected.columns).map({ expected.words.fits($0.cell.text) }) != true {
            lacks.append(.otherValue(column: expected.columns.first ?? ""))
        }
        for unwanted in rule.unless
        where find(unwanted.columns).map({ unwanted.words.fits($0.cell.text) }) == true {
            lacks.append(.refused(column: unwanted.columns.first ?? ""))
        }
        for pair in rule.differs {
            if let one = find([pair[0]])?.cell, let other = find([pair[1]])?.cell, one.text == other.text {
                lacks.append(.sameMoment(column: other.name))
            }
        }
        if !rule.form.isEmpty, reading.form == nil { lacks.append(.noForm) }
        let boxes = fields.all([.consentFlag, .leadFormConsent])
        if let box = boxes.first(where: { !isFilled($0) && !isNever($0) }) {
            lacks.append(.refused(column: box.cell.name))
        } else if rule.needsBox, boxes.isEmpty {
            lacks.append(.noBox)
        }
        let isBacked =
            rule.hasConditions || reading.ip != nil || reading.confirmedTime != nil || reading.form != nil
            || reading.time?.meaning == .consentTime
        if reading.time != nil, !isBacked { lacks.append(.timeAlone) }
        return lacks
    }

    /// Whether a required column is filled; an address with one from which somebody could have come.
    private func isGiven(_ label: String) -> Bool {
        guard let field = find([label]), isFilled(field) else { return false }
        let isAddress = rule.ip.contains(label) || rule.confirmedIP.contains(label)
        return !isAddress || NetworkAddress.isOfSomebody(field.cell.text)
    }

    private func mistaken(for reading: ClaimReading) -> [ClaimedCell] {
        var meanings: [ColumnMeaning] = [.consentFlag, .leadFormConsent, .createdAt, .status, .optInMethod]
        if reading.time == nil { meanings += [.confirmTime, .confirmIP] }
        var cells = fields.fields.filter { isNever($0) && isFilled($0) }.map(\.cell)
        for field in fields.all(meanings) where isFilled(field) && !cells.contains(field.cell) {
            cells.append(field.cell)
        }
        return cells
    }
}
