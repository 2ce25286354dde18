import Consent
import Suggestions

extension Typed {
    /// What a person asks for.
    static func requestKind(_ text: String) throws -> RequestKind {
        if let kind = RequestKind(rawValue: text) { return kind }
        throw unknown("kind of request", text, among: RequestKind.allCases.map(\.rawValue))
    }

    /// What became of a request.
    static func requestAnswer(_ text: String) throws -> RequestAnswer {
        if let answer = RequestAnswer(rawValue: text) { return answer }
        throw unknown("answer", text, among: RequestAnswer.allCases.map(\.rawValue))
    }

    /// The complaint about a word that is none of a closed list.
    static func unknown(_ what: String, _ text: String, among names: [String]) -> Complaint {
        let near = nearestName(to: text, among: names).map { "Did you mean \"\($0)\"? " } ?? ""
        return Complaint(
            "The \(what) \(quoted(text)) is not known.",
            hint: near + "Known are: \(names.joined(separator: ", ")).")
    }
}
