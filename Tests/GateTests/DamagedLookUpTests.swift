import Consent
import Files
import Foundation
import Gate
import Ledger
import Origins
import TestSupport
import Testing

/// A look-up file hastens a vetting, and never decides one: whatever befalls it, and whenever, the lists are those of the plain
/// path, or there are none.
@Suite("A look-up file that is damaged before or while a list is vetted")
struct DamagedLookUpTests {
    private let bench: Workbench
    private let random = SeededRandom(seed: 11)
    private static let people = (0..<LookUpDamage.people).map { "person\($0)@example.org" }
    /// Those who left after the older file was written.
    private static let left = people.indices.filter { $0 % 3 == 1 }.map { people[$0] }

    /// The look-up file, and one of before some people left.
    private let file: String
    private let whole: Data
    private let older: Data
    private let request: VettingRequest
    /// What a vetting writes that asks for everybody by themselves.
    private let plain: [[UInt8]]

    init() throws {
        let bench = try Workbench()
        self.bench = bench
        file = bench.scratch.home.standings(for: .newsletter)
        let ledger = bench.ledger
        let now = bench.scratch.clock.now
        _ = try ledger.record(
            batch: Self.people.enumerated().map { number, person in
                // Nobody signs up in the same second as many others.
                try Self.act(.given, person, now.advanced(by: -61 * Int64(number + 1)))
            })
        _ = try ledger.standingIndex(for: .newsletter, memoryLimit: 0)
        older = try Data(contentsOf: URL(filePath: file))
        bench.scratch.clock.advance(by: 3600)
        _ = try ledger.record(batch: Self.left.map { try Self.act(.withdrawn, $0, now) })
        try PrivateFile.remove(file)
        _ = try ledger.standingIndex(for: .newsletter)
        whole = try Data(contentsOf: URL(filePath: file))
        var generator = SeededRandom(seed: 3)
        let rows =
            (Self.people.shuffled(using: &generator).prefix(500)
            + (0..<100).map { "stranger\($0)@example.net" })
            .shuffled(using: &generator)
        let list = try bench.list((["email"] + rows).joined(separator: "\n") + "\n")
        request = try bench.request(list)
        let outcome = try bench.vet(request, rowsBeforeRecall: nil)
        #expect(outcome.result.tally.accepted > 300)
        plain = try Self.lists(bench, outcome.result)
    }

    private static func act(_ kind: EventKind, _ person: String, _ moment: Instant) throws -> SubjectAct {
        var act = SubjectAct(kind, address: try EmailAddress(parsing: person), purpose: .newsletter)
        act.occurredAt = moment
        guard kind == .given else { return act }
        act.wording = WordingReference(parsing: "newsletter@1")
        act.method = .webForm
        act.evidence = [.init(bytes: Array("yes of \(person)".utf8), kind: "txt", keeping: .sealed)]
        return act
    }

    private static func lists(_ bench: Workbench, _ result: VettingResult) throws -> [[UInt8]] {
        let outputs = try #require(result.outputs)
        return try [outputs.accepted, outputs.held, outputs.rejected].map { try bench.read($0) }
    }

    /// Vets with two threads, the people of the next rows looked up by the second, and holds what comes against the plain path.
    ///
    /// - Parameter befall: Called before the first rows are judged, and then between any sixteen, with how often it was.
    private func vet(_ what: String, _ befall: (Int) throws -> Void) throws {
        var vetting = Vetting(request, ledger: bench.ledger, catalogue: try .shipped, threads: 2)
        vetting.rowsBeforeRecall = 0
        vetting.rowsAtOnce = 16
        var calls = 0
        let result: VettingResult
        do {
            result = try vetting.run { _ in
                #expect(throws: Never.self) { try befall(calls) }
                calls += 1
            }
        } catch {
            #expect(!PrivateFile.exists(bench.path("out/list.accepted.csv")), "\(what): \(error)")
            return
        }
        let lists = try Self.lists(bench, result)
        let accepted = Set(String(decoding: lists[0], as: UTF8.self).split(separator: "\n").map(String.init))
        #expect(accepted.isDisjoint(with: Self.left), "\(what): somebody who left was let pass")
        for (one, other) in zip(lists, plain) where one != other {
            Issue.record("\(what): a list is not that of the plain path")
        }
        #expect(calls > 30, "\(what): a list of many blocks")
    }

    private func put(_ bytes: Data) throws {
        try PrivateFile.remove(file)
        try bytes.write(to: URL(filePath: file))
    }

    /// Writes over the file that others may be reading in.
    private func writeOver(_ bytes: Data) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: file))
        try handle.write(contentsOf: bytes)
        try handle.close()
    }

    @Test("before it began")
    func before() throws {
        for damage in LookUpDamage.keepingLength + LookUpDamage.ofWholeFile {
            try put(damage.apply(whole, older, random))
            try vet("\(damage)") { _ in }
        }
    }

    @Test("while it is read, so that what was found intact is so no more")
    func meanwhile() throws {
        for damage in LookUpDamage.keepingLength {
            for moment in [0, 7] {
                try put(whole)
                try vet("\(damage), after block \(moment)") { call in
                    if call == moment { try writeOver(damage.apply(whole, older, random)) }
                }
            }
        }
    }

    @Test("by another that takes its place while it is read")
    func replaced() throws {
        for damage in LookUpDamage.keepingLength + LookUpDamage.ofWholeFile {
            try put(whole)
            try vet("\(damage), after block 3") { call in
                if call == 3 { try put(damage.apply(whole, older, random)) }
            }
        }
    }

    @Test("in one place after the other, for as long as it is read")
    func again() throws {
        try put(whole)
        try vet("a bit of a random byte") { _ in
            guard var bytes = try? Data(contentsOf: URL(filePath: file)), !bytes.isEmpty else { return }
            let place = Int(random.next() % UInt64(bytes.count))
            bytes[place] ^= 1 << UInt8(random.next() % 8)
            try writeOver(bytes)
        }
    }
}
