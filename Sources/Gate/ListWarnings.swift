import Lists
import Tables

/// What a list itself gives cause to tell: further lists in the same file, and records that are no rows.
struct ListWarnings {
    private let list: ListReader

    init(_ list: ListReader) {
        self.list = list
    }

    /// All of them, what concerns contacts first.
    var all: [VettingResult.Warning] {
        packaging + remarks + unclosedQuotes + furtherLists + aboveHeader + passedOver
    }

    /// What the list came in, and what else lies there.
    private var packaging: [VettingResult.Warning] {
        let packaging = list.source.packaging
        var warnings = packaging.remarks.map {
            VettingResult.Warning(code: "further-members", text: $0, count: nil)
        }
        if packaging.isConverted {
            warnings.append(
                .init(
                    code: "converted",
                    text:
                        "The list came as \(packaging.text). What is written is the table that was read out of it.",
                    count: nil))
        }
        return warnings
    }

    /// How the list is written down, where that is not as it should be.
    private var remarks: [VettingResult.Warning] {
        list.remarks.filter { $0 != .unclosedQuotes }.map {
            .init(code: $0.rawValue, text: "\($0.what) \($0.hint)", count: nil)
        }
    }

    private var unclosedQuotes: [VettingResult.Warning] {
        let found = list.unclosedQuotes
        guard found.count > 0 else { return [] }
        return [
            .init(
                code: TableRemark.unclosedQuotes.rawValue,
                text:
                    "A quotation mark opens a cell and never closes (first on line \(found.firstLine)). The rows "
                    + "around it are kept out: close the mark at the end of the cell, or double it.",
                count: found.count)
        ]
    }

    private var furtherLists: [VettingResult.Warning] {
        var warnings = list.furtherLists.map { further in
            let title = further.layoutTitle.map { " (\($0))" } ?? ""
            let cure =
                further.hasOtherColumns
                ? "Its columns are not those of the first, so that none of its rows can be accepted with them. "
                    + "Split the file there."
                : "Its rows are judged by what stands above them."
            return VettingResult.Warning(
                code: "further-list", text: "Line \(further.line) begins a further list\(title). \(cure)",
                count: nil)
        }
        if list.furtherListCount > UInt64(list.furtherLists.count) {
            warnings.append(
                .init(
                    code: "further-lists", text: "There are more lists in this file than are named here.",
                    count: list.furtherListCount))
        }
        return warnings
    }

    private var aboveHeader: [VettingResult.Warning] {
        guard let line = list.addressAboveHeader else { return [] }
        return [
            .init(
                code: "address-above-header",
                text:
                    "Line \(line) stands above the header and holds an address. It was not taken for a contact.",
                count: nil)
        ]
    }

    private var passedOver: [VettingResult.Warning] {
        let counts = list.passedOver
        var warnings: [VettingResult.Warning] = []
        if counts.repeatedHeaders.count > 0 {
            warnings.append(
                .init(
                    code: "repeated-headers",
                    text:
                        "The header stands in the list again (first on line \(counts.repeatedHeaders.firstLine)) "
                        + "and was passed over.",
                    count: counts.repeatedHeaders.count))
        }
        if counts.footers.count > 0 {
            warnings.append(
                .init(
                    code: "footers",
                    text: "Records below the last contact that only count or sign the list were passed over "
                        + "(first on line \(counts.footers.firstLine)).",
                    count: counts.footers.count))
        }
        if counts.blank.count > 0 {
            warnings.append(
                .init(
                    code: "blank-records", text: "Records without any content were passed over.",
                    count: counts.blank.count))
        }
        return warnings
    }
}
