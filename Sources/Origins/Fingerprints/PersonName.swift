/// How a person is called, in the forms in which names of two lists are compared.
///
/// The order of the words makes no difference, for first and last names are swapped as often as not. Titles,
/// credentials, emoji and what stands in brackets are no part of a name. Middle names are in one form and not in the
/// other, and a pet name stands for the name that it is short for in a further one.
struct PersonName {
    /// Forms of the name as it stands, at most four; empty if it has no two words of two letters.
    private(set) var forms: [String] = []
    /// The forms with pet names written in full, of names that have one or are one.
    private(set) var fullerForms: [String] = []

    /// A name from its cells.
    ///
    /// - Parameters:
    ///   - first: Cells of given names.
    ///   - last: Cells of family names.
    ///   - full: A cell of the whole name, asked where the others give no name.
    init(first: String, last: String, full: String, vocabulary: PeopleVocabulary) {
        read([first, last], vocabulary)
        if forms.isEmpty, !full.isEmpty { read([full], vocabulary) }
    }

    private mutating func read(_ cells: [String], _ vocabulary: PeopleVocabulary) {
        let parts = cells.flatMap(Self.parts)
        guard !parts.isEmpty else { return }
        let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        for spelling in isPlain ? [PlainSpelling.writtenOut] : PlainSpelling.allCases {
            // Names that a hyphen joins are one: Meyer-Wolf is not Wolf.
            let units = parts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
                .map { unit in
                    spelling.words(of: String(unit))
                        .filter { !vocabulary.titles.contains($0) && $0.utf8.count > 1 }
                }
                .filter { !$0.isEmpty }
            let words = units.flatMap(\.self)
            // Longer than any name, so that a sentence does not become one.
            guard (2...8).contains(words.count), let start = units.first, let end = units.last else {
                continue
            }
            add(words, to: \.forms)
            if units.count > 2 { add(start + end, to: \.forms) }
            let short = units.count > 1 ? start + end : words
            let isOpen = short.contains {
                vocabulary.petNames[$0] != nil || vocabulary.fullNames.contains($0)
            }
            if isOpen { add(short.map { vocabulary.petNames[$0] ?? $0 }, to: \.fullerForms) }
        }
    }

    private mutating func add(_ words: [Substring], to forms: WritableKeyPath<PersonName, [String]>) {
        let form = words.map(Self.softened).sorted().joined(separator: " ")
        if !self[keyPath: forms].contains(form) { self[keyPath: forms].append(form) }
    }

    /// A word in which the ways to write a sound of another script agree: `Yuliya`, `Iuliia` and `Yulia`, `Sergey` and
    /// `Sergei`, `Ksenia` and `Xenia`.
    ///
    /// Names of one script that become one by it (`Maria`, `Marya`) are spellings of one name nearly always.
    private static func softened(_ word: Substring) -> String {
        let bytes = Array(word.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            // y and j as i, one of several; kh as h, ks as x. After a vowel and before e or o they
            // stay: Meyer is not Meier.
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            let isBetween = result.last.map("aeou".utf8.contains) ?? false && "eo".utf8.contains(next)
            let soft = (byte == 0x79 || byte == 0x6A) && !isBetween ? 0x69 : byte
            switch (result.last, soft) {
            case (0x69, 0x69): continue
            case (0x6B, 0x68): result[result.count - 1] = 0x68
            case (0x6B, 0x73): result[result.count - 1] = 0x78
            default: result.append(soft)
            }
        }
        // Yelena and Elena.
        if result.count > 2, result[0] == 0x69, result[1] == 0x65 { result.removeFirst() }
        return String(decoding: result, as: UTF8.self)
    }

    /// The parts of a cell that belong to the name, given name first.
    private static func parts(of cell: String) -> [String] {
        guard cell.utf8.count <= PlainSpelling.longest * 4 else { return [] }
        let (text, hadSlogan) = withoutAsides(cell)
        let pieces = text.split(separator: ",").map { withoutDots($0) }
            .filter { $0.contains { $0.isLetter } }
        guard let first = pieces.first, pieces.count > 1 else { return pieces }
        let rest = Array(pieces.dropFirst())
        // `Jane Doe, PMP` against `Doe, Jane`: what follows a whole name, all in capitals, is a credential.
        if first.split(separator: " ").count > 1 {
            return hadSlogan ? [first] : [first] + rest.filter { !isShouted($0) || isShouted(first) }
        }
        return rest + [first]
    }

    private static func isShouted(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    }

    /// `Ph.D.` as one word; a dot after a word ends it.
    private static func withoutDots(_ text: Substring) -> String {
        var result = String.UnicodeScalarView()
        var dotted = false
        for scalar in text.unicodeScalars {
            if scalar == "." {
                dotted = true
                continue
            }
            let isLetter = scalar.properties.isAlphabetic
            // `J.R.` may be initials and `Dr.Jane` two words: only single letters and abbreviations run together.
            if dotted, !isLetter || runLength(result) > 3 { result.append(" ") }
            dotted = false
            result.append(scalar)
        }
        return String(result)
    }

    /// Letters at the end of a text, up to where a word begins.
    private static func runLength(_ text: String.UnicodeScalarView) -> Int {
        text.reversed().prefix { $0.properties.isAlphabetic }.count
    }

    /// The text without what stands in brackets or quotes, and without slogans: from a bar, a bullet or a dash between
    /// spaces up to the next comma.
    private static func withoutAsides(_ text: String) -> (text: String, hadSlogan: Bool) {
        var kept = String.UnicodeScalarView()
        var depth = 0
        var (isQuoted, isSlogan, hadSlogan) = (false, false, false)
        var before: Unicode.Scalar = " "
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            defer { before = scalar }
            switch scalar {
            case "(", "[", "{", "（", "【", "«": depth += 1
            case ")", "]", "}", "）", "】", "»": depth = max(0, depth - 1)
            case "\"", "“", "”", "„": isQuoted.toggle()
            case "," where depth == 0:
                isSlogan = false
                kept.append(scalar)
            default:
                if depth > 0 || isQuoted || isSlogan { continue }
                let isDash =
                    scalar == "-" && before == " " && index + 1 < scalars.count && scalars[index + 1] == " "
                guard isDash || bars.contains(scalar) else {
                    kept.append(scalar)
                    continue
                }
                // One at the very beginning is an ornament, and a name follows.
                isSlogan = kept.contains { $0.properties.isAlphabetic }
                hadSlogan = hadSlogan || isSlogan
                kept.append(" ")
            }
        }
        return (String(kept), hadSlogan)
    }

    private static let bars: Set<Unicode.Scalar> = ["|", "•", "·", "¦", "/", "\\", "★", "►", "~", "–", "—"]
}
