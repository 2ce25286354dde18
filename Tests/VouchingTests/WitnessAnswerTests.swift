import Foundation
import Ledger
import MerkleLog
import TestSupport
import Testing
import Vouching

/// Answers that no good witness gives, and what is made of them.
@Suite(
    "A witness that answers oddly",
    .enabled(if: LoopbackServer.isPossible, "python3 and openssl are not installed"))
struct WitnessAnswerTests {
    private struct Reply: Encodable {
        var status = 200
        var type = "text/plain"
        var content = Data()
    }

    private let folder: ScratchFolder
    private let server: LoopbackServer
    private let scratch: ScratchLedger
    private let key: VerifierKey

    init() throws {
        folder = try ScratchFolder()
        server = try LoopbackServer(script: "answers.py", arguments: [folder.path])
        scratch = try ScratchLedger()
        let log = scratch.ledger.verifierKey
        key = try VerifierKey(name: "w.example", algorithm: .cosignature, key: log.key)
    }

    /// The code with which the witness' answers are refused; nil where one is taken.
    private func refusal(_ replies: [Reply]) throws -> VouchingError.Code? {
        try JSONEncoder().encode(replies).write(to: URL(filePath: folder.path("w.json")))
        do {
            _ = try Witnessing.cosign(scratch.ledger, by: server.address + "/reply/w", key: key)
            return nil
        } catch let error as VouchingError {
            return error.code
        }
    }

    private func size(_ text: String, type: String = "text/x.tlog.size") -> Reply {
        Reply(status: 409, type: type, content: Data(text.utf8))
    }

    @Test(
        "is judged by its status",
        arguments: [
            (404, VouchingError.Code.unknownLog), (403, .unknownLog), (422, .otherHistory),
            (409, .otherHistory),
            (400, .refused), (429, .refused), (500, .refused), (204, .refused), (302, .unanswered),
        ])
    func statuses(status: Int, code: VouchingError.Code) throws {
        #expect(try refusal([Reply(status: status)]) == code)
        #expect(try scratch.ledger.cosignatures.isEmpty)
    }

    @Test("is not believed without a cosignature", arguments: ["", "fine\n", "— w.example AAAA\n"])
    func contents(text: String) throws {
        #expect(try refusal([Reply(content: Data(text.utf8))]) == .invalidAnswer)
    }

    @Test("is asked once more from the size that it names, and only once")
    func asksAgain() throws {
        #expect(try refusal([size("1\n"), size("1\n")]) == .otherHistory)
        let requests = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix("w.received") }.sorted()
            .map { try ConsistencyProof(parsing: Array(Data(contentsOf: URL(filePath: folder.path($0))))) }
        #expect(requests.map(\.oldSize) == [0, 1])
        #expect(requests.map(\.hashes.count) == [0, 1])
        #expect(requests.allSatisfy { $0.checkpoint == scratch.ledger.checkpoint.note })
    }

    @Test(
        "that names no size, or one beyond the log, is not asked again",
        arguments: [
            "", "\n", "1", "01\n", "+1\n", "-1\n", "one\n", "18446744073709551616\n", "3\n", "0\n", "1\n1\n",
        ])
    func sizes(text: String) throws {
        #expect(try refusal([size(text)]) == .otherHistory)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count { $0.hasPrefix("w.received") } == 1)
    }

    @Test("must have a witness' key, and a log that holds something")
    func keys() throws {
        let log = scratch.ledger.verifierKey
        let error = #expect(throws: VouchingError.self) {
            try Witnessing.cosign(scratch.ledger, by: server.address, key: log)
        }
        #expect(error?.code == .notAWitnessKey)
    }
}
