/// A workbook whose parts are given, with checksums that are right: a fuzzer cannot guess those.
struct StoredWorkbook {
    /// The whole file.
    private(set) var bytes: [UInt8] = []
    private var contents: [UInt8] = []
    private var count: UInt16 = 0

    /// - Parameter parts: The sheet, the shared texts, the styles and the workbook, with a zero byte between them; what is
    ///   missing or empty is as small as it can be.
    init(parts: [UInt8]) {
        let given = parts.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
        add("xl/workbook.xml", given.count > 3 && !given[3].isEmpty ? given[3] : Array(Self.workbook.utf8))
        add("xl/_rels/workbook.xml.rels", Array(Self.relationships.utf8))
        add("xl/worksheets/sheet1.xml", given.first ?? [])
        if given.count > 1, !given[1].isEmpty { add("xl/sharedStrings.xml", given[1]) }
        if given.count > 2, !given[2].isEmpty { add("xl/styles.xml", given[2]) }
        let start = UInt32(bytes.count)
        bytes += contents
        bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        append(count)
        append(count)
        append(UInt32(contents.count))
        append(start)
        bytes += [0, 0]
    }

    private static let workbook = """
        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>
        """

    private static let relationships: String = {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let parts = [
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"),
            ("r3", "styles", "styles.xml"),
        ]
        let all = parts.map { "<Relationship Id=\"\($0)\" Type=\"\(types)\($1)\" Target=\"\($2)\"/>" }
        return "<Relationships>\(all.joined())</Relationships>"
    }()

    private static let headerStart: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
    private static let contentsStart: [UInt8] = [
        0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0,
    ]
    private static let contentsMiddle = [UInt8](repeating: 0, count: 10)

    /// Adds a member that is not compressed.
    private mutating func add(_ name: String, _ part: [UInt8]) {
        let offset = UInt32(bytes.count)
        let checksum = Self.checksum(part)
        for isHeader in [true, false] {
            var entry: [UInt8] = isHeader ? Self.headerStart : Self.contentsStart
            for number in [checksum, UInt32(part.count), UInt32(part.count)] {
                withUnsafeBytes(of: number.littleEndian) { entry += $0 }
            }
            withUnsafeBytes(of: UInt16(name.utf8.count).littleEndian) { entry += $0 }
            entry += [0, 0]
            if !isHeader {
                entry += Self.contentsMiddle
                withUnsafeBytes(of: offset.littleEndian) { entry += $0 }
            }
            entry += name.utf8
            if isHeader { bytes += entry + part } else { contents += entry }
        }
        count += 1
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    /// CRC-32 as in ZIP.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum = UInt32.max
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 {
                let isOdd = checksum & 1 != 0
                checksum >>= 1
                if isOdd { checksum ^= 0xEDB8_8320 }
            }
        }
        return ~checksum
    }
}
