/// Finds the way from a file to the list in it.
struct Opening {
    let limits: ContainerLimits
    let score: ((_ member: String, _ firstBytes: [UInt8]) -> Int?)?

    /// How many members are looked into to find out which is meant.
    private static let mostScored = 200

    /// Opens an input that stands at its first byte.
    func open(_ input: any ContainerInput, wanted: String?, found: Content.Findings) throws -> Content {
        var found = found
        switch try ContentDetection.kind(of: try Beginning(of: input)) {
        case .gzip:
            guard !found.wrappings.contains(.gzip) else { throw ContainerError.nested }
            found.wrappings.append(.gzip)
            return try open(GzipInput(input, limits: limits), wanted: wanted, found: found)
        case .zip:
            return try openArchive(input, wanted: wanted, found: found)
        case .vCard:
            return try table(
                VCardRows(input, limits: limits), header: VCard.header, kind: .vCard, wanted: wanted,
                found: found)
        case .jsonLines:
            let rows = try JSONRows(input, limits: limits)
            return try table(rows, header: rows.header, kind: .jsonLines, wanted: wanted, found: found)
        case .addresses:
            return try table(
                AddressRows(input, limits: limits), header: AddressRows.header, kind: .addresses,
                wanted: wanted,
                found: found)
        case .plain, .xlsx:
            guard wanted == nil else { throw ContainerError.noMembers }
            return try Content(input, kind: .plain, found: found)
        }
    }

    private func table(
        _ rows: any RowSource, header: [String]?, kind: ContainerKind, wanted: String?,
        found: Content.Findings
    ) throws -> Content {
        guard wanted == nil else { throw ContainerError.noMembers }
        return try Content(TableInput(rows, header: header), kind: kind, found: found)
    }

    /// A workbook is an archive too; any other lies in nothing else.
    private func openArchive(
        _ input: any ContainerInput, wanted: String?, found: Content.Findings
    ) throws -> Content {
        var base = input
        if !found.wrappings.isEmpty {
            // Its table of contents stands at its end, and unpacking up to there again and again takes too long.
            guard let held = try InMemoryInput(holding: input, limit: limits.heldBytes) else {
                throw ContainerError.nested
            }
            base = held
        }
        let archive = try ZipArchive(base, limits: limits)
        if let workbook = try Workbook(archive, limits: limits) {
            return try openWorkbook(workbook, wanted: wanted, found: found)
        }
        guard found.wrappings.isEmpty else { throw ContainerError.nested }
        let choice =
            if let wanted { try MemberChoice(named: wanted, in: archive) } else {
                try choose(in: archive)
            }
        var found = found
        found.wrappings.append(.zip)
        found.member = choice.member.name
        if !choice.others.isEmpty { found.remarks.append(.furtherLists(choice.others)) }
        do {
            return try open(try archive.open(choice.member), wanted: choice.inner, found: found)
        } catch let error as ContainerError {
            throw error.within(PrintableName(choice.member.name).text)
        }
    }

    private func choose(in archive: ZipArchive) throws -> MemberChoice {
        let candidates = MemberChoice.candidates(of: archive)
        let isFew = candidates.count <= Self.mostScored
        return try MemberChoice(among: candidates) { candidate in
            guard let score, isFew else { return nil }
            // A member that cannot be opened is no list, as far as choosing goes.
            let inner = Opening(limits: limits, score: score)
            var found = Content.Findings()
            found.wrappings = [.zip]
            guard let member = try? archive.open(candidate),
                let content = try? inner.open(member, wanted: nil, found: found),
                let bytes = try? content.firstBytes(atMost: Beginning.length)
            else { return nil }
            return score(candidate.name, bytes)
        }
    }

    private func openWorkbook(
        _ workbook: Workbook, wanted: String?, found: Content.Findings
    ) throws -> Content {
        var found = found
        let sheet: Workbook.Sheet
        if let wanted {
            sheet = try workbook.sheet(named: wanted)
        } else {
            let choice = try workbook.chosenSheet { looksLikeList($0, in: workbook) }
            sheet = choice.sheet
            if !choice.others.isEmpty {
                found.remarks.append(.furtherSheets(choice.others, chosen: sheet.name))
            }
        }
        found.sheet = sheet.name
        return try Content(TableInput(SheetRows(sheet, in: workbook), header: nil), kind: .xlsx, found: found)
    }

    /// A cover sheet, a legend or a chart's numbers often stand before the list.
    private func looksLikeList(_ sheet: Workbook.Sheet, in workbook: Workbook) -> Bool {
        guard let score,
            let table = try? TableInput(SheetRows(sheet, in: workbook), header: nil),
            let content = try? Content(table, kind: .xlsx, found: Content.Findings()),
            let bytes = try? content.firstBytes(atMost: Beginning.length)
        else { return false }
        return score(sheet.name, bytes) != nil
    }
}
