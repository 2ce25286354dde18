import CanonicalJSON
import Foundation
import Testing

@Suite("Members of an object, as they stand")
struct JSONMembersTests {
    private func pairs(_ text: String) throws -> [[String]] {
        try JSONMembers(cutting: Array(text.utf8)).members.map { [$0.name, $0.value] }
    }

    @Test("keep their order, numbers of any kind, and lists as JSON")
    func order() throws {
        let text = #"""
             { "z" : "ä\u00e4\n", "a":1.50 , "b":-1e400,"c":[1, {"d":"]"}],"e":null,"f":false,"":{},"a":2}
            """#
        #expect(
            try pairs(text) == [
                ["z", "ää\n"], ["a", "1.50"], ["b", "-1e400"], ["c", #"[1, {"d":"]"}]"#], ["e", ""],
                ["f", "false"], ["", "{}"], ["a", "2"],
            ])
    }

    @Test(
        "are not found in what is no object",
        arguments: [
            "", "[]", "{", "{}x", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":01}"#, #"{"a":1.}"#,
            #"{"a":+1}"#,
            #"{"a":nul}"#, #"{"a":"\q"}"#, #"{"a":"\ud800"}"#, "{\"a\":\"\t\"}", #"{"a":[1 2]}"#, #"{a:1}"#,
            "{\"a\":\"",
            "{\"a\":\"\\", "{\"a\":-}", "{\"a\":[}]}", "{\"a\":1e}",
        ])
    func refuses(text: String) {
        #expect(throws: JSONMembers.ReadingError.self) { try pairs(text) }
    }

    @Test("that are damaged are named by their line")
    func lines() {
        let error = #expect(throws: JSONMembers.ReadingError.self) { try pairs("{\n\"a\":1,\n\"b\":x}") }
        #expect(error?.line == 3)
    }

    /// The library lets a comma pass before a bracket that closes; RFC 8259 does not.
    @Test("are found in what the library takes for JSON, but for commas too many", arguments: 0..<4)
    func agrees(seed: UInt64) {
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let seeds = [
            #"{"a":"x\n","b":[1.5e3,{"c":null}],"d":true}"#, #"{"é":-0,"k":{"l":[[],{}]},"m":"\u00e4"}"#,
        ]
        let signs = Array(#"{}[]",:\0123eE+-.tfn u"#.utf8)
        for round in 0..<3000 {
            var bytes = Array(seeds[round % 2].utf8)
            for _ in 0...random(2) {
                let at = random(bytes.count)
                switch random(3) {
                case 0: bytes.remove(at: at)
                case 1: bytes[at] = signs[random(signs.count)]
                default: bytes.insert(signs[random(signs.count)], at: at)
                }
            }
            let ours = (try? JSONMembers(cutting: bytes)) != nil
            let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes))) is [String: Any]
            let text = String(decoding: bytes.filter { $0 != 0x20 && $0 != 0x0A }, as: UTF8.self)
            if theirs, text.contains(",}") || text.contains(",]") { continue }
            if ours != theirs { Issue.record("\(String(decoding: bytes, as: UTF8.self)): \(ours)") }
        }
    }
}
