/// What the files of a vetting are, in plain words.
enum ListFileWords {
    static func words(for name: String) -> String {
        switch name {
        case "list": "the list as it came in"
        case "accepted": "the accepted rows, which may be mailed"
        case "handOver": "the accepted rows in the form of the newsletter tool"
        case "held": "the held rows"
        case "rejected": "the rejected rows"
        case "report": "the report for people"
        default: name
        }
    }

    /// Whether a file may be imported into a newsletter tool.
    static func isApproved(_ name: String) -> Bool { name == "accepted" || name == "handOver" }
}
