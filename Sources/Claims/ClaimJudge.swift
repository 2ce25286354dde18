import Consent
import Ledger
import Lists
import Origins
import Tables

/// Tells of each row whether it claims an opt-in that can be taken over.
///
/// Fails closed: whatever is not a moment of the person's own, with a sign of the person's own beside it, is no claim.
struct ClaimJudge {
    /// What is the same for every row.
    struct Setting {
        let purpose: Purpose
        let system: String
        let file: ContentDigest
        let wording: WordingReference?
        let dateOrder: DateOrder?
        let now: Instant
    }

    let setting: Setting
    let survey: TimeSurvey
    private let recognition: Recognition
    private let reader: OptInReader
    /// The header as it stands in the file, for evidence.
    private let header: [UInt8]

    /// Nobody had a newsletter of which a tool of today keeps the sign-up: 1995-01-01T00:00:00Z.
    static let earliest = Instant(seconds: 788_918_400)

    init(_ recognition: Recognition, setting: Setting, survey: TimeSurvey, header: [UInt8]) {
        self.recognition = recognition
        self.setting = setting
        self.survey = survey
        self.header = header
        reader = OptInReader(recognition)
        isOfKnownTool = recognition.layout?.claim != nil
    }

    private let isOfKnownTool: Bool

    /// What a row tells.
    func finding(of slot: ClaimSlot) -> RowFinding {
        guard slot.record.fits(columns: recognition.headers.count) else { return .refused(.raggedRow) }
        let cell: AddressCell
        do throws(MalformedAddress) {
            let column = recognition.addressColumns.first
            cell = try AddressCell(parsing: column.map { slot.record.text($0) } ?? "")
        } catch {
            return .refused(error.reason == .empty ? .noAddress : .malformedAddress)
        }
        var finding = RowFinding()
        let count = slot.record.cellCount
        let (claim, told) = reader.reading(ofRow: { slot.record.text($0) }, count: count)
        if !told.isEmpty {
            let stops = StopActs(setting, survey: survey, isOfKnownTool: isOfKnownTool)
            // An end holds for everybody in the cell; a yes is one person's, and nobody can say whose.
            finding.stops = cell.addresses.flatMap { stops.acts(told, $0, mark(slot)) }
            for index in finding.stops.indices { finding.stops[index].evidence = [evidence(slot)] }
        }
        if claim.isClaim, !cell.others.isEmpty {
            finding.dismiss(.refused, .severalAddresses)
        } else if claim.isClaim {
            take(claim, cell.first, slot, &finding)
        } else if !finding.stops.isEmpty {
            finding.dismiss(.notAClaim, .stopOnly)
        } else {
            finding.dismiss(.notAClaim, reason(claim, slot))
        }
        return finding
    }

    private func mark(_ slot: ClaimSlot) -> ImportMark {
        ImportMark(system: setting.system, file: setting.file, row: slot.number)
    }

    private func evidence(_ slot: ClaimSlot) -> SubjectAct.EvidenceFile {
        SubjectAct.EvidenceFile(bytes: slot.evidence(after: header), kind: "csv", keeping: .sealed)
    }

    // MARK: Claims

