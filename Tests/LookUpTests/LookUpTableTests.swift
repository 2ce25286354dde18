import Cryptography
import Files
import Foundation
import LookUp
import Testing
import Workers

@Suite("Look-up files")
struct LookUpTableTests {
    let folder: URL
    let key = HMACKey(Array("key of the test".utf8))

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "look-up-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var path: String { folder.appending(path: "table").path }

    private func key(_ number: Int) -> LookUpKey { LookUpKey(SHA256.digest(of: Array("\(number)".utf8))) }

    /// Writes a table of some numbers, each filed under the digest of its text.
    private func write(_ numbers: Range<Int>) throws {
        let writer = try BlockFileWriter(path: path, token: "t")
        let table = try LookUpTableWriter(writer, atMost: numbers.count)
        for (key, number) in numbers.map({ (key($0), $0) }).sorted(by: { $0.0 < $1.0 }) {
            try table.append(key, UInt32(number))
        }
        try table.finish()
        try writer.commit(binding: Array("of the test".utf8), key: self.key)
    }

    private func open() throws -> LookUpTable {
        try #require(try LookUpTable(BlockFile(path: path, key: key), entries: 0, directory: 1))
    }

    private func gone() { try? FileManager.default.removeItem(at: folder) }

    @Test("find every number and nothing else", arguments: [0, 1, 7, 8, 9, 300, 5000])
    func finds(count: Int) throws {
        defer { gone() }
        try write(0..<count)
        let table = try open()
        #expect(table.count == count)
        let keys = (0..<(2 * count + 10)).map { key($0) }
        var hits = [LookUpHit](repeating: LookUpHit(), count: keys.count)
        unsafe keys.withUnsafeBufferPointer { keys in
            unsafe hits.withUnsafeMutableBufferPointer { unsafe table.find(keys, into: $0) }
        }
        #expect(hits.prefix(count).map(\.number) == (0..<count).map { UInt32($0) })
        #expect(hits.dropFirst(count).allSatisfy { $0 == LookUpHit() })
        #expect(Set(hits.prefix(count).map(\.place)) == Set((0..<count).map { UInt32($0) }))
        for (key, hit) in zip(keys, hits).prefix(count) {
            #expect(table.find(key) == hit)
            #expect(table.entry(at: Int(hit.place))?.key == key)
        }
    }

    @Test("say which state they are of, and open under their key alone")
    func binding() throws {
        defer { gone() }
        try write(0..<10)
        #expect(try BlockFile(path: path, key: key).binding == Array("of the test".utf8))
        #expect(throws: BlockFileFault.damaged) { try BlockFile(path: path, key: HMACKey([1])) }
        #expect(throws: BlockFileFault.missing) { try BlockFile(path: path + "x", key: key) }
        #expect(PrivateFile.permissions(path) == 0o600)
    }

    @Test("never answer from a bit that was flipped, wherever it is")
    func flips() throws {
        defer { gone() }
        try write(0..<2000)
        let whole = try Data(contentsOf: URL(filePath: path))
        let keys = (0..<4000).map { key($0) }
        let truth = (0..<4000).map { $0 < 2000 ? UInt32($0) : LookUpHit.absent }
        var generator = SystemRandomNumberGenerator()
        var (refused, hidden) = (0, 0)
        for _ in 0..<400 {
            var bytes = whole
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            try bytes.write(to: URL(filePath: path))
            guard let file = try? BlockFile(path: path, key: key) else {
                refused += 1
                continue
            }
            let table = try #require(LookUpTable(file, entries: 0, directory: 1))
            let found = keys.map { table.find($0).number }
            #expect(zip(found, truth).allSatisfy { $0 == $1 || $0 == LookUpHit.unreadable }, "byte \(place)")
            let isSeen = found.contains(LookUpHit.unreadable)
            #expect(isSeen == file.isDamaged)
            if isSeen { hidden += 1 }
            #expect(!file.isWhole() || !isSeen)
        }
        #expect(refused > 10 && hidden > 10, "\(refused) files were refused, \(hidden) had a damaged part")
    }

    @Test("are refused when they are cut or grown", arguments: [-40_000, -4096, -1, 1, 4096])
    func cuts(by change: Int) throws {
        defer { gone() }
        try write(0..<2000)
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes = change < 0 ? bytes.dropLast(-change) : bytes + Data(count: change)
        try bytes.write(to: URL(filePath: path))
        #expect(throws: BlockFileFault.damaged) { try BlockFile(path: path, key: key) }
    }

    @Test(
        "sort more records than memory holds, whether their keys are spread or lie side by side",
        arguments: [0, 1, 10, 1000, 20_000], [(500, 1), (500, 2), (UInt64.max, 1), (UInt64.max, 2)])
    func sorts(count: Int, drawn: (below: UInt64, threads: Int)) throws {
        defer { gone() }
        let sorter = RecordSorter(
            recordSize: 3, memory: 24 * 300, folder: folder.path, workers: Workers(drawn.threads))
        var generator = SystemRandomNumberGenerator()
        var records: [[UInt64]] = []
        for place in 0..<count {
            let record = [
                UInt64.random(in: 0..<drawn.below, using: &generator), UInt64.random(in: 0...3),
                UInt64(place),
            ]
            records.append(record)
            try sorter.add(record.span)
        }
        #expect(sorter.count == count)
        var found: [[UInt64]] = []
        try sorter.forEach { found.append(Array($0)) }
        #expect(
            found.map { Array($0.prefix(2)) }
                == records.map { Array($0.prefix(2)) }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
        #expect(found.sorted { $0[2] < $1[2] } == records)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("say of a tag that it is surely not there, and never so of one that is")
    func filter() throws {
        defer { gone() }
        let tags = (0..<3000).map { SHA256.digest(of: Array("\($0)".utf8)) }
        var builder = TagFilterBuilder(atMost: 1500)
        for tag in tags.prefix(1500) { builder.add(tag.bytes) }
        let writer = try BlockFileWriter(path: path, token: "t")
        try builder.write(to: writer)
        try writer.commit(binding: [], key: key)
        let filed = try #require(try TagFilter(BlockFile(path: path, key: key), section: 0))
        for filter in [TagFilter(builder), filed] {
            #expect(tags.prefix(1500).allSatisfy(filter.mayHold))
            #expect(tags.dropFirst(1500).count(where: filter.mayHold) < 30)
        }
    }
}
