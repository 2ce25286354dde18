import CanonicalJSON
import Consent
import Gate
import Policies

/// What policies said of their examples, and what the examples reach.
struct PolicyTestAnswer: Answer {
    /// What one policy said.
    struct Result {
        let chosen: ChosenPolicy
        let report: ExampleReport
    }

    let results: [Result]

    /// Whether every example is as expected, and nothing is out of their reach.
    var isAsExpected: Bool { results.allSatisfy(\.report.isWhole) }

    func text(in palette: Palette) -> String { results.map { text(of: $0, in: palette) }.joined() }

    private func text(of result: Result, in palette: Palette) -> String {
        let report = result.report
        let (own, differ) = (report.results.count + report.listResults.count, report.differences.count)
        let catalogue =
            report.catalogueExamples > 0 ? " and \(report.catalogueExamples) of the catalogue" : ""
        let verdict =
            report.isWhole
            ? palette.paint("ok", .good)
            : palette.paint(differ > 0 ? "\(differ) differ" : "not all is reached", .bad)
        let head =
            "\(result.chosen.policy.id) (\(result.chosen.source.name)): \(own) \(own == 1 ? "example" : "examples")"
            + "\(catalogue), coverage \(report.coverage.percent) %, \(verdict)"
        let lines = [head] + report.differences + report.coverage.gaps.map(\.description)
        return lines.map { $0 + "\n" }.joined()
    }

    var json: JSONValue {
        .object(of: [
            "isAsExpected": .boolean(isAsExpected), "policies": .array(results.map(json)),
        ])
    }

    private func json(_ result: Result) -> JSONValue {
        let report = result.report
        return .object(of: [
            "id": .string(result.chosen.policy.id), "source": .string(result.chosen.source.name),
            "examples": .integer(Int64(report.results.count)), "failures": .array(report.failures.map(json)),
            "lists": .integer(Int64(report.listResults.count)),
            "listFailures": .array(report.listFailures.map(json)),
            "catalogueExamples": .integer(Int64(report.catalogueExamples)),
            "catalogueFailures": .array(report.catalogueFailures.map(json)),
            "coverage": json(report.coverage),
            "neverTold": .array(report.neverTold.map { .string($0) }),
        ])
    }

    private func json(_ failure: ExampleResult) -> JSONValue {
        .object(of: [
            "file": .string(failure.file), "line": .integer(Int64(failure.example.line)),
            "name": .string(failure.example.name),
            "expected": .string(failure.example.expectation.verdict.rawValue),
            "expectedRule": failure.example.expectation.rule.map { .string($0) },
            "verdict": .string(failure.verdict.rawValue), "rule": failure.rule.map { .string($0) },
        ])
    }

    private func json(_ failure: ListExampleResult) -> JSONValue {
        .object(of: [
            "file": .string(failure.example.file), "line": .integer(Int64(failure.example.place.line)),
            "name": .string(failure.example.name),
            "expected": .array(
                failure.example.expectations.map { json(row: $0.row, $0.verdict, $0.rule) }),
            "rows": .array(failure.rows.map { json(row: $0.row, $0.verdict, $0.rule) }),
        ])
    }

    private func json(row: Int, _ verdict: Verdict, _ rule: String?) -> JSONValue {
        .object(of: [
            "row": .integer(Int64(row)), "verdict": .string(verdict.rawValue),
            "rule": rule.map { .string($0) },
        ])
    }

    private func json(_ failure: CatalogueExampleResult) -> JSONValue {
        .object(of: [
            "file": .string(failure.example.file), "line": .integer(Int64(failure.example.line)),
            "name": .string(failure.example.name), "silent": .array(failure.silent.map { .string($0) }),
            "fired": .array(failure.fired.map { .string($0) }),
        ])
    }

    private func json(_ coverage: Coverage) -> JSONValue {
        let gaps = coverage.gaps.map { gap in
            JSONValue.object(of: [
                "code": .string(gap.kind.rawValue), "rule": .string(gap.rule),
                "test": gap.test.map { .string($0) }, "file": .string(gap.file),
                "line": .integer(Int64(gap.place.line)), "column": .integer(Int64(gap.place.column)),
            ])
        }
        return .object(of: [
            "percent": .integer(Int64(coverage.percent)), "points": .integer(Int64(coverage.points)),
            "reached": .integer(Int64(coverage.reached)), "gaps": .array(gaps),
        ])
    }
}
