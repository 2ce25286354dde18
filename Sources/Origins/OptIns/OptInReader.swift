/// Reads what the rows of a list claim of opt-ins, and what forbids mailing them.
///
/// The layout's own rules go first. Columns that no rule of it names are read by what they mean, as are all
/// columns of a list that no tool is known to write: a time of sign-up with a network address, a confirmation or
/// a form beside it, or a time whose column says consent by name. A date of creation, a state or a bare yes is
/// never a claim.
///
///     let reader = OptInReader(recognition)
///     let claim = reader.claim(ofRow: { record.text($0) }, count: record.cellCount)
///     let stops = reader.stops(ofRow: { record.text($0) }, count: record.cellCount)
package struct OptInReader: Sendable {
    private let places: [(place: RowReading.Place, name: Int?)]
    private let rule: NumberedClaimRule?
    /// What the columns mean, where no rule tells.
    private let general: NumberedClaimRule
    private let stopRules: [(rule: StopRule, columns: [Int])]
    /// The columns of the stop rules, which the general reading leaves alone.
    private let stopColumns: Set<Int>
    private let words: SourceVocabulary
    private let vocabulary: ColumnVocabulary
    /// The names of the rules as they are compared.
    private let names: NamedColumns
    /// The names of the claim rule, whose columns the general reading leaves alone.
    private let ruled: Set<Int>

    /// Meanings that tell something of an opt-in or its end.
    private static let watched: Set<ColumnMeaning> = [
        .source, .channel, .campaign, .optInTime, .consentTime, .optInIP, .confirmTime, .confirmIP, .form,
        .leadFormConsent, .consentFlag, .consentText, .optInMethod, .status, .createdAt, .unsubscribedAt,
        .bouncedAt, .complaint, .attributes,
    ]

    /// A reader of the rows of one list.
    package init(_ recognition: Recognition) {
        let layout = recognition.layout
        words = recognition.words
        vocabulary = recognition.vocabulary
        let claimLabels = layout?.claim?.columns ?? []
        let stops = layout?.stops ?? []
        let names = NamedColumns(claimLabels + stops.flatMap(\.columns))
        self.names = names
        rule = layout?.claim.map { NumberedClaimRule($0, names) }
        general = NumberedClaimRule(ClaimRule(), names)
        stopRules = stops.map { (rule: $0, columns: names.numbers(of: $0.columns)) }
        stopColumns = Set(stopRules.flatMap(\.columns))
        ruled = Set(names.numbers(of: claimLabels))
        places = recognition.meanings.indices.compactMap { column in
            let header = recognition.headers.indices.contains(column) ? recognition.headers[column] : ""
            let name = names.number(of: ColumnName(header))
            let meaning = recognition.meanings[column]
            guard name != nil || meaning.map(Self.watched.contains) == true else { return nil }
            return (RowReading.Place(column: column, header: header, meaning: meaning), name)
        }
    }

    /// Whether the list has any column that could hold a claim or a stop.
    package var isOfUse: Bool { !places.isEmpty }

    /// What a row claims.
    ///
    /// - Parameters:
    ///   - cell: The text of a cell, asked only below `count`.
    ///   - count: How many cells the row has; it may be ragged.
    package func claim(ofRow cell: (Int) -> String, count: Int) -> ClaimReading {
        claim(in: fields(cell, count))
    }

    /// What a row claims, and what in it says that the contact must not be mailed: both of one look at its cells.
    ///
    /// - Parameters:
    ///   - cell: The text of a cell, asked only below `count`.
    ///   - count: How many cells the row has; it may be ragged.
    package func reading(ofRow cell: (Int) -> String, count: Int) -> (claim: ClaimReading, stops: [Stop]) {
        let fields = fields(cell, count)
        return (claim(in: fields), stops(in: fields))
    }

    private func claim(in fields: RowFields) -> ClaimReading {
        guard let rule else { return judge(by: general, fields) }
        let reading = judge(by: rule, fields)
        if reading.isClaim { return reading }
        // Columns that the user added say what they say in any list.
        let further = judge(by: general, fields.without(ruled))
        return further.isClaim ? further : reading
    }

    /// What in a row says that the contact must not be mailed; empty if nothing does.
    ///
    /// - Parameters:
    ///   - cell: The text of a cell, asked only below `count`.
    ///   - count: How many cells the row has; it may be ragged.
    package func stops(ofRow cell: (Int) -> String, count: Int) -> [Stop] {
        stops(in: fields(cell, count))
    }

    private func stops(in fields: RowFields) -> [Stop] {
        var found: [(kind: StopKind, cell: ClaimedCell)] = []
        for (rule, columns) in stopRules {
            guard let field = fields.first(of: columns) else { continue }
            let isAffirmed = words.isAffirmed(field.cell.text)
            for kind in rule.kinds(of: field.cell.text, isAffirmed: isAffirmed) {
                found.append((kind, field.cell))
            }
        }
        let others = fields.without(stopColumns).fields
        for place in others.indices {
            for kind in generalStops(others[place].cell) { found.append((kind, others[place].cell)) }
        }
        guard !found.isEmpty else { return [] }
        var seen: Set<StopKind> = []
        return found.filter { seen.insert($0.kind).inserted }.map { kind, cell in
            let meaning: ColumnMeaning =
                kind == .bounced ? .bouncedAt : kind == .complained ? .complaint : .unsubscribedAt
            let time = fields.all([meaning]).first { words.isAffirmed($0.cell.text) }
            return Stop(kind: kind, cell: cell, time: time?.cell)
        }
    }

    private func generalStops(_ cell: ClaimedCell) -> [StopKind] {
        switch cell.meaning {
        case .unsubscribedAt: words.isAffirmed(cell.text) ? [.unsubscribed] : []
        case .bouncedAt: words.isAffirmed(cell.text) ? [.bounced] : []
        case .complaint: words.isAffirmed(cell.text) ? [.complained] : []
        case .status: StopKind.allCases.filter { words.stops[$0]?.fits(cell.text) == true }
        default: []
        }
    }

    private func judge(by rule: NumberedClaimRule, _ fields: RowFields) -> ClaimReading {
        ClaimJudgement(columns: rule, fields: fields, words: words).reading()
    }

    private func fields(_ cell: (Int) -> String, _ count: Int) -> RowFields {
        var fields = RowFields(capacity: places.count)
        for (place, name) in places where place.column < count {
            let text = cell(place.column)
            guard words.isFilled(text) else { continue }
            if place.meaning == .attributes {
                fields.append(
                    attributesOf: text, at: place, words: words, vocabulary: vocabulary, names: names)
            } else {
                fields.append(text, at: place, name: name)
            }
        }
        return fields
    }
}
