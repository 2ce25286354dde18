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
    /// The bytes 0x80 to 0xFF of Mac OS Roman, from Python's `mac_roman`; Foundation on Linux has another table.
    static let macRoman = Array(
        ("\u{C4}\u{C5}\u{C7}\u{C9}\u{D1}\u{D6}\u{DC}\u{E1}\u{E0}\u{E2}\u{E4}\u{E3}"
            + "\u{E5}\u{E7}\u{E9}\u{E8}\u{EA}\u{EB}\u{ED}\u{EC}\u{EE}\u{EF}\u{F1}\u{F3}"
            + "\u{F2}\u{F4}\u{F6}\u{F5}\u{FA}\u{F9}\u{FB}\u{FC}\u{2020}\u{B0}\u{A2}\u{A3}"
            + "\u{A7}\u{2022}\u{B6}\u{DF}\u{AE}\u{A9}\u{2122}\u{B4}\u{A8}\u{2260}\u{C6}\u{D8}"
            + "\u{221E}\u{B1}\u{2264}\u{2265}\u{A5}\u{B5}\u{2202}\u{2211}\u{220F}\u{3C0}\u{222B}\u{AA}"
            + "\u{BA}\u{3A9}\u{E6}\u{F8}\u{BF}\u{A1}\u{AC}\u{221A}\u{192}\u{2248}\u{2206}\u{AB}"
            + "\u{BB}\u{2026}\u{A0}\u{C0}\u{C3}\u{D5}\u{152}\u{153}\u{2013}\u{2014}\u{201C}\u{201D}"
            + "\u{2018}\u{2019}\u{F7}\u{25CA}\u{FF}\u{178}\u{2044}\u{20AC}\u{2039}\u{203A}\u{FB01}\u{FB02}"
            + "\u{2021}\u{B7}\u{201A}\u{201E}\u{2030}\u{C2}\u{CA}\u{C1}\u{CB}\u{C8}\u{CD}\u{CE}"
            + "\u{CF}\u{CC}\u{D3}\u{D4}\u{F8FF}\u{D2}\u{DA}\u{DB}\u{D9}\u{131}\u{2C6}\u{2DC}"
            + "\u{AF}\u{2D8}\u{2D9}\u{2DA}\u{B8}\u{2DD}\u{2DB}\u{2C7}").unicodeScalars)

    /// The text in one of the encodings of tables, with or without a byte order mark.
    func bytes(in encoding: TextEncoding, withMark: Bool = false) -> [UInt8] {
        let marked = withMark ? "\u{FEFF}" + self : self
        switch encoding {
        case .utf8: return Array(marked.utf8)
        case .utf16LittleEndian: return marked.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return marked.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252: return Array(data(using: .windowsCP1252) ?? Data())
        case .macintosh:
            return unicodeScalars.map { scalar in
                scalar.isASCII
                    ? UInt8(scalar.value) : UInt8(0x80 + (Self.macRoman.firstIndex(of: scalar) ?? 0))
            }
        case .latin9:
            let changes: [Unicode.Scalar: UInt8] = [
                "€": 0xA4, "Š": 0xA6, "š": 0xA8, "Ž": 0xB4, "ž": 0xB8, "Œ": 0xBC, "œ": 0xBD, "Ÿ": 0xBE,
            ]
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
