/// Finds references to people on LinkedIn in one text.
struct ProfileReader {
    private let text: DisguisedText
    /// No link to a person has as many parts or as long ones; without a bound, a text that repeats the host
    /// would be read to its end again and again.
    private static let longestPath = 8
    private static let longestPart = 400

    init(_ text: String) {
        self.text = DisguisedText(text)
    }

    /// What a reference says: the way and the canonical slug.
    typealias Found = (kind: ProfileReference.Kind, slug: String)

    /// Whether the text is one word, spaces around it aside.
    var isOneWord: Bool {
        let words = text.scalars.split { $0.properties.isWhitespace }
        return words.count == 1 && words[0].first != "{" && words[0].first != "["
    }

    /// The first reference that stands anywhere in the text.
    func firstReference() -> Found? {
        for index in text.letters.indices {
            switch text.letters[index] {
            case UInt8(ascii: "l"), UInt8(ascii: "1"), UInt8(ascii: "i"), UInt8(ascii: "|"):
                guard isHostBoundary(before: index), let path = endOfHost(at: index) else { continue }
                if let found = path.isShort ? shortLink(at: path.end) : person(at: path.end) { return found }
            case UInt8(ascii: "u"):
                if text.stands("urn:li:", at: index), let found = urn(at: index + 7) { return found }
            default: continue
            }
        }
        return nil
    }

    /// A path without its host, as exports shorten it (`/in/ada`, `linkedin/in/ada`), or a bare member hash.
    func barePath() -> Found? {
        guard isOneWord else { return nil }
        let start = text.scalars.prefix { $0.properties.isWhitespace }.count
        if let hash = memberHash(segment(from: start)) { return (.member, hash) }
        if let index = text.letters.indices.first(where: { text.stands("linkedin/", at: $0) }) {
            return person(at: index + 8)
        }
        guard text.stands("in/", at: start) || text.stands("/in/", at: start) else { return nil }
        return person(at: start)
    }

    // MARK: Hosts

