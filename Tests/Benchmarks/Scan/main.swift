// Measures how fast rows are found, addresses are read and rows are written, beside copying the same bytes.
// Usage: bench-scan [ROWS [ROUNDS]]
//
// Each is run by turns and the best of its rounds counts, for others may use the machine. Exit status 1 if a fast way and
// its plain twin disagree, or if less than 97 % of the addresses are read the fast way.

import Foundation
import Tables

let arguments = CommandLine.arguments
guard arguments.count < 4, let rows = Int(arguments.count > 1 ? arguments[1] : "200000"), rows > 0,
    let rounds = Int(arguments.count > 2 ? arguments[2] : "7"), rounds > 0
else {
    FileHandle.standardError.write(Data("usage: bench-scan [ROWS [ROUNDS]]\n".utf8))
    exit(64)
}
do {
    var made = MadeList(seed: 1)
    let list = made.bytes(rows: rows)
    let cells = made.addresses
    let odd = [
        "ada", "a@@b.org", "a b@x.org", "x@localhost", "x@gmail..com", "@x.org", "", "x@münchen.de",
        "o'b@x.org",
    ]
    let written = try WrittenRows(list)
    let times = max(1, rows / max(1, written.count))
    var measures = Measures()
    for _ in 0..<rounds {
        try measures.time("memcpy", rows: rows) { try Scanning.copy(of: list) }
        try measures.time("rows in blocks", rows: rows) { try Scanning.blocks(of: list, atMost: 512) }
        try measures.time("rows one by one", rows: rows) { try Scanning.records(of: list) }
        measures.time("addresses as bytes", rows: rows) { Reading.bytes(of: cells) }
        measures.time("addresses as texts", rows: rows) { Reading.texts(of: cells) }
        measures.time("rows accepted", rows: times * written.count) { written.accepted(times: times) }
        measures.time("rows accepted, copied", rows: times * written.count) { written.copied(times: times) }
        measures.time("rows kept out", rows: times * written.count) { written.keptOut(times: times) }
        measures.time("rows kept out, copied", rows: times * written.count) { written.copied(times: times) }
        for text in odd {
            let same = Array(repeating: Array(text.utf8), count: min(rows, 10_000))
            measures.time("'\(text)' as bytes", rows: same.count) { Reading.bytes(of: same) }
            measures.time("'\(text)' as text", rows: same.count) { Reading.texts(of: same) }
        }
    }
    let left = Reading.leftCount(of: cells)
    print("\(rows) rows, \(list.count / rows) bytes each; \(left) addresses left to the text\n")
    print(measures.table())
    let areEqual =
        measures.isSteady && measures.result(of: "rows in blocks") == measures.result(of: "rows one by one")
        && measures.result(of: "addresses as bytes") == measures.result(of: "addresses as texts")
        && measures.result(of: "rows accepted") == measures.result(of: "rows accepted, copied")
    exit(areEqual && left * 100 <= rows * 3 ? 0 : 1)
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
}
