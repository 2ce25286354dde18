import CanonicalJSON
import Consent
import Gate
import Policies

/// What policies said of their examples.
struct PolicyTestAnswer: Answer {
    /// What one policy said.
    struct Result {
        let chosen: ChosenPolicy
        let report: ExampleReport
    }

    let results: [Result]

    /// Whether every example is as expected.
    var isAsExpected: Bool { results.allSatisfy { $0.report.failures.isEmpty } }

    func text(in palette: Palette) -> String {
        results.map { result in
            let failures = result.report.failures
            let total = result.report.results.count
            let verdict =
                failures.isEmpty
                ? palette.paint("ok", .good) : palette.paint("\(failures.count) differ", .bad)
            var text =
                "\(result.chosen.policy.id) (\(result.chosen.source.name)): \(total) examples, \(verdict)\n"
            for failure in failures { text += "\(failure.difference ?? "")\n" }
            if !result.report.neverTold.isEmpty {
                text += "  no example tells: \(result.report.neverTold.joined(separator: ", "))\n"
            }
            return text
        }.joined()
    }

    var json: JSONValue {
        .object(of: [
            "isAsExpected": .boolean(isAsExpected), "policies": .array(results.map(json)),
        ])
    }

    private func json(_ result: Result) -> JSONValue {
        let failures = result.report.failures.map { failure in
            JSONValue.object(of: [
                "file": .string(failure.file), "line": .integer(Int64(failure.example.line)),
                "name": .string(failure.example.name),
                "expected": .string(failure.example.expectation.verdict.rawValue),
                "expectedRule": failure.example.expectation.rule.map { .string($0) },
                "verdict": .string(failure.verdict.rawValue), "rule": failure.rule.map { .string($0) },
            ])
        }
        return .object(of: [
            "id": .string(result.chosen.policy.id), "source": .string(result.chosen.source.name),
            "examples": .integer(Int64(result.report.results.count)), "failures": .array(failures),
            "neverTold": .array(result.report.neverTold.map { .string($0) }),
        ])
    }
}
