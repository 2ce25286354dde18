import HTTPRequests

extension HTTPAnswer {
    /// The size that a witness says it knows: status 409 and a number in one line (C2SP tlog-witness).
    var knownSize: UInt64? {
        guard status == 409, contentType == "text/x.tlog.size", content.last == UInt8(ascii: "\n") else {
            return nil
        }
        let digits = String(decoding: content.dropLast(), as: UTF8.self)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits == "0" || !digits.hasPrefix("0")
        else { return nil }
        return UInt64(digits)
    }
}
