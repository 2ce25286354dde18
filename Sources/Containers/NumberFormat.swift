/// How a number in a cell is meant.
enum NumberFormat: Hashable, Sendable {
    /// As a number.
    case number
    /// As a day, with or without a time.
    case date
    /// As a span of hours, which may be more than a day has.
    case duration

    /// A format that every spreadsheet program knows by its number (ECMA-376 part 1, section 18.8.30).
    init(builtIn id: Int) {
        switch id {
        case 14...22, 27...36, 45, 47, 50...58: self = .date
        case 46: self = .duration
        default: self = .number
        }
    }

    /// A format that the workbook spells out: `[$-407]dd.mm.yyyy`.
    init(code: String) {
        var format = NumberFormat.number
        var rest = code.lowercased()[...]
        while let sign = rest.popFirst() {
            switch sign {
            // The sections that follow are for negative numbers, zero and texts.
            case ";": rest = ""
            case "\\", "_", "*": rest = rest.dropFirst()
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                let inner = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inner.count + 1)
                // In brackets stand colours, conditions and languages; or hours that go on counting.
                if !inner.isEmpty, inner.allSatisfy({ "hms".contains($0) }) { format = .duration }
            case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
            case "y", "m", "d", "h", "s": if format == .number { format = .date }
            default: break
            }
        }
        self = format
    }
}
