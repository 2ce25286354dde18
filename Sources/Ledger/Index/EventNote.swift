import Consent

/// An event on its way through the sorter: eight words, of which the first two are the subject.
struct EventNote {
    static let size = 8
    /// In place of a time that nobody told.
    private static let untold = Int64.min
    /// In place of what was found in a yes: it could not be opened, or there are too many different ones.
    static let unclear = UInt32.max

    /// The bytes of the subject's look-up as two numbers, the first byte in the highest place.
    let subject: (UInt64, UInt64)
    let position: Int64
    let occurred: Int64?
    let recorded: Int64
    /// What was found in a yes, by its number from 1; 0 for other events.
    let yes: UInt32
    /// The wording, by its number from 1; 0 for none.
    let wording: UInt32
    /// The purpose, by its number: ``PurposeNumber``.
    let purpose: UInt16
    let kind: UInt8
    let grade: UInt8
    /// The method, by its number from 1; 0 for none.
    let method: UInt8
    let hasSource: Bool
    let evidenceCount: Int64

    /// Numbers of purposes that are fixed; others follow.
    enum PurposeNumber {
        static let own: UInt16 = 0
        static let everything: UInt16 = 1
        static let first = 2
    }

    static let kinds = EventKind.allCases
    static let methods = CollectionMethod.allCases

    init(_ found: VaultScan.Found, yes: UInt32, wording: UInt32, purpose: UInt16) {
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        subject = (number(found.lookup.prefix(8)), number(found.lookup.dropFirst(8).prefix(8)))
        let event = found.event
        position = event.sequence
        occurred = event.occurredAt?.seconds
        recorded = event.recordedAt.seconds
        (self.yes, self.wording, self.purpose) = (yes, wording, purpose)
        kind = UInt8(truncatingIfNeeded: Self.kinds.firstIndex(of: event.kind) ?? 0)
        grade = UInt8(clamping: event.grade.rawValue)
        method = event.method.flatMap { Self.methods.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) } ?? 0
        hasSource = event.hasSource
        evidenceCount = Int64(clamping: event.evidenceCount)
    }

    /// The words, in the order of ``init(_:)``.
    var words: [UInt64] {
        let small =
            UInt64(purpose) | UInt64(kind) << 16 | UInt64(grade) << 24 | UInt64(method) << 32
            | (hasSource ? 1 << 40 : 0)
        return [
            subject.0, subject.1, UInt64(bitPattern: position), UInt64(bitPattern: occurred ?? Self.untold),
            UInt64(bitPattern: recorded), UInt64(yes) << 32 | UInt64(wording), small,
            UInt64(bitPattern: evidenceCount),
        ]
    }

    /// Reads a record of the sorter.
    init(_ record: ArraySlice<UInt64>) {
        func word(_ place: Int) -> UInt64 { record[record.startIndex + place] }
        subject = (word(0), word(1))
        position = Int64(bitPattern: word(2))
        let claimed = Int64(bitPattern: word(3))
        occurred = claimed == Self.untold ? nil : claimed
        recorded = Int64(bitPattern: word(4))
        yes = UInt32(truncatingIfNeeded: word(5) >> 32)
        wording = UInt32(truncatingIfNeeded: word(5))
        let small = word(6)
        purpose = UInt16(truncatingIfNeeded: small)
        kind = UInt8(truncatingIfNeeded: small >> 16)
        grade = UInt8(truncatingIfNeeded: small >> 24)
        method = UInt8(truncatingIfNeeded: small >> 32)
        hasSource = small >> 40 & 1 == 1
        evidenceCount = Int64(bitPattern: word(7))
    }

    /// Whether it is about the purpose or about all mail.
    var counts: Bool { purpose == PurposeNumber.own || purpose == PurposeNumber.everything }
}
