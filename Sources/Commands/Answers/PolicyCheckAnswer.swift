import CanonicalJSON
import Policies

/// A policy that is in order, and what in it is odd.
struct PolicyCheckAnswer: Answer {
    /// As it was asked for.
    let name: String
    let policy: Policy
    let analysis: PolicyAnalysis

    func text(in palette: Palette) -> String {
        let remarks = analysis.remarks.map { $0.description + "\n" }.joined()
        let count = analysis.remarks.count
        let outcome =
            count == 0
            ? palette.paint("ok", .good)
            : palette.paint("\(count) \(count == 1 ? "warning" : "warnings")", .doubtful)
        // Somebody who relies on silence must know that it was not complete.
        let rest =
            analysis.undecided > 0 ? ", \(analysis.undecided) questions too large to be looked into" : ""
        return remarks + "\(name): \(policy.id), \(policy.rules.count) rules, \(outcome)\(rest)\n"
    }

    var json: JSONValue {
        let remarks = analysis.remarks.map { remark in
            JSONValue.object(of: [
                "code": .string(remark.code.rawValue), "rule": .string(remark.rule),
                "file": .string(remark.file), "line": .integer(Int64(remark.place.line)),
                "column": .integer(Int64(remark.place.column)), "message": .string(remark.message),
                "hint": .string(remark.hint),
            ])
        }
        return .object(of: [
            "file": .string(name), "id": .string(policy.id),
            "rules": .integer(Int64(policy.rules.count)), "isValid": .boolean(true),
            "remarks": .array(remarks), "undecided": .integer(Int64(analysis.undecided)),
        ])
    }
}
