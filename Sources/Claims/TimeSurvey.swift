import Lists
import Origins

/// What a first reading of a list learns of its times: in which order days and months stand, and which moments many
/// rows share.
///
/// A person's sign-up has a moment of its own; the rows of an import have one together. How many may share one by
/// chance depends on how finely a column writes:
///
/// * to the second: three rows, and one in ten thousand. Of a million sign-ups spread over five years some seven
///   seconds see three; an import puts hundreds of rows into each second.
/// * to the minute: ten rows, and more than one in a hundred. After a mention on the radio people do sign up together.
/// * to the day: ten rows, and more than half of all. A list out of one fair is of one day, and is refused with those
///   in whose column somebody filled in the same day for everybody.
/// * in a list that no known tool wrote, also three rows that are more than half of all, however finely.
///
/// Refusing too much costs a claim, which can be told one by one; refusing too little invents a yes.
struct TimeSurvey: Sendable {
    /// What is known of one column.
    private struct Column {
        var votes = DateOrderVotes()
        var filled: UInt64 = 0
        var finest = ClaimedTime.Precision.day
    }

    private var columns: [Column] = []
    /// Where each column stands among them, by its name.
    private var places: [String: Int] = [:]
    private var counts = MomentCounts()
    private var all = DateOrderVotes()

    /// A JSON cell may hold any number of names.
    private static let greatestVariety = 1000

    /// Takes a moment up that could be shared.
    mutating func note(moment cell: ClaimedCell) {
        let time = WrittenTime(parsing: cell.text)
        note(cell, time, isMoment: true)
        counts.add(Self.key(cell, time))
    }

    /// Takes a time up for the order of its day and month alone.
    mutating func note(time cell: ClaimedCell) {
        note(cell, WrittenTime(parsing: cell.text), isMoment: false)
    }

    private mutating func note(_ cell: ClaimedCell, _ time: WrittenTime?, isMoment: Bool) {
        guard let place = place(of: cell.name) else { return }
        if isMoment { columns[place].filled += 1 }
        if let time {
            columns[place].votes.take(time.orderVote)
            all.take(time.orderVote)
            columns[place].finest = min(columns[place].finest, Self.truePrecision(time))
        }
    }

    private mutating func place(of name: String) -> Int? {
        if let place = places[name] { return place }
        guard columns.count < Self.greatestVariety else { return nil }
        places[name] = columns.count
        columns.append(Column())
        return columns.count - 1
    }

    private func column(_ name: String) -> Column? { places[name].map { columns[$0] } }

    /// Seconds that are always nought are no seconds, and an hour that is always midnight is none.
    private static func truePrecision(_ time: WrittenTime) -> ClaimedTime.Precision {
        if case .epoch = time.day { return .second }
        guard let clock = time.clock else { return .day }
        if let second = clock.second, second != 0 { return .second }
        return clock.hour == 0 && clock.minute == 0 ? .day : .minute
    }

    /// The order of day and month in a column: its own dates tell, or else those of the other columns of a tool.
    func order(of cell: ClaimedCell, isOfKnownTool: Bool) -> DateOrder? {
        if let votes = column(cell.name)?.votes, votes.isTold { return votes.decided }
        return isOfKnownTool ? all.decided : nil
    }

    /// Whether too many rows share a moment for it to be somebody's own.
    func isShared(_ cell: ClaimedCell, isOfKnownTool: Bool) -> Bool {
        guard let column = column(cell.name) else { return true }
        let key = Self.key(cell, WrittenTime(parsing: cell.text))
        let (rows, filled) = (counts.atMost(key), column.filled)
        if !isOfKnownTool, rows >= 3, rows > filled / 2 { return true }
        return switch column.finest {
        case .second: rows >= 3 && rows >= filled / 10_000
        case .minute: rows >= 10 && rows > filled / 100
        case .day: rows >= 10 && rows > filled / 2
        }
    }

    /// The same for what is the same to the second: an import that writes fractions puts another into every row.
    private static func key(_ cell: ClaimedCell, _ time: WrittenTime?) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(cell.name)
        if let time {
            hasher.combine(time)
        } else {
            hasher.combine(cell.text)
        }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
