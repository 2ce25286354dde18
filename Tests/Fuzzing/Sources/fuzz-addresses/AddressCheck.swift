import Consent

/// Reads a text as an address and as a cell of addresses, and holds what comes out against what must always be true.
struct AddressCheck {
    let text: String

    init(_ text: String) { self.text = text }

    func run() {
        if let address = try? EmailAddress(parsing: text) { check(address) }
        do throws(MalformedAddress) {
            let cell = try AddressCell(parsing: text)
            for address in cell.addresses { check(address) }
            precondition(Set(cell.addresses).count == cell.addresses.count, "an address that is there twice")
            precondition(cell.addresses.count <= signs, "an @ that nobody wrote")
            if cell.repairs.isEmpty {
                // Nothing was mended, so it must be an address as it stands.
                precondition(
                    (try? EmailAddress(parsing: text)) == cell.first, "a repair that nobody is told of")
            }
        } catch {
            let reason = String(describing: error)
            precondition(!reason.isEmpty, "an error without words")
        }
    }

    /// How many @ stand in the text, in whatever form is read as one: wide, small, percent-encoded.
    private var signs: Int {
        var count = 0
        var last: (UInt32, UInt32) = (0, 0)
        for scalar in text.unicodeScalars {
            // Width and typeface of letters, digits and the percent sign do not matter.
            let value = scalar.properties.generalCategory == .format ? nil : Self.plain(scalar)
            guard let value else { continue }
            if value == 0x40 || last == (0x25, 0x34) && value == 0x30 { count += 1 }
            last = (last.1, value)
        }
        return count
    }

    private static func plain(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0xFE6B: 0x40
        case 0xFE6A: 0x25
        case 0xFF01...0xFF5E: scalar.value - 0xFEE0
        default:
            scalar.properties.numericType == nil
                ? scalar.value : scalar.properties.numericValue.map { 0x30 + UInt32(max(0, min(9, $0))) }
        }
    }

    private func check(_ address: EmailAddress) {
        let normal = address.normalized
        precondition((try? EmailAddress(parsing: normal)) == address, "an address that reads as another")
        precondition(normal.utf8.count <= 254 && normal.utf8.count { $0 == UInt8(ascii: "@") } == 1)
        precondition(!address.localPart.isEmpty && address.localPart.utf8.count <= 64)
        precondition(address.domain.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a domain that is no A-label")
        precondition(
            normal.unicodeScalars.allSatisfy { $0.value > 0x20 && !$0.properties.isWhitespace },
            "an address with a space")
        precondition(!address.description.isEmpty)
    }
}
