import Foundation
import Testing

/// A conversation with the program, as a text that can be read.
///
/// | line | meaning |
/// | --- | --- |
/// | `# …` | a comment |
/// | `$ consentgate …` | a command of the shell, with the built program first on the path |
/// | `exit N` | its exit status, 0 unless said |
/// | `! …` | a line of standard error |
/// | anything else | a line of standard output |
/// | `> file <<EOF` | makes a file, up to a line `EOF` |
/// | `copy Fixtures/x y` | copies a file from the fixtures |
/// | `env NAME=value` | sets a variable from here on |
///
/// In expected lines `…` and `<any>` stand for any text, a line that is only `…` for any number of lines. `<name>`
/// stands for a word, and is that word from then on, in expected lines and in commands.
struct Script: CustomTestStringConvertible, Sendable {
    enum Step: Sendable {
        case command(Command)
        case file(name: String, content: String)
        case copy(from: String, to: String)
        case set(name: String, value: String)
    }

    struct Command: Sendable {
        var line: Int
        var text: String
        var output: [String] = []
        var errors: [String] = []
        var status: Int32 = 0
    }

    let name: String
    let steps: [Step]

    var testDescription: String { name }

    /// Every script beside this file.
    static let all: [Script] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
                return nil
            }
            return Script(name: String(name.dropLast(4)), text: text)
        }
    }()

    init(name: String, text: String) {
        self.name = name
        var steps: [Step] = []
        var command: Command?
        func flush() {
            if let finished = command { steps.append(.command(Self.trimmed(finished))) }
            command = nil
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().makeIterator()
        while let (index, line) = lines.next() {
            if line.hasPrefix("# ") || line == "#" { continue }
            if line.hasPrefix("$ ") {
                flush()
                command = Command(line: index + 1, text: String(line.dropFirst(2)))
                continue
            }
            if let step = Self.step(line, content: { Self.content(&lines) }) {
                flush()
                steps.append(step)
            } else if line.hasPrefix("exit "), let status = Int32(line.dropFirst(5)) {
                command?.status = status
            } else if line.hasPrefix("! ") || line == "!" {
                command?.errors.append(String(line.dropFirst(2)))
            } else {
                command?.output.append(String(line))
            }
        }
        flush()
        self.steps = steps
    }

    private static func content(
        _ lines: inout EnumeratedSequence<[Substring]>.Iterator
    ) -> String {
        var content = ""
        while let (_, line) = lines.next(), line != "EOF" { content += line + "\n" }
        return content
    }

    private static func step(_ line: Substring, content: () -> String) -> Step? {
        let words = line.split(separator: " ")
        if words.count == 3, words[0] == ">", words[2] == "<<EOF" {
            return .file(name: String(words[1]), content: content())
        }
        if words.count == 3, words[0] == "copy" { return .copy(from: String(words[1]), to: String(words[2])) }
        if words.count == 2, words[0] == "env", let equals = words[1].firstIndex(of: "=") {
            let value = words[1][words[1].index(after: equals)...]
            return .set(name: String(words[1][..<equals]), value: String(value))
        }
        return nil
    }

    /// Blank lines before the next command are there for the reader.
    private static func trimmed(_ command: Command) -> Command {
        var command = command
        while command.output.last == "" { command.output.removeLast() }
        return command
    }
}
