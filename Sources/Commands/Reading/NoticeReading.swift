import Consent
import Policies

/// Reads what people are told of a purpose, as in `notice.retention=P3Y`.
enum NoticeReading {
    /// Whether an argument tells such a thing.
    static func isOne(_ argument: String) -> Bool { argument.hasPrefix("notice.") && argument.contains("=") }

    /// What some arguments tell, by name; empty texts take back.
    static func details(_ arguments: [String]) throws -> [String: String] {
        var details: [String: String] = [:]
        for argument in arguments where isOne(argument) {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let (name, value) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
            guard let detail = NoticeDetail(named: name) else {
                throw Typed.unknown("notice", name, among: NoticeDetail.allCases.map(\.name))
            }
            if !value.isEmpty, let problem = problem(of: value, detail) {
                throw Complaint("The value of \(name) \(problem).", hint: detail.meaning)
            }
            details[name] = value
        }
        return details
    }

    private static func problem(of value: String, _ detail: NoticeDetail) -> String? {
        if let problem = detail.problem(of: value) { return problem }
        guard detail == .storedIn, let places = NoticeDetail.places(in: value) else { return nil }
        return places.allSatisfy { $0 == "EU" || $0 == "EEA" || Country.codes.contains($0) }
            ? nil : "names a country that is not in ISO 3166-1"
    }
}