    private func take(
        _ claim: ClaimReading, _ address: EmailAddress, _ slot: ClaimSlot, _ finding: inout RowFinding
    ) {
        guard let cell = claim.time else { return finding.dismiss(.notAClaim, .noTime) }
        if restsOnSharedMoment(claim) { return finding.dismiss(.notAClaim, .bulkImport) }
        let time: ClaimedTime
        do throws(ClaimedTime.Unreadable) {
            time = try resolved(cell)
        } catch {
            return finding.dismiss(.refused, .unreadable(error, cell.name))
        }
        let latest = setting.now.advanced(by: Ledger.clockTolerance)
        if time.earliest > latest { return finding.dismiss(.refused, .futureTime(cell.name)) }
        if time.instant < Self.earliest { return finding.dismiss(.refused, .earlyTime(cell.name)) }
        var act = SubjectAct(.given, address: address, purpose: setting.purpose)
        // A time without a zone may seem to lie ahead; later than now it cannot have been.
        act.occurredAt = min(time.instant, max(setting.now, time.earliest))
        act.method = .imported
        act.wording = setting.wording
        act.source = setting.system
        act.ip = claim.ip.map { trimmed($0.text, 64) }
        act.evidence = [evidence(slot)]
        var mark = mark(slot)
        mark.claimedAt = time.instant
        mark.timeRemarks = time.remarks
        mark.form = claim.form.map { trimmed($0.text, 200) }
        if let confirmed = claim.confirmedTime, !isShared(confirmed),
            let at = try? resolved(confirmed), at.instant >= time.instant
        {
            mark.confirmedAt = at.instant
            mark.confirmedIP = claim.confirmedIP.map { trimmed($0.text, 64) }
        }
        act.imported = mark
        finding.claim = act
    }

    private func isShared(_ cell: ClaimedCell) -> Bool {
        survey.isShared(cell, isOfKnownTool: isOfKnownTool)
    }

    private func resolved(_ cell: ClaimedCell) throws(ClaimedTime.Unreadable) -> ClaimedTime {
        guard let written = WrittenTime(parsing: cell.text) else { throw .notATime }
        return try written.resolved(
            setting.dateOrder ?? survey.order(of: cell, isOfKnownTool: isOfKnownTool))
    }

    /// Whether the claim falls with a moment that many rows share: its own, or that of a confirmation without which
    /// there is no claim.
    private func restsOnSharedMoment(_ claim: ClaimReading) -> Bool {
        if let time = claim.time, isShared(time) { return true }
        guard let confirmed = claim.confirmedTime, isShared(confirmed) else { return false }
        let rule = recognition.layout?.claim
        let isRequired = rule?.requires.contains { group in
            group.contains { rule?.confirmedTime.contains($0) == true }
        }
        let isBacked =
            claim.ip != nil || claim.form != nil || claim.time?.meaning == .consentTime
            || rule?.values.isEmpty == false
        return isRequired == true || !isBacked
    }

    // MARK: No claims

    private func reason(_ claim: ClaimReading, _ slot: ClaimSlot) -> OutcomeReason {
        let origin = recognition.origin(ofRow: { slot.record.text($0) }, count: slot.record.cellCount)
        if origin.origin.isLinkedInSourced { return .fromLinkedIn }
        guard reader.isOfUse else { return .noColumns }
        if claim.moments.contains(where: isShared) { return .bulkImport }
        let lacks = claim.lacks
        if let no = lacks.first(where: { if case .refused = $0 { true } else { false } }) {
            return OutcomeReason("says-no", no.text)
        }
        guard lacks.contains(.noTime) else {
            return lacks.first.map { OutcomeReason($0.code, $0.text) } ?? .noTime
        }
        return mistaken(claim) ?? .noTime
    }

    /// What was taken for consent where nothing tells of a time.
    private func mistaken(_ claim: ClaimReading) -> OutcomeReason? {
        func column(_ meanings: Set<ColumnMeaning>) -> String? {
            claim.mistaken.first { cell in cell.meaning.map(meanings.contains) ?? false }?.name
        }
        if let name = column([.consentFlag, .leadFormConsent]) { return .bareYes(name) }
        if let name = column([.confirmTime, .confirmIP]) { return .confirmOnly(name) }
        if let name = column([.createdAt]) { return .createdOnly(name) }
        if let name = column([.status, .optInMethod]) { return .statusOnly(name) }
        return nil
    }

    private func trimmed(_ text: String, _ count: Int) -> String {
        // Most texts have fewer bytes than they may have characters.
        text.utf8.count <= count ? text : String(text.prefix(count))
    }
}
