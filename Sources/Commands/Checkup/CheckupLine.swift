import CanonicalJSON

/// One thing that was looked at.
struct CheckupLine: Hashable, Sendable {
    /// How it stands.
    enum Level: String, Sendable {
        case ok
        case warn
        case fail
    }

    let level: Level
    /// What was looked at, in a word or two.
    let name: String
    /// How it stands, in words.
    let text: String
    /// What to do; nil where nothing is to be done.
    let hint: String?

    init(_ level: Level, _ name: String, _ text: String, hint: String? = nil) {
        self.level = level
        self.name = name
        self.text = text
        self.hint = hint
    }

    var json: JSONValue {
        .object(of: [
            "level": .string(level.rawValue), "name": .string(name), "text": .string(text),
            "hint": hint.map { .string($0) },
        ])
    }
}
