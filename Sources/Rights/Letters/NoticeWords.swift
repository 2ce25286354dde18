import Consent

/// What receipts and letters both say of a controller and of what becomes of the data.
enum NoticeWords {
    /// How the controller is reached.
    static func contact(_ controller: Controller, _ words: Words) -> [(name: String, value: String)] {
        let rows: [(Phrase, String?)] = [
            (.postalAddress, controller[.address]), (.country, controller.country),
            (.email, controller[.email]), (.phone, controller[.phone]), (.site, controller[.url]),
            (.officer, controller[.officer]), (.privacyPolicy, controller[.privacyURL]),
        ]
        return rows.compactMap { phrase, value in value.map { (words[phrase], $0) } }
    }

    /// Who else gets the data, and whether they leave Europe.
    static func recipients(_ terms: NoticeTerms, _ words: Words) -> [Letter.Block] {
        var blocks: [Letter.Block] = [.heading(words[.whoElse])]
        switch terms.recipients {
        case nil: blocks.append(.paragraph(words[.recipientsUntold]))
        case .some(let names) where names.isEmpty: blocks.append(.paragraph(words[.nobodyElse]))
        case .some(let names): blocks.append(.items(names))
        }
        switch terms.leavesEurope {
        case true?:
            let mechanism: Phrase = terms.hasMechanism == true ? .transferMechanism : .transferNoMechanism
            blocks.append(.paragraph(words[.transferYes] + " " + words[mechanism]))
        case false?: blocks.append(.paragraph(words[.transferNo]))
        case nil: blocks.append(.paragraph(words[.transferUnknown]))
        }
        return blocks
    }
}
