// Records opt-ins one at a time for import-million.sh: bench-record FOLDER ACTS

import Consent
import Foundation
import Ledger

let words = CommandLine.arguments
guard words.count == 3, let count = Int(words[2]), count > 0 else {
    FileHandle.standardError.write(Data("usage: bench-record FOLDER ACTS\n".utf8))
    exit(64)
}
let ledger = try Ledger(at: LedgerHome(path: words[1]), context: .system())
let start = ContinuousClock.now
for number in 0..<count {
    var act = SubjectAct(
        .given, address: try EmailAddress(parsing: "person.\(number)@example.org"), purpose: .newsletter)
    act.occurredAt = Instant(seconds: 1_700_000_000 + Int64(number))
    act.method = .webForm
    act.source = "website"
    act.ip = "192.0.2.7"
    act.evidence = [
        SubjectAct.EvidenceFile(
            bytes: Array("email,time\nperson.\(number)@example.org,2023-11-14\n".utf8), kind: "csv",
            keeping: .sealed)
    ]
    guard try !ledger.record(act).wasKnown else { exit(1) }
}
print((ContinuousClock.now - start) / .seconds(1))
