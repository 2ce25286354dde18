import Consent
import Ledger
import MerkleLog

extension ConsentReceipt {
    /// The receipt as one page of plain words.
    ///
    /// - Throws: ``RightsError/Code/untold`` where nobody told who the controller is, how it is reached, or how long the
    ///   data are kept.
    package func page(_ words: Words) throws -> String {
        guard let controller else {
            try require([.controller], for: .html)
            throw Self.unfit("A record without a controller")
        }
        try require([.anyContact, .notice(.retention)], for: .html)
        var letter = Letter(title: words[.receiptTitle], language: words.language)
        letter.blocks = [.paragraph(beginning(words, controller)), .facts(summary(words, controller))]
        letter.blocks += withdrawal(words, controller)
        letter.blocks += shown(words)
        letter.blocks.append(.heading(words[.howLong]))
        letter.blocks.append(.paragraph(terms.retention.map(words.retention) ?? ""))
        if let places = terms.storedIn {
            letter.blocks.append(
                .paragraph(words(.keptWhere, ["places": places.joined(separator: ", ")])))
        }
        if let validUntil {
            letter.blocks.append(.paragraph(words(.validUntil, ["time": validUntil])))
        }
        letter.blocks += NoticeWords.recipients(terms, words)
        letter.blocks += [
            .heading(words[.yourRights]),
            .items(LegalRight.sentences(words, authority: controller[.authority])),
        ]
        letter.blocks += proving(words)
        return try letter.page()
    }

    private func beginning(_ words: Words, _ controller: Controller) -> String {
        let event = record.event
        let time = Moment.words(event.effectiveAt)
        let recorded = Moment.words(event.recordedAt)
        switch event.kind {
        case .withdrawn:
            return words(.receiptWithdrawn, ["controller": controller.name, "recorded": recorded])
        case .refused: return words(.receiptRefused, ["controller": controller.name, "recorded": recorded])
        case .objected: return words(.receiptObjected, ["controller": controller.name, "recorded": recorded])
        case .requested: return words(.receiptRequested, ["controller": controller.name, "time": time])
        default:
            return event.occurredAt == nil
                ? words(.receiptGivenUndated, ["controller": controller.name])
                : words(.receiptGiven, ["controller": controller.name, "time": time])
        }
    }

    private func summary(_ words: Words, _ controller: Controller) -> [(name: String, value: String)] {
        let event = record.event
        var rows: [(name: String, value: String)] = []
        func add(_ phrase: Phrase, _ value: String?) { if let value { rows.append((words[phrase], value)) } }
        add(.whoYouAre, record.address.normalized)
        add(.controller, controller.name)
        rows += NoticeWords.contact(controller, words)
        add(.purpose, event.purpose == .everything ? words[.allMail] : event.purpose.id)
        add(.happened, event.occurredAt.map(Moment.words) ?? words[.notTold])
        add(.recorded, Moment.words(event.recordedAt))
        if event.kind == .given {
            add(.how, event.method.map { words.name(.method, $0.rawValue) })
            add(.source, origin(words))
            add(.networkAddress, record.ip)
            add(.legalBasis, words[Jurisdiction.isUnderGDPR(controller.country) ? .consentBasis : .ownLaw])
        }
        let files = record.evidence.map { file in
            words(
                file.keeping == .sealed ? .evidenceSealed : .evidenceHash,
                ["kind": file.kind, "digest": file.digest.hex])
        }
        add(.evidence, files.isEmpty ? words[.evidenceNone] : files.joined(separator: "; "))
        add(.recordName, record.rid.description)
        add(.replaces, supersedes?.description)
        return rows
    }

    private func origin(_ words: Words) -> String? {
        if let mark = record.imported { return words(.sourceImport, ["system": mark.system]) }
        return record.source ?? (record.event.method?.isDirect == true ? words[.sourcePerson] : nil)
    }

    private func withdrawal(_ words: Words, _ controller: Controller) -> [Letter.Block] {
        var blocks: [Letter.Block] = [.heading(words[.howToStop])]
        if let place = terms.withdrawAt {
            blocks.append(.link(words(.stopPage, ["place": place]), to: place))
        }
        if let email = controller[.email] {
            blocks.append(.link(words(.stopWrite, ["place": email]), to: "mailto:\(email)"))
        }
        if blocks.count == 1, isWithdrawalExplained { blocks.append(.paragraph(words[.stopWording])) }
        if blocks.count == 1, let phone = controller[.phone] {
            blocks.append(.paragraph(words(.stopCall, ["place": phone])))
        }
        if blocks.count == 1, let place = controller[.address] {
            blocks.append(.paragraph(words(.stopWrite, ["place": place])))
        }
        if blocks.count == 1, let place = controller[.url] {
            blocks.append(.link(words(.stopPage, ["place": place]), to: place))
        }
        return blocks + [.paragraph(words[.stopFree])]
    }

    private func shown(_ words: Words) -> [Letter.Block] {
        [.heading(words[.whatYouSaw])]
            + (wording.map {
                [.verbatim($0.text), .facts([(words[.recordWording], $0.reference.description)])]
            }
                ?? [.paragraph(words[.wordingUnknown])])
    }

    private func proving(_ words: Words) -> [Letter.Block] {
        [
            .heading(words[.howToCheck]), .paragraph(words[.checkWords]),
            .verbatim("consentgate verify receipt.tlog-proof --key VERIFIER-KEY"),
            .paragraph(words(.checkKey, ["key": verifierKey.text])), .paragraph(words[.proves]),
            .verbatim(proof.serialized),
        ]
    }
}
