import Foundation
import Testing

@Suite("The program in conversation")
struct ScriptTests {
    @Test("answers as its script says", arguments: Script.all)
    func runs(script: Script) throws {
        let workplace = try Workplace()
        var expected = ExpectedLines()
        for step in script.steps {
            switch step {
            case .file(let name, let content): try workplace.write(content, to: name)
            case .set(let name, let value): workplace.set(name, to: expected.filled(value))
            case .copy(let from, let to):
                let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: from)
                try FileManager.default.copyItem(at: source, to: workplace.folder.appending(path: to))
            case .command(let command):
                guard try check(command, script, workplace, &expected) else { return }
            }
        }
    }

    /// Runs one command; false if what came is not what the script says, for what follows would only repeat it.
    private func check(
        _ command: Script.Command, _ script: Script, _ workplace: Workplace, _ expected: inout ExpectedLines
    ) throws -> Bool {
        let outcome = try workplace.run(expected.filled(command.text))
        var problems: [String] = []
        if outcome.status != command.status {
            problems.append("  - exit \(command.status)\n  + exit \(outcome.status)")
        }
        for (wanted, came) in [(command.output, outcome.output), (command.errors, outcome.errors)] {
            if let difference = expected.difference(wanted, lines(came)) { problems.append(difference) }
        }
        let report = problems.joined(separator: "\n")
        let errors = outcome.errors.isEmpty ? "" : "\nstandard error:\n\(outcome.errors)"
        #expect(problems.isEmpty, "\(script.name).txt:\(command.line): $ \(command.text)\n\(report)\(errors)")
        return problems.isEmpty
    }

    private func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    @Test("there are scripts to run")
    func finds() { #expect(Script.all.count >= 10) }
}
