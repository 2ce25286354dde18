// Makes what verify-million.sh has verified: bench-verify log|ledger FOLDER ENTRIES

import Foundation

let words = CommandLine.arguments
guard words.count == 4, let kind = Made(rawValue: words[1]), let entries = UInt64(words[3]) else {
    FileHandle.standardError.write(Data("usage: bench-verify log|ledger FOLDER ENTRIES\n".utf8))
    exit(64)
}
try kind.write(to: words[2], entries: entries)