    /// Nothing before, or something that ends another word: `/`, `.`, `@`, a space, a letter of another script.
    private func isHostBoundary(before index: Int) -> Bool {
        guard index > 0 else { return true }
        switch text.letters[index - 1] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            return false
        default: return true
        }
    }

    /// The index of the slash after a host of LinkedIn that begins at an index, or nil.
    private func endOfHost(at index: Int) -> (end: Int, isShort: Bool)? {
        for (host, isShort) in [("linkedin.com", false), ("linkedin.cn", false), ("lnkd.in", true)] {
            guard passes(for: host, at: index) else { continue }
            var end = index + host.utf8.count
            if letter(end) == UInt8(ascii: "."), isSlash(end + 1) { end += 1 }
            if letter(end) == UInt8(ascii: ":") {
                end += 1
                while end < index + 32, let digit = letter(end), digit &- 0x30 < 10 { end += 1 }
            }
            return isSlash(end) ? (end, isShort) : nil
        }
        return nil
    }

    /// Whether what stands at an index is a host or is spelled to be taken for it: l, i, 1 and | for each
    /// other, 0 for o.
    private func passes(for host: String, at index: Int) -> Bool {
        guard index + host.utf8.count <= text.letters.count else { return false }
        return zip(host.utf8, text.letters[index...]).allSatisfy { wanted, found in
            switch wanted {
            case UInt8(ascii: "l"), UInt8(ascii: "i"): "li1|".utf8.contains(found)
            case UInt8(ascii: "o"): found == wanted || found == UInt8(ascii: "0")
            default: found == wanted
            }
        }
    }

    // MARK: Paths

    /// The person that a path refers to.
    private func person(at start: Int) -> Found? {
        let path = segments(from: start)
        var names = path.map { text.lowercased($0) }[...]
        while let first = names.first, ["comm", "mwlite", "mobile", "m"].contains(first) {
            names = names.dropFirst()
        }
        guard let first = names.first, let next = names.dropFirst().first else { return nil }
        let last = path[names.startIndex + 1]
        switch first {
        case "in":
            if let hash = memberHash(last) { return (.member, hash) }
            return slug(last).map { (.publicProfile, $0) }
        case "pub" where next != "dir":
            let rest = path[(names.startIndex + 1)...].compactMap { slug($0) }
            return rest.isEmpty ? nil : (.formerProfile, rest.joined(separator: "/"))
        case "sales" where ["lead", "people", "profile"].contains(next):
            return toolPage(path.dropFirst(names.startIndex + 2).first)
        case "talent":
            guard let at = names.lastIndex(of: "profile") else { return nil }
            return toolPage(path.dropFirst(at + 1).first)
        case "recruiter" where !["search", "smartsearch", "projects", "jobs"].contains(next):
            return toolPage(next == "profile" ? path.dropFirst(names.startIndex + 2).first : last)
        case "profile" where next == "view":
            return viewedMember(after: last.upperBound)
        default: return nil
        }
    }

    private func toolPage(_ range: Range<Int>?) -> Found? {
        guard let range else { return nil }
        if let hash = memberHash(range) { return (.tool, hash) }
        return slug(range).map { (.tool, $0) }
    }

    /// The member of `/profile/view?id=…`, the link of the years before 2013.
    private func viewedMember(after start: Int) -> Found? {
        var index = start
        while index < start + Self.longestPart, let letter = letter(index), letter != UInt8(ascii: " ") {
            if text.stands("id=", at: index), let id = slug(segment(from: index + 3)) {
                return (.member, memberHash(segment(from: index + 3)) ?? "member:" + id)
            }
            index += 1
        }
        return nil
    }

    private func shortLink(at start: Int) -> Found? {
        guard let code = segments(from: start).first, slug(code) != nil else { return nil }
        return (.shortLink, "lnkd.in/" + text.spelled(code))
    }

    /// The person behind a URN, after its `urn:li:`; companies, posts and the like are no persons.
    private func urn(at start: Int) -> Found? {
        let kinds = [
            "member:", "person:", "lead:", "profile:", "fs_salesprofile:", "fs_miniprofile:", "fs_profile:",
            "fs_memberprofile:", "fsd_profile:", "memberidentity:", "salesprofile:",
        ]
        guard let kind = kinds.first(where: { text.stands($0, at: start) }) else { return nil }
        var index = start + kind.utf8.count
        if letter(index) == UInt8(ascii: "(") { index += 1 }
        let range = segment(from: index)
        if let hash = memberHash(range) { return (.member, hash) }
        return slug(range).map { (.member, "member:" + $0) }
    }

    // MARK: Segments

    /// The names between the slashes of a path, empty ones left out.
    private func segments(from start: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var index = start
        let last = min(text.letters.count, start + Self.longestPath * Self.longestPart)
        while index < last, result.count < Self.longestPath {
            if isSlash(index) {
                index += 1
                continue
            }
            let range = segment(from: index)
            if range.isEmpty { break }
            result.append(range)
            index = range.upperBound
            guard isSlash(index) else { break }
        }
        return result
    }

    /// The rest of a name of a path, up to a slash, a query, or what cannot be part of a link.
    private func segment(from index: Int) -> Range<Int> {
        let start = min(index, text.letters.count)
        let last = min(text.letters.count, start + Self.longestPart)
        var end = start
        while end < last, !isSlash(end), !text.scalars[end].properties.isWhitespace,
            !"?#&\"'<>()[]{}|,;".unicodeScalars.contains(text.scalars[end])
        {
            end += 1
        }
        return start..<end
    }

    /// A name in lower case without the full stops and colons of the sentence around it; nil if nothing is left.
    private func slug(_ range: Range<Int>) -> String? {
        var name = text.lowercased(range)[...]
        while let last = name.last, ".:!*…".contains(last) { name = name.dropLast() }
        return name.contains { $0.isLetter || $0.isNumber } ? String(name) : nil
    }

    /// LinkedIn's own hash of a member: `ACw` or `ACo` and at least ten more of A–Z, a–z, 0–9, - and _.
    private func memberHash(_ range: Range<Int>) -> String? {
        let name = text.spelled(range)
        guard name.hasPrefix("ACwAA") || name.hasPrefix("ACoAA"), name.utf8.count >= 13,
            name.utf8.allSatisfy({ byte in
                (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F
            })
        else { return nil }
        return name
    }

    private func letter(_ index: Int) -> UInt8? {
        text.letters.indices.contains(index) ? text.letters[index] : nil
    }

    private func isSlash(_ index: Int) -> Bool {
        letter(index) == UInt8(ascii: "/") || letter(index) == UInt8(ascii: "\\")
    }
}
