public import Consent

/// What is known about one contact when a policy judges it.
///
/// Facts that nobody set are unknown. The storage lies in the value itself, so that a caller can set the facts
/// of a run once, copy them for each row and add the row's without touching the heap.
///
/// A value that does not fit the fact's ``Fact/type`` leaves the fact unknown. Shipped policies hold or reject
/// a contact of whom something needed is unknown, so that a slip there keeps people out and never lets them in.
public struct Facts: Sendable, Hashable {
    /// One cell per fact: 0 or 1, the index of a name, a number, or seconds since 1970.
    private var cells: InlineArray<48, Int64>

    /// No fact is a moment or a number so far down.
    private static let unknown = Int64.min

    /// Nothing is known.
    public init() { cells = InlineArray(repeating: Self.unknown) }

    /// The value of a fact, nil while it is unknown.
    public subscript(fact: Fact) -> FactValue? {
        get {
            guard let cell = cell(of: fact) else { return nil }
            switch fact.type {
            case .boolean: return .boolean(cell != 0)
            case .name(let list):
                let names = list.names
                guard let index = Int(exactly: cell), names.indices.contains(index) else { return nil }
                return .name(names[index])
            case .number: return .number(Int(clamping: cell))
            case .time: return .time(Instant(seconds: cell))
            }
        }
        set {
            switch newValue {
            case .boolean(let value): set(fact, to: value)
            case .name(let value): set(fact, name: value)
            case .number(let value): set(fact, to: value)
            case .time(let value): set(fact, to: value)
            case nil: forget(fact)
            }
        }
    }

    /// Sets a fact that is true or false; nil makes it unknown.
    public mutating func set(_ fact: Fact, to value: Bool?) {
        store(value.map { $0 ? 1 : 0 }, in: fact, fits: fact.type == .boolean)
    }

    /// Sets a fact that is a number; nil makes it unknown.
    public mutating func set(_ fact: Fact, to value: Int?) {
        store(value.map { max(Int64($0), Self.unknown + 1) }, in: fact, fits: fact.type == .number)
    }

    /// Sets a fact that is a moment; nil makes it unknown.
    public mutating func set(_ fact: Fact, to value: Instant?) {
        store(value?.seconds, in: fact, fits: fact.type == .time)
    }

    /// Sets a fact whose value is a name of a closed list; nil, or a name that is not on the list, makes it unknown.
    public mutating func set(_ fact: Fact, name: String?) {
        guard case .name(let list) = fact.type, let name, let index = list.names.firstIndex(of: name) else {
            return forget(fact)
        }
        cells[fact.index] = Int64(index)
    }

    /// Makes a fact unknown.
    public mutating func forget(_ fact: Fact) { cells[fact.index] = Self.unknown }

    /// Whether anything is known of a fact.
    public func isKnown(_ fact: Fact) -> Bool { cells[fact.index] != Self.unknown }

    /// The facts that are known, in the order of the vocabulary.
    public var known: [Fact] { Fact.allCases.filter(isKnown) }

    /// How many facts there is room for.
    static var capacity: Int { InlineArray<48, Int64>.count }

    /// The stored value of a fact, nil while it is unknown.
    func cell(of fact: Fact) -> Int64? {
        let cell = cells[fact.index]
        return cell == Self.unknown ? nil : cell
    }

    /// Stores a value that ``FactType/cell(parsing:of:)`` read for the same fact.
    mutating func store(cell: Int64, in fact: Fact) { cells[fact.index] = cell }

    private mutating func store(_ value: Int64?, in fact: Fact, fits: Bool) {
        cells[fact.index] = fits ? value ?? Self.unknown : Self.unknown
    }

    /// Whether the same is known.
    public static func == (a: Facts, b: Facts) -> Bool {
        Fact.allCases.allSatisfy { a.cells[$0.index] == b.cells[$0.index] }
    }

    /// Hashes what is known and what is not.
    public func hash(into hasher: inout Hasher) {
        for fact in Fact.allCases { hasher.combine(cells[fact.index]) }
    }
}
