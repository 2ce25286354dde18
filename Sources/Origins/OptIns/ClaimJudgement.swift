internal import Consent

/// Holds the fields of one row against a rule.
struct ClaimJudgement {
    /// The rule.
    let columns: NumberedClaimRule
    let fields: RowFields
    let words: SourceVocabulary

    /// What the row says, and what it lacks.
    func reading() -> ClaimReading {
        var reading = ClaimReading()
        reading.time = field(columns.time, or: [.consentTime, .optInTime])
        reading.ip = address(columns.ip, or: .optInIP)
        reading.confirmedTime = field(columns.confirmedTime, or: [.confirmTime])
        reading.confirmedIP = address(columns.confirmedIP, or: .confirmIP)
        reading.form = form()
        reading.method = field(columns.method, or: [.optInMethod])
        reading.wording = field(columns.wording, or: [.consentText])
        var moments = columns.shared.compactMap { find($0)?.cell }
        for moment in [reading.confirmedTime, reading.time] {
            if let moment, !moments.contains(moment) { moments.append(moment) }
        }
        reading.moments = moments
        reading.lacks = lacks(of: reading)
        if !reading.lacks.isEmpty { reading.mistaken = mistaken(for: reading) }
        return reading
    }

    // MARK: Fields

    private func find(_ column: Int) -> RowFields.Field? { fields.first(of: column) }

    private func find(_ columns: [Int]) -> RowFields.Field? { fields.first(of: columns) }

    private func isFilled(_ field: RowFields.Field) -> Bool { words.isAffirmed(field.cell.text) }

    private func isNever(_ field: RowFields.Field) -> Bool {
        !columns.never.isEmpty && columns.never.contains(where: field.isOf)
    }

    /// What the rule names, or else what the columns mean.
    private func field(_ named: [Int], or meanings: [ColumnMeaning]) -> ClaimedCell? {
        if !named.isEmpty { return find(named).flatMap { isFilled($0) ? $0.cell : nil } }
        return fields.first(meanings) { isFilled($0) && !isNever($0) }?.cell
    }

    private func address(_ named: [Int], or meaning: ColumnMeaning) -> ClaimedCell? {
        field(named, or: [meaning]).flatMap { NetworkAddress.isOfSomebody($0.text) ? $0 : nil }
    }

    private static let ways: [ColumnMeaning] = [.form, .source, .channel, .campaign]
    private static let boxes: [ColumnMeaning] = [.consentFlag, .leadFormConsent]

    private func form() -> ClaimedCell? {
        guard columns.namesForms else {
            return fields.first(Self.ways) { !isNever($0) && tellsWay($0.cell) }?.cell
        }
        for column in columns.form {
            if let field = find(column), tellsWay(field.cell) { return field.cell }
        }
        return nil
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
        for group in columns.requires where !group.columns.contains(where: isGiven) {
            lacks.append(.empty(column: group.label))
        }
        for expected in columns.values
        where find(expected.columns).map({ expected.words.fits($0.cell.text) }) != true {
            lacks.append(.otherValue(column: expected.label))
        }
        for unwanted in columns.unless
        where find(unwanted.columns).map({ unwanted.words.fits($0.cell.text) }) == true {
            lacks.append(.refused(column: unwanted.label))
        }
        for pair in columns.differs {
            if let one = find(pair.one)?.cell, let other = find(pair.other)?.cell, one.text == other.text {
                lacks.append(.sameMoment(column: other.name))
            }
        }
        if columns.namesForms, reading.form == nil { lacks.append(.noForm) }
        if let box = fields.first(Self.boxes, where: { !isFilled($0) && !isNever($0) }) {
            lacks.append(.refused(column: box.cell.name))
        } else if columns.needsBox, fields.first(Self.boxes, where: { _ in true }) == nil {
            lacks.append(.noBox)
        }
        let isBacked =
            columns.hasConditions || reading.ip != nil || reading.confirmedTime != nil || reading.form != nil
            || reading.time?.meaning == .consentTime
        if reading.time != nil, !isBacked { lacks.append(.timeAlone) }
        return lacks
    }

    /// Whether a required column is filled; an address with one from which somebody could have come.
    private func isGiven(_ column: (number: Int, isAddress: Bool)) -> Bool {
        guard let field = find(column.number), isFilled(field) else { return false }
        return !column.isAddress || NetworkAddress.isOfSomebody(field.cell.text)
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
