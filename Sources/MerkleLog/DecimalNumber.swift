/// Decimal numbers as the C2SP formats write them: ASCII digits, no sign, no leading zero.
enum DecimalNumber {
    /// Reads a number that has exactly one spelling; `nil` for anything else or over 2^64 - 1.
    static func parse(_ text: ArraySlice<UInt8>) -> UInt64? {
        guard text.count == 1 || text.first != UInt8(ascii: "0") else { return nil }
        return digits(text)
    }

    /// Reads digits, leading zeros allowed; `nil` for none, for anything else or over 2^64 - 1.
    static func digits(_ text: ArraySlice<UInt8>) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var number: UInt64 = 0
        for digit in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (shifted, overflowed) = number.multipliedReportingOverflow(by: 10)
            let (sum, carried) = shifted.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
            guard !overflowed, !carried else { return nil }
            number = sum
        }
        return number
    }
}
