import Foundation
import StrictYAML
import Testing

@Suite("A tree that the build packed")
struct PackedTreeTests {
    /// The files that the program is shipped with, as far as YAML is written there.
    static let shipped: [URL] = {
        var repository = URL(filePath: #filePath)
        for _ in 0..<3 { repository.deleteLastPathComponent() }
        return ["policies", "Sources/Origins/Layouts", "Sources/HandOver/Tools", "Sources/Rights/Texts"]
            .flatMap { folder in
                let place = repository.appending(path: folder)
                let names = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
                return names.filter { $0.hasSuffix(".yaml") }.sorted().map { place.appending(path: $0) }
            }
    }()

    @Test("is what reading its file gives, with every place, for all that is shipped")
    func sameAsRead() throws {
        #expect(Self.shipped.count > 100)
        for file in Self.shipped {
            let text = try String(contentsOf: file, encoding: .utf8)
            let read = try YAMLDocument.parse(text, file: "a.yaml")
            let unpacked = try YAMLDocument.parse(text, file: "a.yaml", packed: read.packed)
            #expect(told(unpacked) == told(read), "\(file.lastPathComponent)")
        }
    }

    @Test("shows the line of the file in its errors, as one that was read does")
    func errors() throws {
        let text = "a: 1\r\nbird: [owl, \"größe\"]\n"
        let read = try YAMLDocument.parse(text, file: "a.yaml", firstLine: 3)
        let unpacked = try YAMLDocument.parse(text, file: "a.yaml", firstLine: 3, packed: read.packed)
        let errors = try [read, unpacked].map { try $0.mapping().required("bird").list()[1].error("no bird") }
        #expect(errors[0] == errors[1])
        #expect(errors[0].sourceLine == "bird: [owl, \"größe\"]")
        #expect(try unpacked.error("x").sourceLine == "a: 1")
    }

    @Test("that is cut off or garbled is not used: the file is read instead, and nothing traps")
    func garbled() throws {
        let text = "a: [1, {b: \"c\"}, long text]\nd: >-\n  more\n  words\n"
        let read = try YAMLDocument.parse(text, file: "a.yaml")
        let packed = Array(read.packed.utf8)
        for length in 0..<packed.count {
            let cut = String(decoding: packed[..<length], as: UTF8.self)
            #expect(told(try YAMLDocument.parse(text, file: "a.yaml", packed: cut)) == told(read))
        }
        for place in packed.indices {
            for byte: UInt8 in [0, 0x30, 0x4F, 0x50, 0x6F, 0x70, 0x71, 0x73, 0x6D, 0x7F] {
                var other = packed
                other[place] = byte
                _ = try YAMLDocument.parse(
                    text, file: "a.yaml", packed: String(decoding: other, as: UTF8.self))
            }
        }
        let deep = String(repeating: "s111", count: 100_000)
        #expect(told(try YAMLDocument.parse(text, file: "a.yaml", packed: deep)) == told(read))
    }

    /// Everything that can be seen of a value.
    private func told(_ node: YAMLNode) -> String {
        let place = "\(node.line):\(node.column)"
        return switch node.kind {
        case .scalar(let text, let isPlain): "\(place)\(isPlain ? "plain" : "quoted")\(text.debugDescription)"
        case .sequence(let items): "\(place)[\(items.map(told).joined(separator: ","))]"
        case .mapping(let pairs):
            "\(place){\(pairs.map { told($0.key) + "=" + told($0.value) }.joined(separator: ","))}"
        }
    }
}
