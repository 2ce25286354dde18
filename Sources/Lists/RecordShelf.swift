import Tables

/// Records that were read and not yet handed out, in their order.
///
/// Their memory is used again, unless one was so large that keeping it would cost more than it saves.
struct RecordShelf {
    /// One record; a class, for no array holds what cannot be copied.
    private final class Place {
        var record = Record()
    }

    private var places: [Place] = []
    private var spare: [Place] = []
    private static let largestKept = 1 << 16

    /// How many there are.
    var count: Int { places.count }
    /// Whether there are none.
    var isEmpty: Bool { places.isEmpty }

    /// Puts a record behind the others; what is left in `record` is of no use.
    mutating func push(_ record: inout Record) {
        let place = spare.popLast() ?? Place()
        swap(&place.record, &record)
        places.append(place)
    }

    /// Puts a record before the others.
    mutating func pushFront(_ record: inout Record) {
        let place = spare.popLast() ?? Place()
        swap(&place.record, &record)
        places.insert(place, at: 0)
    }

    /// Takes the first record; false if there is none.
    mutating func pop(into record: inout Record) -> Bool {
        guard !places.isEmpty else { return false }
        let place = places.removeFirst()
        swap(&place.record, &record)
        if place.record.raw.count <= Self.largestKept, spare.count < 64 { spare.append(place) }
        return true
    }

    /// Puts all records behind those of another shelf.
    mutating func moveAll(to other: inout RecordShelf) {
        other.places += places
        places = []
    }

    /// Forgets all records.
    mutating func removeAll() { places = [] }

    /// The line of the first record, or 0.
    var firstLine: Int { places.first?.record.line ?? 0 }

    /// Lends each record in its order.
    func forEach(_ body: (borrowing Record) -> Void) {
        for place in places { body(place.record) }
    }

    /// All cells of all records.
    var cells: [[String]] { places.map { place in place.record.allCells } }
}
