public import Consent

/// What is known about one contact when a policy judges it.
///
/// Facts that nobody set are unknown. The storage lies in the value itself, so that a caller can set the facts
/// of a run once, copy them for each row and add the row's without touching the heap.
///
/// A value that does not fit the fact's ``Fact/type`` leaves the fact unknown. Shipped policies hold or reject
/// a contact of whom something needed is unknown, so that a slip there keeps people out and never lets them in.
public struct Facts: Sendable, Hashable {
    /// A few bits per fact that is true or false or a name of a closed list.
    ///
    /// 0 while it is unknown, else one more than its value. As many of them to a word as fit, so that a policy can take
    /// them all at once for a key.
    private(set) var small: InlineArray<4, UInt64>
    /// One cell per number or moment, in seconds since 1970.
    private(set) var wide: InlineArray<28, Int64>

    /// No fact is a moment or a number so far down.
    ///
    /// The difference of any two cells overflows no `Int64`, so that a policy can compare them by its sign.
    static let unknown: Int64 = -1 << 62
    /// The highest number that is told from others.
    static let highest: Int64 = 1 << 62 - 1

    /// Nothing is known.
    public init() {
        small = InlineArray(repeating: 0)
        wide = InlineArray(repeating: Self.unknown)
    }

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
        store(value.map { max(Int64($0), Self.unknown + 1) }, in: fact, fits: fact.type.isNumber)
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
        store(cell: Int64(index), in: fact)
    }

    /// Makes a fact unknown.
    public mutating func forget(_ fact: Fact) { store(cell: Self.unknown, in: fact) }

    /// Whether anything is known of a fact.
    public func isKnown(_ fact: Fact) -> Bool { cell(of: fact) != nil }

    /// The facts that are known, in the order of the vocabulary.
    public var known: [Fact] { Fact.allCases.filter(isKnown) }

    /// The stored value of a fact, nil while it is unknown.
    func cell(of fact: Fact) -> Int64? {
        let place = FactPlace.of[Int(fact.rawValue)]
        if place.isWide {
            let cell = wide[place.index]
            return cell == Self.unknown ? nil : cell
        }
        let value = small[place.index] >> place.shift & place.mask
        return value == 0 ? nil : Int64(value) - 1
    }

    /// Stores a value that ``FactType/cell(parsing:of:)`` read for the same fact, or ``unknown``.
    ///
    /// A number or a moment beyond those that fit becomes the last that does.
    mutating func store(cell: Int64, in fact: Fact) {
        let place = FactPlace.of[Int(fact.rawValue)]
        if place.isWide {
            let fitting = min(max(cell, place.cells.lowerBound), place.cells.upperBound)
            wide[place.index] = cell == Self.unknown ? cell : fitting
        } else {
            let value = place.cells.contains(cell) ? UInt64(cell) + 1 : 0
            let others = small[place.index] & ~(place.mask << place.shift)
            small[place.index] = others | value << place.shift
        }
    }

    private mutating func store(_ value: Int64?, in fact: Fact, fits: Bool) {
        store(cell: fits ? value ?? Self.unknown : Self.unknown, in: fact)
    }

    /// Whether the same is known.
    public static func == (a: Facts, b: Facts) -> Bool {
        a.small.indices.allSatisfy { a.small[$0] == b.small[$0] }
            && a.wide.indices.allSatisfy { a.wide[$0] == b.wide[$0] }
    }

    /// Hashes what is known and what is not.
    public func hash(into hasher: inout Hasher) {
        for index in small.indices { hasher.combine(small[index]) }
        for index in wide.indices { hasher.combine(wide[index]) }
    }
}
