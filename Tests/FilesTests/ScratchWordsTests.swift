import Files
import Testing

@Suite("Words in a nameless file")
struct ScratchWordsTests {
    @Test("are 0 at first, and then what was set")
    func words() throws {
        let folder = try ScratchFolder()
        let words = try #require(ScratchWords(count: 100_000, in: folder.path))
        #expect(words.count == 100_000)
        #expect((0..<words.count).allSatisfy { words[$0] == 0 })
        for index in 0..<words.count { words[index] = ~UInt64(index) }
        #expect((0..<words.count).allSatisfy { words[$0] == ~UInt64($0) })
        #expect(try Folder.names(in: folder.path).isEmpty)
    }

    @Test("cannot be made where there is no folder, of nothing, or of more than there is room for")
    func refused() throws {
        let folder = try ScratchFolder()
        #expect(ScratchWords(count: 10, in: folder.path + "/nowhere") == nil)
        #expect(ScratchWords(count: 0, in: folder.path) == nil)
        #expect(ScratchWords(count: -1, in: folder.path) == nil)
        #expect(ScratchWords(count: .max, in: folder.path) == nil)
        #expect(ScratchWords(count: .max / 16, in: folder.path) == nil)
    }
}
