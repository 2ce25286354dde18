import Pages
import Policies

/// A page of plain words: what is written once can be read on a phone, on paper and as text.
struct Letter {
    /// A part of it.
    enum Block {
        /// What the next parts are about.
        case heading(String)
        /// What the next parts within that are about.
        case subheading(String)
        /// Some sentences.
        case paragraph(String)
        /// A sentence that leads somewhere.
        case link(String, to: String)
        /// Names with what they stand for.
        case facts([(name: String, value: String)])
        /// One line each.
        case items([String])
        /// Text word for word, its lines as they are.
        case verbatim(String)
    }

    let title: String
    let language: Language
    var blocks: [Block] = []

    /// Columns of the text form: what a mail shows without breaking lines.
    private static let width = 78

    /// As one HTML page.
    func page() throws -> String {
        try Page.render(
            title: title, language: language.rawValue, template: Self.template,
            context: ["title": .text(title), "blocks": .list(blocks.map(Self.context))])
    }

    private static func context(_ block: Block) -> PageValue {
        switch block {
        case .heading(let text): ["heading": ["text": .text(text)]]
        case .subheading(let text): ["subheading": ["text": .text(text)]]
        case .paragraph(let text): ["paragraph": ["text": .text(text)]]
        case .link(let text, let place):
            leads(place)
                ? ["link": ["text": .text(text), "place": .text(place)]]
                : ["paragraph": ["text": .text(text)]]
        case .facts(let rows):
            ["facts": ["rows": .list(rows.map { ["name": .text($0.name), "value": .text($0.value)] })]]
        case .items(let lines): ["items": ["rows": .list(lines.map { ["text": .text($0)] })]]
        case .verbatim(let text): ["verbatim": ["text": .text(text)]]
        }
    }

    /// Whether a browser may be led there: nothing that runs.
    private static func leads(_ place: String) -> Bool {
        ["https://", "http://", "mailto:", "tel:"].contains { place.hasPrefix($0) }
    }

    private static let template = """
        <h1>{{title}}</h1>
        {{#blocks}}{{#heading}}<h2>{{text}}</h2>
        {{/heading}}{{#subheading}}<h3>{{text}}</h3>
        {{/subheading}}{{#paragraph}}<p>{{text}}</p>
        {{/paragraph}}{{#link}}<p><a href="{{place}}">{{text}}</a></p>
        {{/link}}{{#facts}}<dl class="facts">
        {{#rows}}<dt>{{name}}</dt><dd>{{value}}</dd>
        {{/rows}}</dl>
        {{/facts}}{{#items}}<ul>
        {{#rows}}<li>{{text}}</li>
        {{/rows}}</ul>
        {{/items}}{{#verbatim}}<div class="verbatim">{{text}}</div>
        {{/verbatim}}{{/blocks}}
        """

    /// As plain text.
    func text() -> String {
        var text = title + "\n" + String(repeating: "=", count: title.count) + "\n"
        for block in blocks {
            switch block {
            case .heading(let line):
                text += "\n" + line + "\n" + String(repeating: "-", count: line.count) + "\n"
            case .subheading(let line): text += "\n" + line + "\n"
            case .paragraph(let line), .link(let line, _): text += "\n" + Self.wrapped(line, hang: "")
            case .facts(let rows):
                text += "\n"
                for row in rows { text += Self.wrapped("\(row.name): \(row.value)", hang: "  ") }
            case .items(let lines):
                text += "\n"
                for line in lines { text += Self.wrapped("* " + line, hang: "  ") }
            case .verbatim(let lines):
                text += "\n"
                for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
                    text += line.isEmpty ? "\n" : "    \(line)\n"
                }
            }
        }
        return text
    }

    /// A line broken at blanks; a word that is too long stays whole.
    private static func wrapped(_ line: String, hang: String) -> String {
        var result = ""
        var current = ""
        for word in line.split(whereSeparator: \.isWhitespace) {
            if !current.isEmpty, current.count + 1 + word.count > width {
                result += current + "\n"
                current = hang + word
            } else {
                current += current.isEmpty ? String(word) : " " + word
            }
        }
        return current.isEmpty ? result : result + current + "\n"
    }
}
