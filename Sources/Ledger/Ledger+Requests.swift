public import Consent

extension Ledger {
    /// Records that a person asks for something, from when on a month counts.
    ///
    /// The same request of the same day is known while nothing else happened.
    ///
    /// - Parameters:
    ///   - kind: What for.
    ///   - address: Who asks.
    ///   - moment: When it came; the day counts.
    ///   - reason: What they ask, in short.
    ///   - evidence: Files that show it, as the mail.
    /// - Throws: ``LedgerError/Code/futureTime``, ``LedgerError/Code/implausibleTime``.
    public func openRequest(
        _ kind: RequestKind, of address: EmailAddress, receivedAt moment: Instant, reason: String? = nil,
        evidence: [SubjectAct.EvidenceFile] = []
    ) throws -> SubjectRequest {
        let day = SubjectRequest.day(of: moment)
        guard day <= now else {
            throw LedgerError(
                .futureTime, "The day \(day.day) lies in the future; today is \(now.day).",
                hint: "Give the day on which the request came.")
        }
        guard day >= Self.earliestTime else {
            throw LedgerError(
                .implausibleTime, "The day \(day.day) lies before the first e-mail was sent.",
                hint: "Give the day on which the request came.")
        }
        var act = SubjectAct(.requestOpened, address: address, purpose: .everything)
        act.reason = reason
        act.evidence = evidence
        act.told = [
            SubjectRequest.Told.kind: kind.rawValue, SubjectRequest.Told.received: day.day,
            SubjectRequest.Told.due: day.advanced(byMonths: 1).day,
        ]
        let event = try record(act)
        return try request(event.rid)
    }

    /// Puts the answer to a request off by two months.
    ///
    /// Art. 12(3) GDPR.
    ///
    /// - Parameters:
    ///   - rid: The request.
    ///   - reason: Why; the person must have been told.
    /// - Throws: ``LedgerError/Code/unknownRequest``, or ``LedgerError/Code/invalidRequest`` where it is answered, was put
    ///   off before, or its first month is over.
    public func extendRequest(_ rid: RecordID, reason: String) throws -> SubjectRequest {
        try change(rid, to: .requestExtended, reason: reason) { request, told in
            guard request.extended == nil else {
                throw LedgerError(
                    .invalidRequest, "This request was put off before, and once is all that the law allows.",
                    hint: "Answer it until \(request.dueOn.day).")
            }
            guard now.day <= request.dueOn.day else {
                throw LedgerError(
                    .invalidRequest, "The month for this request ended on \(request.dueOn.day).",
                    hint: "The person must be told within the first month. Answer it now.")
            }
            told[SubjectRequest.Told.due] = request.receivedOn.advanced(byMonths: 3).day
        }
    }

    /// Records what became of a request.
    ///
    /// - Parameters:
    ///   - rid: The request.
    ///   - answer: What became of it.
    ///   - reason: Why; asked for unless all of it was done.
    /// - Throws: ``LedgerError/Code/unknownRequest``, or ``LedgerError/Code/invalidRequest`` where it is answered or the
    ///   reason is missing.
    public func closeRequest(
        _ rid: RecordID, answer: RequestAnswer, reason: String? = nil
    ) throws -> SubjectRequest {
        guard reason != nil || !answer.needsReason else {
            throw LedgerError(
                .invalidRequest, "The answer \"\(answer.rawValue)\" needs a reason.",
                hint: "The person is told why, and where to complain (Art. 12(4) GDPR): --reason TEXT")
        }
        return try change(rid, to: .requestClosed, reason: reason) { _, told in
            told[SubjectRequest.Told.answer] = answer.rawValue
        }
    }

    /// Every request of a person, in the order in which they were opened.
    public func requests(of address: EmailAddress) throws -> [SubjectRequest] {
        SubjectRequest.gather(try history(of: address))
    }

    /// Every request of everybody, in the order in which they were opened.
    public func requests() throws -> [SubjectRequest] {
        try translating { SubjectRequest.gather(try vault.rowsOfRequests().map(opened)) }
    }

    /// One request by the name of the record that opened it.
    ///
    /// - Throws: ``LedgerError/Code/unknownRequest``.
    public func request(_ rid: RecordID) throws -> SubjectRequest {
        let record = try subjectRecord(rid)
        guard let record, let request = try requests(of: record.address).first(where: { $0.rid == rid })
        else {
            throw LedgerError(
                .unknownRequest, "No request of the name \(rid) is recorded.",
                hint: "Look at: consentgate request list")
        }
        return request
    }

    /// Records a step of an open request, which nobody else takes in between.
    private func change(
        _ rid: RecordID, to kind: EventKind, reason: String?,
        _ tell: (SubjectRequest, inout [String: String]) throws -> Void
    ) throws -> SubjectRequest {
        try appending {
            let request = try request(rid)
            guard request.isOpen else {
                throw LedgerError(
                    .invalidRequest,
                    "This request was answered on \(request.closing?.at.day ?? "an earlier day").",
                    hint: "A new letter of the person is a new request: consentgate request open")
            }
            var act = SubjectAct(kind, address: request.address, purpose: .everything)
            act.reason = reason
            act.told[SubjectRequest.Told.request] = rid.description
            try tell(request, &act.told)
            _ = try recordLocked([try checked(act)])
            return try self.request(rid)
        }
    }
}
