import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Testing

@Suite("Releases of held rows")
struct ReleaseTests {
    let folder: LedgerFolder
    let ledger: Ledger
    let run: RecordID
    let (ada, bob): (EmailAddress, EmailAddress)

    init() throws {
        folder = try LedgerFolder(seed: 9)
        ledger = try folder.furnished()
        run = try ledger.append(.listVetted, [.init("purpose", "newsletter")]).rid
        ada = try EmailAddress(parsing: "ada@example.org")
        bob = try EmailAddress(parsing: "bob@example.org")
    }

    private func draft(
        _ addresses: [EmailAddress]? = nil, row: UInt64 = 3, rules: [String] = ["H01"], run: RecordID? = nil,
        by: String = "Dora Privacy", reason: String = "The signed sheet is in the file.",
        expires: String = "2026-11-02T09:15:00Z", needsConfirmation: Bool = false,
        for purpose: Purpose = .newsletter
    ) -> ReleaseDraft {
        ReleaseDraft(
            ReleaseTerms(
                run: run ?? self.run, row: row, rules: rules, role: .dpo, expiresAt: at(expires),
                needsConfirmation: needsConfirmation),
            by: by, reason: reason, purpose: purpose, addresses: addresses ?? [ada])
    }

    private func inForce(_ address: EmailAddress? = nil, asOf: Instant? = nil) throws -> [Release] {
        try ledger.standings(of: [address ?? ada], for: .newsletter, asOf: asOf.map { AsOf($0) }).first?
            .releases ?? []
    }

    @Test("count for every address of the row and nobody else, and tell what was told")
    func count() throws {
        let (release, isNew) = try ledger.release(draft([ada, bob, ada], rules: ["H01", "L03"]))
        #expect(isNew)
        #expect(release.rules == ["H01", "L03"])
        #expect((release.run, release.row, release.role) == (run, 3, .dpo))
        #expect((release.by, release.confirmedBy) == ("Dora Privacy", nil))
        #expect(release.expiresAt == at("2026-11-02T09:15:00Z"))
        let again = try folder.open(create: false)
        for address in [ada, bob] {
            let known = try again.standings(of: [address], for: .newsletter).first
            #expect(known?.releases == [release])
            #expect(known?.standing == Standing.none, "a release is no yes")
        }
        #expect(try inForce(.init(parsing: "eve@example.org")).isEmpty)
        #expect(try ledger.history(of: ada).map(\.event.kind) == [.released])
        #expect(try ledger.history(of: ada).first?.rid == release.rid)
        #expect(try ledger.examine().findings == [])
    }

