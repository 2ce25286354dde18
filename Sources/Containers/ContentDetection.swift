/// Tells what a file is by its first bytes; its name is not asked.
enum ContentDetection {
    /// What it is; `plain` for whatever is left.
    ///
    /// - Throws: for kinds that are known and not read: old workbooks, locked ones.
    static func kind(of beginning: Beginning) throws -> ContainerKind {
        let bytes = beginning.bytes
        if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 7, 8]) { return .zip }
        // An archive that begins with its end.
        if bytes.starts(with: [0x50, 0x4B, 5, 6]) { throw ContainerError.noList }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw old(bytes) }
        // Text in UTF-16 without a mark, and everything binary, is left to the reader of tables.
        let text = try Beginning(of: UTF8Input(InMemoryInput(bytes)))
        guard !text.bytes.contains(0) else { return .plain }
        let first = text.bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if isVCard(first) { return .vCard }
        if isMarkup(first) { throw ContainerError.unsupported("a web page or XML, whatever its name says") }
        if isJSON(first) { return .jsonLines }
        return isAddresses(text.bytes, isWhole: beginning.isWhole) ? .addresses : .plain
    }

    /// Old Office files; a workbook with a password lies in the same kind of file.
    private static func old(_ bytes: [UInt8]) -> ContainerError {
        let mark = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let starts = bytes.indices.filter { bytes[$0] == mark[0] }
        if starts.contains(where: { bytes[$0...].starts(with: mark) }) { return .encrypted("workbook") }
        return .unsupported("an old Office file (such as .xls)")
    }

    private static func isVCard(_ text: ArraySlice<UInt8>) -> Bool {
        text.prefix(11).map { $0 & 0xDF }.elementsEqual("BEGIN:VCARD".utf8.map { $0 & 0xDF })
    }

    /// Many programs write their lists as a page and call it .xls.
    private static func isMarkup(_ text: ArraySlice<UInt8>) -> Bool {
        let beginning = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
        return ["<!doctype", "<?xml", "<html", "<head", "<body", "<meta", "<style", "<table"].contains {
            beginning.hasPrefix($0)
        }
    }

    private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
        func next(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            text.dropFirst().drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        }
        switch text.first {
        case UInt8(ascii: "{"):
            return next(text).first == UInt8(ascii: "\"") || next(text).first == UInt8(ascii: "}")
        case UInt8(ascii: "["): return next(text).first == UInt8(ascii: "{")
        default: return false
        }
    }

    /// Whether every line that is whole is one address; a header or a delimiter makes it a table.
    private static func isAddresses(_ text: [UInt8], isWhole: Bool) -> Bool {
        var lines = text.split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }
        if !isWhole, lines.count > 1 { lines.removeLast() }
        var count = 0
        for line in lines {
            // Longer than any address with a name.
            guard line.count <= 1_000 else { return false }
            let line = EncodedText.decoded(line)
            if AddressRows.isPassedOver(line) { continue }
            guard AddressLine(parsing: line) != nil else { return false }
            count += 1
        }
        return count > 0
    }
}
