import Consent
import Testing

@Suite("A moment of the past")
struct AsOfTests {
    /// Somebody withdrew on the tenth, and it was recorded on the twelfth.
    private static let withdrawal = SubjectEvent(
        sequence: 2, kind: .withdrawn, purpose: .newsletter, occurredAt: day(10), recordedAt: day(12),
        grade: .attestation)

    private static func day(_ number: Int) -> Instant {
        Instant(seconds: 1_772_000_000 + Int64(number) * 86_400)
    }

    @Test(
        "counts what bears its second or an earlier one, by its clock",
        arguments: [
            (9, AsOf.Clock.recorded, false), (11, .recorded, false), (12, .recorded, true),
            (9, .occurred, false), (10, .occurred, true), (11, .occurred, true), (13, .occurred, true),
        ])
    func counts(number: Int, clock: AsOf.Clock, isCounted: Bool) {
        #expect(AsOf(Self.day(number), by: clock).includes(Self.withdrawal) == isCounted)
    }

    @Test("takes what nobody dated for what happened when it was recorded")
    func undated() {
        let event = SubjectEvent(
            sequence: 1, kind: .given, purpose: .newsletter, occurredAt: nil, recordedAt: Self.day(12),
            grade: .attestation)
        #expect(!AsOf(Self.day(11), by: .occurred).includes(event))
        #expect(AsOf(Self.day(12), by: .occurred).includes(event))
    }

    @Test("says which clock it means")
    func words() {
        #expect(AsOf(Self.day(0)).description.hasPrefix("as the ledger knew it at 2026-"))
        #expect(AsOf(Self.day(0), by: .occurred).description.hasPrefix("of what had happened by 2026-"))
    }
}
