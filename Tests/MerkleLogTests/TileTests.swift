import Cryptography
import MerkleLog
import Testing

@Suite("A tile")
struct TileTests {
    struct Paths: Decodable {
        struct Case: Decodable {
            enum Level: Decodable {
                case number(Int), entries

                init(from decoder: any Decoder) throws {
                    let container = try decoder.singleValueContainer()
                    self = (try? container.decode(Int.self)).map { .number($0) } ?? .entries
                }
            }
            let level: Level
            let index: UInt64
            let width: Int
            let path: String
        }
        let paths: [Case]
        let invalid: [String]
    }

    @Test("has the path of C2SP tlog-tiles, there and back")
    func paths() throws {
        let vectors = try Fixture.decode("tile-paths/paths.json", as: Paths.self)
        #expect(vectors.paths.count == 13)
        for vector in vectors.paths {
            if case .number(let level) = vector.level {
                let coordinate = try #require(
                    TileCoordinate(level: level, index: vector.index, width: vector.width))
                #expect(coordinate.path == vector.path)
                #expect(TileCoordinate(path: vector.path) == coordinate)
                #expect(TileCoordinate(entriesPath: vector.path) == nil)
            } else {
                let coordinate = try #require(
                    TileCoordinate(level: 0, index: vector.index, width: vector.width))
                #expect(coordinate.entriesPath == vector.path)
                #expect(TileCoordinate(entriesPath: vector.path) == coordinate)
                #expect(TileCoordinate(path: vector.path) == nil)
            }
        }
        #expect(vectors.invalid.count == 9)
        for path in vectors.invalid { #expect(TileCoordinate(path: path) == nil, "\(path)") }
    }

    @Test(
        "refuses other spellings of a path",
        arguments: [
            "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile/0/000/", "/tile/0/000", "tile/0/000.p",
            "tile/0/000.p/",
            "tile/0/000.p/256", "tile/0/000.p/-1", "tile/0/000.p/+1", "tile/0/000.q/1", "tile/0/x000/001",
            "tile/0/001/002",
            "tile/0/x001/x002", "tile/0/y001/002", "tile/0/xx01/002", "tile/0/0x01", "tile/+0/000",
            "tile/ 0/000",
            "tile/0/٠٠١", "tile/0/000.p/1/2", "tile/0/.p/1", "tile/.p/1", "Tile/0/000",
            "tile/0/x018/x446/x744/x073/x709/x551/616", "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
        ])
    func refusesPaths(path: String) {
        #expect(TileCoordinate(path: path) == nil)
    }

    @Test("may stand at the very last index")
    func lastIndex() throws {
        let coordinate = try #require(TileCoordinate(level: 63, index: .max, width: 1))
        #expect(coordinate.path == "tile/63/x018/x446/x744/x073/x709/x551/615.p/1")
        #expect(TileCoordinate(path: coordinate.path) == coordinate)
    }

    @Test("has a level of 0 to 63 and a width of 1 to 256")
    func ranges() {
        for (level, width) in [(-1, 1), (64, 1), (0, 0), (0, -1), (0, 257), (Int.min, Int.max)] {
            #expect(TileCoordinate(level: level, index: 0, width: width) == nil)
        }
    }

    @Test("is read from exactly as many bytes as its width says")
    func parses() throws {
        let coordinate = try #require(TileCoordinate(level: 0, index: 3, width: 2))
        let hashes = [TreeHash.leaf([1]), TreeHash.leaf([2])]
        let bytes = hashes.flatMap(\.bytes)
        let tile = try Tile(parsing: bytes, coordinate: coordinate)
        #expect(tile.hashes == hashes)
        #expect(tile.bytes == bytes)
        for wrong in [[], Array(bytes.dropLast()), bytes + [0], bytes + bytes] {
            let error = #expect(throws: TileError.self) { try Tile(parsing: wrong, coordinate: coordinate) }
            #expect(error?.code == .wrongLength)
            #expect(error?.path == "tile/0/003.p/2")
        }
    }
}
