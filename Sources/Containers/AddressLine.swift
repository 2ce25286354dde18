/// One line of a list of addresses: `a@b`, `<a@b>`, `Name <a@b>`, `"Name" <a@b>` or `a@b (Name)`.
struct AddressLine: Hashable, Sendable {
    let address: String
    let name: String

    /// Reads a line; nil if it has another form, or what could set the cells of a table apart.
    init?(parsing line: String) {
        let text = Self.trimmed(line[...])
        if text.last == ">", let open = text.lastIndex(of: "<") {
            let inner = text[text.index(after: open)...].dropLast()
            guard let name = Self.name(Self.trimmed(text[..<open])) else { return nil }
            (address, self.name) = (String(inner), name)
        } else if text.last == ")", let open = text.firstIndex(of: "(") {
            let inner = Self.trimmed(text[text.index(after: open)...].dropLast())
            guard !inner.contains("("), !inner.contains(")"), !inner.contains("@") else { return nil }
            (address, name) = (String(Self.trimmed(text[..<open])), String(inner))
        } else {
            (address, name) = (String(text), "")
        }
        guard Self.isAddress(address) else { return nil }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }

    /// A name before an address: in quotes it may hold anything, bare it may hold nothing that parts cells.
    private static func name(_ text: Substring) -> String? {
        guard text.first == "\"" else {
            return text.contains(where: { ",;\t|\"<>@".contains($0) }) ? nil : String(text)
        }
        guard text.count >= 2, text.last == "\"" else { return nil }
        var name = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if isEscaped || character != "\\" {
                if character == "\"", !isEscaped { return nil }
                name.append(character)
                isEscaped = false
            } else {
                isEscaped = true
            }
        }
        return name
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return !text.contains { $0.isWhitespace || ",;|\"<>()#:".contains($0) }
    }
}
