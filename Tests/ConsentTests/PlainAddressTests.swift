import Consent
import Foundation
import Testing

@Suite("An address out of bytes")
struct PlainAddressTests {
    /// How a reading differs from that of the text; nil if it does not.
    private static func difference(_ text: String, with reader: inout PlainAddressReader) -> String? {
        let bytes = Array(text.utf8)
        var output: [UInt8] = [1, 2, 3]
        let reading = reader.read(bytes.span, into: &output)
        guard output.starts(with: [1, 2, 3]) else { return "what stood there before" }
        let normalized = Array(output.dropFirst(3))
        let cell: AddressCell
        do throws(MalformedAddress) {
            cell = try AddressCell(parsing: text)
        } catch {
            switch reading {
            case .notPlain: return normalized.isEmpty ? nil : "left bytes behind"
            case .malformed(let reason) where reason == error.reason:
                return normalized.isEmpty ? nil : "left bytes behind"
            default: return "\(reading), and not malformed as \(error.reason)"
            }
        }
        switch reading {
        case .notPlain: return normalized.isEmpty ? nil : "left bytes behind"
        case .malformed(let reason): return "malformed as \(reason)"
        case .address(let address): return difference(address, normalized, from: cell)
        }
    }

    private static func difference(
        _ address: PlainAddress, _ normalized: [UInt8], from cell: AddressCell
    ) -> String? {
        let expected = cell.first
        guard cell.others.isEmpty, normalized == Array(expected.normalized.utf8) else {
            return "other address"
        }
        guard cell.repairs == Set(address.repair.map { [$0] } ?? []) else { return "repairs" }
        guard address.mailbox == Mailbox(of: expected) else { return "mailbox" }
        guard address.length == normalized.count else { return "length" }
        guard address.localLength == expected.localPart.utf8.count else { return "local part" }
        var loose: [UInt8] = []
        address.appendWithoutTag(of: normalized.span, to: &loose)
        guard loose == Array(expected.withoutTag.utf8) else { return "without tag" }
        guard address.hasTag == (expected.withoutTag != expected.normalized) else { return "tag" }
        loose.removeAll()
        let isDotless = address.appendDotlessMailbox(of: normalized.span, to: &loose)
        guard isDotless == (expected.dotlessMailbox != nil) else { return "dotless" }
        return loose == Array((expected.dotlessMailbox ?? "").utf8) ? nil : "dotless mailbox"
    }

    @Test("is that of the text, or is left to the text", arguments: 0..<8)
    func random(seed: UInt64) {
        var cells = RandomCells(seed: seed)
        var reader = PlainAddressReader()
        for _ in 0..<8_000 {
            let cell = cells.cell()
            if let difference = Self.difference(cell, with: &reader) {
                Issue.record("\(difference): \(cell.debugDescription)")
            }
        }
    }

    @Test("is that of the text for the cases of others")
    func published() throws {
        var reader = PlainAddressReader()
        let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "TestSupport/Samples")
        let lists = try FileManager.default.contentsOfDirectory(atPath: samples.path).sorted().map {
            String(decoding: try Data(contentsOf: samples.appending(path: $0)), as: UTF8.self)
        }
        let cells = lists.flatMap { $0.split { $0 == "," || $0.isNewline || $0 == ";" }.map(String.init) }
        #expect(cells.count > 1_000)
        for cell in try IsEmailCase.all().map(\.address) + cells {
            if let difference = Self.difference(cell, with: &reader) {
                Issue.record("\(difference): \(cell.debugDescription)")
            }
        }
    }

    @Test(
        "is read where lists hold it as usual",
        arguments: [
            ("ada@example.org", "ada@example.org"),
            (" Ada.Lovelace@Example.ORG\t", "ada.lovelace@example.org"),
            ("a_b-c+x@gmail.com", "a_b-c+x@gmail.com"), ("ada@münchen.de", "ada@xn--mnchen-3ya.de"),
            ("Ada@MÜNCHEN.de", "ada@xn--mnchen-3ya.de"), ("ada@XN--mnchen-3ya.de", "ada@xn--mnchen-3ya.de"),
            ("4711@x.co.uk", "4711@x.co.uk"), ("ada@example.org.", "ada@example.org"),
            ("no-reply@ab--cd.org\r\n", "no-reply@ab--cd.org"),
        ])
    func taken(cell: String, normalized: String) {
        var reader = PlainAddressReader()
        // The second time the domain is remembered.
        for _ in 0..<2 {
            var output: [UInt8] = []
            let reading = reader.read(Array(cell.utf8).span, into: &output)
            if case .address = reading {} else { Issue.record("\(reading)") }
            #expect(String(decoding: output, as: UTF8.self) == normalized)
            #expect(Self.difference(cell, with: &reader) == nil)
        }
    }

    @Test(
        "is told to be none where that leaves no doubt",
        arguments: [
            ("", .empty), (" \t", .empty), ("ada.example.org", .noAtSign), ("a da@x.org", .noAtSign),
            ("n  a", .noAtSign), ("a. da @x.org", .noAtSign),
            ("ada@@example.org", .severalAtSigns),
            ("@example.org", .noLocalPart), ("ada@", .noDomain), ("ada@localhost", .domainWithoutDot),
            ("ada@gmail..com", .domainNotAName), ("ada@1.2.3.4", .domainNotAName),
            ("a..da@x.org", .misplacedDot),
            (String(repeating: "a", count: 65) + "@x.org", .tooLong),
            ("ada@" + String(repeating: "a.", count: 130) + "org", .tooLong),
        ] as [(String, MalformedAddress.Reason)])
    func malformed(cell: String, reason: MalformedAddress.Reason) {
        var reader = PlainAddressReader()
        var output: [UInt8] = []
        #expect(reader.read(Array(cell.utf8).span, into: &output) == .malformed(reason))
        #expect(Self.difference(cell, with: &reader) == nil)
    }

    @Test(
        "knows the mailbox of every name",
        arguments: ["info", "hr", "noreply", "mailer-daemon", "administrator", "ada"])
    func mailboxes(name: String) throws {
        var reader = PlainAddressReader()
        for cell in [name, name + "+x", name.uppercased(), "+" + name, name + "s"] {
            #expect(Self.difference(cell + "@x.org", with: &reader) == nil)
        }
    }

    @Test("is found again among more domains than are remembered")
    func manyDomains() {
        var reader = PlainAddressReader()
        for round in 0..<2 {
            for number in 0..<600 {
                #expect(Self.difference("ada@bücher\(number).de", with: &reader) == nil, "\(round)")
            }
        }
    }
}