    @Test("leave names and reasons sealed")
    func sealed() throws {
        let (release, _) = try ledger.release(draft(needsConfirmation: true))
        _ = try ledger.confirm(release: release.rid, by: "Carl Second")
        for (name, bytes) in try folder.everyFile() {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["Dora", "Carl", "signed sheet", "ada@"] { #expect(!text.contains(word), "\(name)") }
        }
    }

    @Test("told twice are answered with the first, whatever happened in between but a stop")
    func idempotent() throws {
        let first = try ledger.release(draft(needsConfirmation: true))
        folder.clock.advance(60)
        _ = try ledger.confirm(release: first.release.rid, by: "Carl Second")
        _ = try ledger.record(.sample(.bounced))
        let second = try ledger.release(draft(needsConfirmation: true))
        #expect(!second.isNew && second.release.rid == first.release.rid)
        #expect(second.release.confirmedBy == "Carl Second")
        #expect(try ledger.release(draft(row: 4)).isNew)
        #expect(try ledger.release(draft(needsConfirmation: true)).isNew == false)
        #expect(try inForce().map(\.row) == [3, 4])
    }

    @Test("of one more address belong to the release that is known")
    func oneMoreAddress() throws {
        let first = try ledger.release(draft([ada]))
        let second = try ledger.release(draft([bob, ada]))
        #expect(second.isNew && second.release.rid == first.release.rid)
        #expect(try inForce(bob).first?.rid == first.release.rid)
    }

    @Test("count until they expire, and at a moment of the past as they did then")
    func expiry() throws {
        let before = folder.clock.now.advanced(by: -1)
        _ = try ledger.release(draft())
        folder.clock.set(at("2026-11-02T09:14:59Z"))
        #expect(try inForce().count == 1)
        folder.clock.advance(1)
        #expect(try inForce().isEmpty)
        #expect(try inForce(asOf: at("2026-10-20T00:00:00Z")).count == 1)
        #expect(try inForce(asOf: before).isEmpty)
    }

    @Test(
        "end with a stop that came later or was learnt later",
        arguments: [EventKind.withdrawn, .refused, .objected])
    func stops(kind: EventKind) throws {
        _ = try ledger.release(draft())
        #expect(try inForce().count == 1)
        folder.clock.advance(60)
        _ = try ledger.record(.sample(kind, at: "2026-09-01T08:00:00Z"))
        #expect(try inForce().isEmpty, "it happened before, and nobody knew it when the row was let pass")
        #expect(try inForce(asOf: folder.clock.now.advanced(by: -30)).count == 1)
        folder.clock.advance(60)
        #expect(try ledger.release(draft()).isNew, "somebody who knows of the stop may decide anew")
        #expect(try inForce().count == 1)
        _ = try ledger.record(.sample(.objected, for: .everything))
        #expect(try inForce().isEmpty)
    }

    @Test("stand against a stop that was known, and against one for another purpose")
    func knownStops() throws {
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        _ = try ledger.record(.sample(.withdrawn, at: "2026-09-01T08:00:00Z"))
        _ = try ledger.release(draft())
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.withdrawn, for: #require(Purpose("offers"))))
        #expect(try inForce().count == 1)
        #expect(try ledger.standings(of: [ada], for: #require(Purpose("offers"))).first?.releases == [])
    }

    @Test("that need four eyes count only once somebody else agreed")
    func fourEyes() throws {
        let (release, _) = try ledger.release(draft([ada, bob], needsConfirmation: true))
        #expect(try inForce().isEmpty)
        for name in ["Dora Privacy", "dora privacy", " DORA  PRIVACY ", "DoraPrivacy"] {
            #expect(
                ledgerError { _ = try ledger.confirm(release: release.rid, by: name) }?.code == .samePerson)
        }
        #expect(try inForce().isEmpty)
        folder.clock.advance(60)
        let recordOfBob = try #require(try ledger.history(of: bob).first?.rid)
        let (confirmed, isNew) = try ledger.confirm(release: recordOfBob, by: "Carl Second")
        #expect(isNew && confirmed.confirmedBy == "Carl Second" && confirmed.rid == release.rid)
        #expect(try inForce(ada).first?.confirmedBy == "Carl Second")
        #expect(try inForce(bob).first?.confirmedBy == "Carl Second")
        #expect(try inForce(asOf: folder.clock.now.advanced(by: -30)).isEmpty)
        #expect(try ledger.examine().findings == [])
    }

