import Foundation
import Tables
import Testing

/// A list of the fixtures, and what the manifest says about it.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let dataRows: Int
    let encoding: String
    let hasByteOrderMark: Bool
    let delimiter: String
    let lineEnding: String
    let headerLine: Int

    var testDescription: String { name }

    /// Whether it is meant to be a table, and one that can be read.
    var isTable: Bool { delimiter != "none" || name.hasSuffix(".csv") }
    var isDamaged: Bool { name == "dirt_unbalanced_quote.csv" }

    /// Records that are not blank and follow the data.
    var footerRows: Int { name == "salesforce_lead_report_footer.csv" ? 3 : 0 }

    /// The delimiter as a byte; a list of one column counts as written with commas.
    var delimiterByte: UInt8 { delimiter == "semicolon" ? UInt8(ascii: ";") : UInt8(ascii: ",") }

    /// The text, without its byte order mark.
    var text: String {
        let encodings: [String: String.Encoding] = [
            "UTF-16LE": .utf16LittleEndian, "Windows-1252": .windowsCP1252,
        ]
        let text = String(bytes: bytes, encoding: encodings[encoding] ?? .utf8) ?? ""
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    static let all: [Sample] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "TestSupport/Samples")
        guard let manifest = try? String(contentsOf: folder.appending(path: "MANIFEST.tsv"), encoding: .utf8)
        else {
            return []
        }
        return manifest.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 15, let data = try? Data(contentsOf: folder.appending(path: fields[0]))
            else {
                return nil
            }
            return Sample(
                name: fields[0], bytes: Array(data), dataRows: Int(fields[5]) ?? -1, encoding: fields[11],
                hasByteOrderMark: fields[12].hasPrefix("yes"), delimiter: fields[13], lineEnding: fields[14],
                headerLine: Int(fields[15]) ?? -1)
        }
    }()
}

extension String {
    /// The text in one of the encodings of tables, with or without a byte order mark.
    func bytes(in encoding: TextEncoding, withMark: Bool = false) -> [UInt8] {
        let marked = withMark ? "\u{FEFF}" + self : self
        switch encoding {
        case .utf8: return Array(marked.utf8)
        case .utf16LittleEndian: return marked.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return marked.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252: return Array(data(using: .windowsCP1252) ?? Data())
        case .macintosh: return Array(data(using: .macOSRoman) ?? Data())
        case .latin9:
            let changes: [Unicode.Scalar: UInt8] = ["€": 0xA4, "Š": 0xA6, "š": 0xA8, "Ž": 0xB4, "ž": 0xB8, "Œ": 0xBC, "œ": 0xBD, "Ÿ": 0xBE]
            return unicodeScalars.map { changes[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
        }
    }
}

extension TextEncoding {
    /// The encodings that show in any text beyond ASCII, without letters that only one of them has.
    static let telling: [TextEncoding] = [.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252]

    /// Whether a byte order mark can be written in it.
    var isUnicode: Bool { ![.windows1252, .latin9, .macintosh].contains(self) }
}
