import CanonicalJSON
import Consent
import Cryptography
import LookUp
import Synchronization

/// A look-up file of standings, opened: entries, and what their numbers stand for.
final class StandingFile: Sendable {
    let file: BlockFile
    let table: LookUpTable
    let binding: IndexBinding
    /// How many standings are told apart.
    let standingCount: Int
    private let content: SecretKey
    /// Kinds that were needed already; nil for one that cannot be read.
    private let kinds = Mutex<[Int: StandingKind?]>([:])

    init(path: String, keys: IndexKeys) throws(BlockFileFault) {
        let file = try BlockFile(path: path, key: keys.seal)
        guard let binding = IndexBinding(file.binding),
            let table = LookUpTable(file, entries: IndexSection.entries, directory: IndexSection.directory)
        else { throw .damaged }
        (self.file, self.binding, self.table) = (file, binding, table)
        standingCount = file.byteCount(ofSection: IndexSection.standings) / 16
        content = keys.content
    }

    /// The kind and the packed times of a standing; nil where they cannot be read.
    func times(of number: Int) -> StandingTimes? {
        guard number >= 0, number < standingCount,
            let first = file.word(ofSection: IndexSection.standings, at: 2 * number),
            let second = file.word(ofSection: IndexSection.standings, at: 2 * number + 1)
        else { return nil }
        return StandingTimes(first, second)
    }

    /// Has a standing fetched from memory that is about to be asked for.
    func expect(_ number: Int) { file.expectWord(ofSection: IndexSection.standings, at: 2 * number) }

    /// The distinct times of a standing in rising order.
    func instants(of times: StandingTimes) -> [Instant]? {
        times.times(furtherTime)
    }

    /// A packed time of the section that holds those of standings with many.
    func furtherTime(_ place: Int) -> UInt64? { file.word(ofSection: IndexSection.times, at: place) }

    /// A kind by its number.
    func kind(_ number: Int) -> StandingKind? {
        kinds.withLock { known in
            if let kind = known[number] { return kind }
            let kind = read(number)
            known[number] = .some(kind)
            return kind
        }
    }

    private func read(_ number: Int) -> StandingKind? {
        let start = number == 0 ? 0 : file.word(ofSection: IndexSection.kindEnds, at: number - 1)
        guard let start, let end = file.word(ofSection: IndexSection.kindEnds, at: number), start <= end,
            let box = file.bytes(
                ofSection: IndexSection.kinds, from: Int(clamping: start), count: Int(clamping: end - start)),
            let text = try? SealedBox.open(box, key: content, context: Self.context(number)),
            let json = try? JSONValue(readingCanonical: text)
        else { return nil }
        return StandingKind(json)
    }

    /// To what place of the file the text of a kind is tied.
    static func context(_ number: Int) -> [UInt8] { Array("kind \(number)".utf8) }
}
