import Foundation

/// A case of isemail's test set.
struct IsEmailCase {
    let address: String
    let category: String
    let diagnosis: String

    /// Whether isemail finds that mail can be sent to it: everything that RFC 5321 lets pass, whatever DNS says.
    var isValid: Bool { ["VALID_CATEGORY", "DNSWARN", "RFC5321"].contains(category) }

    static func all() throws -> [IsEmailCase] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/isemail-tests.xml")
        return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "<test id=").dropFirst()
            .map { text in
                IsEmailCase(
                    address: Self.unescaped(Self.content(of: "address", in: text)),
                    category: String(Self.content(of: "category", in: text).dropFirst("ISEMAIL_".count)),
                    diagnosis: String(Self.content(of: "diagnosis", in: text).dropFirst("ISEMAIL_".count)))
            }
    }

    private static func content(of element: String, in text: String) -> String {
        guard let start = text.range(of: "<\(element)>"), let end = text.range(of: "</\(element)>") else {
            return ""
        }
        return String(text[start.upperBound..<end.lowerBound])
    }

    /// Entities, and the pictures of control characters that stand for these (note 1 of the file).
    private static func unescaped(_ text: String) -> String {
        var text = text
        while let start = text.range(of: "&#x"), let end = text[start.upperBound...].firstIndex(of: ";"),
            let scalar = UInt32(text[start.upperBound..<end], radix: 16).flatMap(Unicode.Scalar.init)
        {
            text.replaceSubrange(start.lowerBound...end, with: String(scalar))
        }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: entity, with: character)
        }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isPicture = (0x2400...0x2421).contains(scalar.value)
            let control = scalar.value == 0x2421 ? 0x7F : scalar.value - (isPicture ? 0x2400 : 0)
            scalars.append(isPicture ? Unicode.Scalar(control) ?? scalar : scalar)
        }
        return String(scalars)
    }
}
