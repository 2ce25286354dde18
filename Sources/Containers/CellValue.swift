/// The text of a cell, out of what stands in the sheet.
struct CellValue {
    let texts: SharedTexts
    let formats: CellFormats
    let isSince1904: Bool

    /// The text that a reader of the sheet would mean.
    ///
    /// - Parameters:
    ///   - kind: the attribute `t`: `s` shared, `b` truth, `n` number (ECMA-376 part 1, section 18.18.11).
    ///   - style: the attribute `s`, a number among the styles.
    /// - Returns: nil for a shared text that is not there.
    func text(_ bytes: [UInt8], kind: String, style: Int?) -> String? {
        if bytes.isEmpty { return "" }
        switch kind {
        case "s":
            return Int(String(decoding: bytes, as: UTF8.self)).flatMap { texts[$0] }
        case "b":
            return bytes == [UInt8(ascii: "0")] ? "FALSE" : "TRUE"
        case "n":
            let number = String(decoding: bytes, as: UTF8.self)
            return style.flatMap { date(number, style: $0) } ?? Self.plain(number)
        default:
            return EscapedText.decoded(bytes)
        }
    }

    private func date(_ number: String, style: Int) -> String? {
        let format = formats.format(ofStyle: style)
        guard format != .number, let value = Double(number) else { return nil }
        return SerialDate.text(of: value, format: format, isSince1904: isSince1904)
    }

    /// A number as it stands; a whole one without an exponent, since it may be the number of a customer.
    private static func plain(_ number: String) -> String {
        guard number.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }), let value = Double(number),
            value.magnitude < 1e15, value == value.rounded(), let whole = Int64(exactly: value)
        else { return number }
        return String(whole)
    }
}
