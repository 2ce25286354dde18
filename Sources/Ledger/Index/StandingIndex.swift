import Consent
import Files
package import LookUp

/// What a ledger knows of its subjects for one purpose, for millions of look-ups.
///
/// It is derived from the vault and answers like ``Ledger/standings(of:for:asOf:)`` for the moment at which it was opened, but for
/// the do-not-mail list, which is asked by itself (``SuppressionFilter``), and for subjects that it sends there: their
/// number is ``ask``. Records that came since its file was written are read from the vault when it is opened. Any
/// number of threads may use one.
package final class StandingIndex: Sendable {
    /// The number of somebody of whom nothing is recorded.
    package static let unknown = LookUpHit.absent
    /// The number of somebody of whom the ledger itself must be asked: what is known of them hangs on more than a file can
    /// hold, or its part of the file is damaged.
    package static let ask = LookUpHit.unreadable

    /// How the index came to be what it is.
    package enum Condition: String, Sendable {
        /// The file was there and true.
        case fresh
        /// There are so few subjects that they are held in memory.
        case small
        /// There was no file.
        case made
        /// The file was damaged, or somebody else's, and was made anew.
        case mended
        /// The vault was changed by something else than this program, or put back from elsewhere.
        case renewed
        /// So much was recorded since that it was written anew.
        case grown
    }

    /// What is to be told of how the index came to be; nil where nothing is.
    package var note: String? {
        if isDamaged {
            return
                "A part of the look-up file is damaged. Its people were looked up in the ledger itself; the file is made anew next time."
        }
        switch condition {
        case .fresh, .small, .made, .grown: return nil
        case .mended: return "The look-up file was damaged, or not of this ledger, and was made anew."
        case .renewed:
            return
                "The vault was changed, or put back, by something else than this program; the look-up file was made anew."
        }
    }

    /// How it came to be what it is.
    package let condition: Condition
    /// How many entries the log had at the moment for which the index speaks.
    package let size: UInt64
    /// How many subjects there are; ordinals are smaller.
    package let subjectCount: Int
    /// How many of them are held in memory, because something was recorded of them since the file was written.
    package var newerCount: Int { changes.count }

    let purpose: Purpose
    let controllers: [Controller]
    let base: StandingFile?
    private let changes: [LookUpKey: LookUpHit]
    private let changed: [SubjectStanding]

    init(
        _ base: StandingFile?, _ changes: IndexChanges, purpose: Purpose, controllers: [Controller],
        size: UInt64, condition: Condition
    ) {
        (self.base, self.purpose, self.controllers) = (base, purpose, controllers)
        (self.size, self.condition) = (size, condition)
        self.changes = changes.hits
        changed = changes.standings
        subjectCount = (base?.table.count ?? 0) + changes.added
    }

    deinit {
        // Found at the next opening it would be believed again, until somebody reads that part.
        if let base, base.file.isDamaged { try? PrivateFile.remove(base.file.path) }
    }

    /// Looks keys up.
    ///
    /// - Parameters:
    ///   - keys: Any number; some hundreds at once hide what memory takes.
    ///   - hits: Gets, for each key, the number of a standing, ``unknown`` or ``ask``, and an ordinal: a number below
    ///     ``subjectCount`` that is the subject's own for as long as the index is open. Of strangers, and where a part of
    ///     the file is damaged, there is none.
    package func find(_ keys: [LookUpKey], into hits: inout [LookUpHit]) {
        if hits.count < keys.count {
            hits.append(contentsOf: repeatElement(LookUpHit(), count: keys.count - hits.count))
        }
        if let base {
            unsafe keys.withUnsafeBufferPointer { keys in
                unsafe hits.withUnsafeMutableBufferPointer { hits in unsafe base.table.find(keys, into: hits)
                }
            }
        } else {
            for place in keys.indices { hits[place] = LookUpHit() }
        }
        guard !changes.isEmpty else { return }
        for place in keys.indices {
            guard let newer = changes[keys[place]] else { continue }
            // A damaged part of the file hides the ordinal, and nothing else.
            hits[place].number = newer.number
            if newer.place != LookUpHit.absent { hits[place].place = newer.place }
        }
    }

    /// Has the times of a standing fetched from memory that are about to be asked for.
    package func expectTimes(of number: UInt32) { base?.expect(Int(number)) }

    /// What a number stands for; nil where the ledger itself must be asked.
    ///
    /// Places of events in the ledger are those among the subject's own, and nobody is suppressed.
    package func standing(_ number: UInt32) -> SubjectStanding? {
        if number == Self.unknown { return .unknown }
        guard number != Self.ask else { return nil }
        let filed = base?.standingCount ?? 0
        if Int(number) >= filed {
            let place = Int(number) - filed
            return changed.indices.contains(place) ? changed[place] : nil
        }
        guard let base, let packed = base.times(of: Int(number)), let kind = base.kind(packed.kind),
            let times = base.instants(of: packed)
        else { return nil }
        return kind.standing(times: times, for: purpose, controllers: controllers)
    }

    /// Whether a part of the file was read that is damaged; the next opening makes it anew.
    package var isDamaged: Bool { base?.file.isDamaged ?? false }

    /// Has the file read ahead, where that pays for a number of look-ups to come.
    package func expect(lookUps count: Int) {
        guard let base, count > base.table.count / 64 else { return }
        base.file.readAhead()
    }

    /// Bytes of the file; 0 where there is none.
    package var byteCount: Int { base?.file.byteCount ?? 0 }
}
