import CanonicalJSON

/// How a ledger and the machine under it stand.
struct CheckupAnswer: Answer {
    let checkup: Checkup
    let place: String

    func text(in palette: Palette) -> String {
        let width = checkup.lines.map(\.name.count).max() ?? 0
        let lines = checkup.lines.map { line in
            let gap = String(repeating: " ", count: width - line.name.count + 2)
            let hint = line.hint.map { "      " + String(repeating: " ", count: width) + "  \($0)\n" } ?? ""
            return "\(mark(line.level, palette))  \(line.name)\(gap)\(line.text)\n\(hint)"
        }
        return "consentgate \(ProgramVersion.text), ledger \(place)\n" + lines.joined()
    }

    private func mark(_ level: CheckupLine.Level, _ palette: Palette) -> String {
        switch level {
        case .ok: palette.paint("ok  ", .good)
        case .warn: palette.paint("warn", .doubtful)
        case .fail: palette.paint("fail", .bad)
        }
    }

    var json: JSONValue {
        .object(of: [
            "version": .string(ProgramVersion.text), "home": .string(place),
            "isHealthy": .boolean(checkup.isHealthy), "checks": .array(checkup.lines.map(\.json)),
        ])
    }
}
