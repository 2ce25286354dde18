import Consent
import Foundation
import Ledger
import LookUp

/// The look-up file of a ledger of opt-ins, made, opened and asked, beside the plain path.
struct LedgerRun {
    let folder: URL
    let count: Int

    func run() throws {
        let home = LedgerHome(path: folder.appending(path: "ledger").path)
        let isThere = home.exists
        let ledger = try Ledger(at: home, context: .system())
        if !isThere { try Stopwatch.time("record", each: count) { try fill(ledger) } }
        let addresses = try (0..<min(count, 100_000)).map { try address($0 * (count / min(count, 100_000))) }
        try? FileManager.default.removeItem(atPath: home.standings(for: .newsletter))
        let made = try Stopwatch.time("make the look-up file", each: count) {
            try ledger.standingIndex(for: .newsletter)
        }
        guard let made else { return }
        print("\(made.condition)\t\(made.subjectCount) subjects\t\(made.byteCount) bytes")
        let index = try Stopwatch.time("open it again", each: 1) {
            try ledger.standingIndex(for: .newsletter)
        }
        guard let index else { return }
        print("\(index.condition)")
        let hasher = ledger.addressHasher
        var hits: [LookUpHit] = []
        let keys = addresses.map { hasher.key(of: Array($0.normalized.utf8).span) }
        for _ in 0..<2 { Stopwatch.time("find", each: keys.count) { index.find(keys, into: &hits) } }
        let held = Stopwatch.time("make the standing of a number", each: hits.count) {
            hits.count { index.standing($0.number)?.hasRecords == true }
        }
        print("held\t\(held) of \(hits.count)")
        let few = Array(addresses.prefix(1000))
        for _ in 0..<3 {
            try Stopwatch.time("plain path, 1,000", each: few.count) {
                _ = try ledger.standings(of: few, for: .newsletter)
            }
        }
        try Stopwatch.time("plain path", each: addresses.count) {
            _ = try ledger.standings(of: addresses, for: .newsletter)
        }
    }

    private func address(_ number: Int) throws -> EmailAddress {
        try EmailAddress(parsing: "reader\(number)@example.org")
    }

    /// Claims of another tool, each with a moment of its own; one in ten left again.
    private func fill(_ ledger: Ledger) throws {
        if let controller = Controller(name: "Example GmbH", country: "DE") { try ledger.name(controller) }
        let wording = try WordingFile(parsing: Array(WordingFile.example.utf8), name: "newsletter.md")
        _ = try ledger.publish(wording)
        var batch: [SubjectAct] = []
        for number in 0..<count {
            let address = try address(number)
            var act = SubjectAct(.given, address: address, purpose: .newsletter)
            act.occurredAt = Instant(seconds: 1_700_000_000 + Int64(number))
            act.wording = WordingReference(parsing: "newsletter@1")
            act.method = .webForm
            act.source = "sign-up form"
            batch.append(act)
            if number % 10 == 0 {
                var stop = SubjectAct(.withdrawn, address: address, purpose: .newsletter)
                stop.occurredAt = Instant(seconds: 1_750_000_000 + Int64(number))
                batch.append(stop)
            }
            guard batch.count >= 8192 || number == count - 1 else { continue }
            _ = try ledger.record(batch: batch)
            batch.removeAll(keepingCapacity: true)
        }
    }
}
