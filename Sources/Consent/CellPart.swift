/// A run of a cell between two separators, cut at its quotes and brackets.
struct CellPart {
    /// Something that stands for itself or within marks.
    enum Piece {
        /// Outside of all marks.
        case text([Unicode.Scalar])
        /// Within double quotes.
        case quoted([Unicode.Scalar])
        /// Within round brackets.
        case comment([Unicode.Scalar])
        /// Within angle brackets.
        case angle([Unicode.Scalar])
    }

    var pieces: [Piece] = []
    /// Whether a comma ended it, which also stands within unquoted names: `Doe, Jane <jane@example.org>`.
    var endsInComma = false

    /// Whether nothing stands in it but spaces.
    var isEmpty: Bool {
        pieces.allSatisfy { if case .text(let text) = $0 { text.allSatisfy { $0 == " " } } else { false } }
    }

    /// The text outside of all marks.
    var text: [Unicode.Scalar] {
        if pieces.count == 1, case .text(let text) = pieces[0] { return text }
        return pieces.flatMap { piece -> [Unicode.Scalar] in
            if case .text(let text) = piece { text } else { [] }
        }
    }
    /// The texts in double quotes.
    var quoted: [[Unicode.Scalar]] {
        pieces.compactMap { if case .quoted(let text) = $0 { text } else { nil } }
    }
    /// The texts in round brackets.
    var comments: [[Unicode.Scalar]] {
        pieces.compactMap { if case .comment(let text) = $0 { text } else { nil } }
    }
    /// The text in angle brackets, if there is one.
    var angle: [Unicode.Scalar]? {
        for case .angle(let text) in pieces { return text }
        return nil
    }

    /// Whether it can be the beginning of an unquoted name that goes on after a comma.
    ///
    /// Letters and the marks of names, and nothing that may be an address in disguise, as `jane at example.org`.
    var isBeginningOfName: Bool {
        guard endsInComma, quoted.isEmpty, comments.isEmpty, angle == nil else { return false }
        let words = text.split(separator: " ")
        return !words.isEmpty
            && words.allSatisfy { word in
                let isName = word.allSatisfy {
                    $0.properties.isAlphabetic || "'-.\u{2019}".unicodeScalars.contains($0)
                }
                let inner = word.split(separator: ".").dropFirst()
                return isName && inner.allSatisfy { $0.count < 2 } && String(word).lowercased() != "at"
            }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        guard case .text(var text) = pieces.last else { return pieces.append(.text([scalar])) }
        // Taken out first, so that the text is not copied for each scalar.
        pieces.removeLast()
        text.append(scalar)
        pieces.append(.text(text))
    }
}

extension String {
    /// The text of some scalars.
    init(_ scalars: some Collection<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let encoded = UTF8.encode(scalar) {
                bytes.append(contentsOf: encoded)
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
