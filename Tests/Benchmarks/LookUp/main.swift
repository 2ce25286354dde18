// How fast look-ups are, beside what else the machine does in the same minute: bench-lookup table|ledger N [FOLDER]

import Foundation

let words = CommandLine.arguments
guard words.count >= 3, let count = Int(words[2]), count > 0, ["table", "ledger"].contains(words[1]) else {
    FileHandle.standardError.write(Data("usage: bench-lookup table|ledger N [FOLDER]\n".utf8))
    exit(64)
}
let given = words.count > 3 ? URL(filePath: words[3]) : nil
let folder = given ?? FileManager.default.temporaryDirectory.appending(path: "bench-lookup-\(getpid())")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { if given == nil { try? FileManager.default.removeItem(at: folder) } }
if words[1] == "table" {
    try TableRun(folder: folder, count: count).run()
} else {
    try LedgerRun(folder: folder, count: count).run()
}
