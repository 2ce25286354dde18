// Writes an export of invented connections, and a list for each laundering trick, into a folder.
// Usage: launder FOLDER CONNECTIONS INNOCENT SEED

import Foundation
import TestSupport

let arguments = CommandLine.arguments
guard arguments.count == 5, let count = Int(arguments[2]), let others = Int(arguments[3]),
    let seed = UInt64(arguments[4]), count > 0, others >= 0
else {
    FileHandle.standardError.write(Data("usage: launder FOLDER CONNECTIONS INNOCENT SEED\n".utf8))
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])
let lists = LaunderedLists(connections: count, innocent: others, seed: seed)
try lists.export.write(to: folder.appending(path: "Connections.csv"), atomically: true, encoding: .utf8)
for trick in LaunderingTrick.allCases {
    let file = folder.appending(path: trick.fileName + ".csv")
    try lists.list(trick).write(to: file, atomically: true, encoding: .utf8)
    print("\(trick.fileName)\t\(trick.rawValue)\t\(trick.leavesProof ? "yes" : "no")")
}