    @Test("are confirmed once: the same person again changes nothing, a third one is told")
    func confirmedOnce() throws {
        let (release, _) = try ledger.release(draft(needsConfirmation: true))
        _ = try ledger.confirm(release: release.rid, by: "Carl Second")
        let size = ledger.checkpoint.checkpoint.size
        #expect(try !ledger.confirm(release: release.rid, by: "carl second").isNew)
        #expect(
            ledgerError { _ = try ledger.confirm(release: release.rid, by: "Eve Third") }?.code
                == .alreadyConfirmed)
        #expect(ledger.checkpoint.checkpoint.size == size)
    }

    @Test("a second release after a stop needs a second person anew")
    func confirmedAnew() throws {
        let (release, _) = try ledger.release(draft(needsConfirmation: true))
        _ = try ledger.confirm(release: release.rid, by: "Carl Second")
        folder.clock.advance(60)
        _ = try ledger.record(.sample(.withdrawn))
        #expect(
            ledgerError { _ = try ledger.confirm(release: release.rid, by: "Carl Second") }?.code
                == .endedRelease)
        folder.clock.advance(60)
        let (second, _) = try ledger.release(draft(needsConfirmation: true))
        #expect(try inForce().isEmpty)
        #expect(try ledger.confirm(release: second.rid, by: "Carl Second").isNew)
        #expect(try inForce().first?.confirmedBy == "Carl Second")
    }

    @Test("that nobody knows or whose time is over are not confirmed")
    func unconfirmable() throws {
        let (release, _) = try ledger.release(draft(needsConfirmation: true))
        #expect(
            ledgerError { _ = try ledger.confirm(release: run, by: "Carl Second") }?.code == .unknownRelease)
        let yes = try ledger.record(.sample())
        #expect(
            ledgerError { _ = try ledger.confirm(release: yes.rid, by: "Carl Second") }?.code
                == .unknownRelease)
        #expect(
            ledgerError { _ = try ledger.confirm(release: release.rid, by: "C") }?.code == .invalidRelease)
        folder.clock.set(at("2026-11-02T09:15:00Z"))
        #expect(
            ledgerError { _ = try ledger.confirm(release: release.rid, by: "Carl Second") }?.code
                == .endedRelease)
    }

    @Test("are refused where something is missing or too long, and the words are not repeated")
    func refused() throws {
        let offers = try #require(Purpose("offers"))
        let nobody = try #require(RecordID(bytes: Array(repeating: 7, count: 16)))
        let faulty: [(ReleaseDraft, LedgerError.Code)] = [
            (draft(by: "D"), .invalidRelease), (draft(by: "   "), .invalidRelease),
            (draft(by: "Dora\nPrivacy"), .invalidRelease),
            (draft(by: String(repeating: "d", count: 201)), .invalidRelease),
            (draft(reason: "ok"), .invalidRelease), (draft(reason: "a\u{1B}[2Jb"), .invalidRelease),
            (draft(reason: String(repeating: "r", count: 501)), .invalidRelease),
            (draft(expires: "2026-10-02T09:15:00Z"), .pastExpiry),
            (draft(expires: "2028-10-02T09:15:01Z"), .invalidRelease),
            (draft(row: 0), .invalidRelease), (draft(row: .max), .invalidRelease),
            (draft(rules: []), .invalidRelease), (draft(rules: ["H 01"]), .invalidRelease),
            (draft([]), .invalidRelease), (draft(run: nobody), .unknownRecord),
            (draft(for: offers), .unknownPurpose),
        ]
        for (draft, code) in faulty {
            let error = ledgerError { _ = try ledger.release(draft) }
            #expect(error?.code == code)
            #expect(error?.description.contains("Dora") == false)
        }
        #expect(try ledger.history(of: ada).isEmpty)
        #expect(try ledger.release(draft(expires: "2028-10-02T09:15:00Z")).isNew)
        _ = try ledger.publish(LedgerFolder.wording("offers", purposes: ["offers"]))
        #expect(ledgerError { _ = try ledger.release(draft(for: offers)) }?.code == .invalidRelease)
    }

    @Test("are not recorded as acts", arguments: [EventKind.released, .releaseConfirmed])
    func noAct(kind: EventKind) throws {
        #expect(ledgerError { _ = try ledger.record(.sample(kind)) }?.code == .invalidRelease)
    }

    @Test("cannot be hidden or moved without being found")
    func tampering() throws {
        _ = try ledger.release(draft())
        _ = try ledger.record(.form(at: "2026-10-01T08:00:00Z"))
        try folder.edit(
            folder.home.vaultDatabase, "UPDATE events SET release = NULL WHERE kind = 'released'")
        #expect(try ledger.examine().findings.contains { $0.problem.contains("columns beside it") })
    }
}
