import Consent
import Ledger

extension SubjectExport {
    /// The letter, in plain words.
    func letter() -> Letter {
        var letter = Letter(title: words[.letterTitle], language: words.language)
        var head: [(name: String, value: String)] = []
        if let controller {
            head.append((words[.controller], controller.name))
            head += NoticeWords.contact(controller, words)
        }
        head += [(words[.letterFor], address.normalized), (words[.letterDate], madeAt.day)]
        letter.blocks = [.facts(head), .paragraph(words[.letterGreeting])]
        let name = controller?.name ?? words[.letterUnnamed]
        letter.blocks.append(
            .paragraph(words(isEmpty ? .letterNothing : .letterHeld, ["controller": name])))
        if let answered {
            letter.blocks.append(
                .paragraph(
                    words(
                        .letterRequest, ["received": answered.receivedOn.day, "due": answered.dueOn.day])))
        }
        if entries.isEmpty, !suppressions.isEmpty {
            letter.blocks.append(.paragraph(words[.letterNothingStop]))
        }
        if !isEmpty { letter.blocks += held() }
        letter.blocks += [
            .heading(words[.yourRights]),
            .items(LegalRight.sentences(words, authority: controller?[.authority])),
        ]
        letter.blocks.append(
            .paragraph(words[entries.isEmpty ? .letterNotRecorded : .leftOut]))
        return letter
    }

    private func held() -> [Letter.Block] {
        var blocks = purposesAndTerms()
        blocks += [.heading(words[.categoriesHeading]), .paragraph(words[.categories])]
        blocks += origins()
        if !entries.isEmpty { blocks += [.heading(words[.recordsHeading])] + records() }
        if !wordings.isEmpty {
            blocks.append(.heading(words[.wordingsHeading]))
            for wording in wordings {
                blocks += [.subheading(wording.reference.description), .verbatim(wording.text)]
            }
        }
        blocks.append(.heading(words[.vettingsHeading]))
        blocks +=
            vettings.isEmpty
            ? [.paragraph(words[.vettingsNone])]
            : [.paragraph(words[.vettingsWords]), .items(vettings.map(line))]
        blocks.append(.heading(words[.suppressionHeading]))
        blocks.append(
            suppressions.isEmpty
                ? .paragraph(words[.suppressionNone])
                : .items(
                    suppressions.map { scope, tag in
                        words(
                            .suppressionLine,
                            [
                                "day": tag.since, "purpose": name(scope),
                                "reason": words.name(.because, tag.reason.rawValue),
                            ])
                    }))
        if !requests.isEmpty {
            blocks += [.heading(words[.requestsHeading]), .items(requests.map(line))]
        }
        return blocks + [.heading(words[.decisionsHeading]), .paragraph(words[.decisions])]
    }

    private func name(_ purpose: Purpose) -> String { purpose == .everything ? words[.allMail] : purpose.id }

    private func purposesAndTerms() -> [Letter.Block] {
        guard let first = purposes.first else { return kept.isEmpty ? [] : keeping() }
        let states = purposes.map { state in
            words(
                .purposeLine,
                [
                    "purpose": state.purpose.id,
                    "state": words.name(.state, state.standing.state.rawValue),
                ])
        }
        let places = Set(purposes.compactMap(\.terms.storedIn).joined()).sorted()
        return [.heading(words[.purposesHeading]), .items(states)] + keeping()
            + (places.isEmpty
                ? [] : [.paragraph(words(.keptWhere, ["places": places.joined(separator: ", ")]))])
            + purposes.filter { $0.purpose == first.purpose || $0.terms.recipients != first.terms.recipients }
            .flatMap { NoticeWords.recipients($0.terms, words) }
    }

    private func origins() -> [Letter.Block] {
        var lines = entries.compactMap { entry -> String? in
            guard entry.record.event.kind == .given else { return nil }
            let record = entry.record
            let told =
                record.imported.map { words(.sourceImport, ["system": $0.system]) } ?? record.source
                ?? (record.event.method?.isDirect == true ? words[.sourcePerson] : nil)
            return told.map { words(.sourceTold, ["day": record.event.effectiveAt.day, "source": $0]) }
        }
        lines += sources.map { kept in
            words(
                .sourceRegister,
                [
                    "day": kept.source.addedAt.day, "until": kept.source.expiresAt.day,
                    "label": kept.label.map { " (\($0))" } ?? "",
                ])
        }
        return [
            .heading(words[.sourceHeading]),
            lines.isEmpty ? .paragraph(words[.sourceUnknown]) : .items(lines),
        ]
    }

    private func line(_ vetting: Vetting) -> String {
        let why = vetting.reason.map { ": „\($0)“ (\(vetting.rules.first ?? ""))" } ?? ""
        return words(
            .vettingLine,
            [
                "time": Moment.words(vetting.at), "purpose": vetting.purpose,
                "verdict": words.name(.verdict, vetting.verdict.rawValue), "why": why,
            ])
    }

    private func line(_ request: SubjectRequest) -> String {
        let answer = words.name(.answer, request.closing?.answer?.rawValue ?? "untold")
        let state =
            request.closing.map { words(.requestAnswered, ["day": $0.at.day, "answer": answer]) }
            ?? words(.requestOpen, ["due": request.dueOn.day])
        return words(
            .requestLine,
            [
                "kind": words.name(.ask, request.kind?.rawValue ?? "untold"),
                "received": request.receivedOn.day, "state": state,
            ])
    }
}
