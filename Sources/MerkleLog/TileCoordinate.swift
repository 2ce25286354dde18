/// The place of a tile in a log, and the path under which C2SP tlog-tiles serves it.
public struct TileCoordinate: Hashable, Sendable {
    /// How many hashes a full tile has.
    public static let fullWidth = 256

    /// The height of the tile in steps of eight, 0...63.
    ///
    /// Level 0 holds leaf hashes, level 1 the roots of full tiles of level 0, and so on.
    public let level: Int
    /// The position of the tile within its level, from the left.
    public let index: UInt64
    /// How many hashes the tile has, 1...256; fewer than 256 make it partial.
    public let width: Int

    /// Makes a coordinate; `nil` when the level or the width is out of range.
    public init?(level: Int, index: UInt64, width: Int) {
        guard (0...63).contains(level), (1...TileCoordinate.fullWidth).contains(width) else { return nil }
        self.init(trustedLevel: level, index: index, width: width)
    }

    /// Makes a coordinate of numbers that the tree computed itself.
    init(trustedLevel level: Int, index: UInt64, width: Int) {
        self.level = level
        self.index = index
        self.width = width
    }

    /// Reads a path such as `tile/0/x001/x234/067.p/5`; `nil` for any other spelling of it.
    public init?(path: String) {
        self.init(parsing: path, isEntries: false)
    }

    /// Reads the path of an entry bundle such as `tile/entries/000.p/44`, which lies at level 0.
    public init?(entriesPath: String) {
        self.init(parsing: entriesPath, isEntries: true)
    }

    /// The path of the hashes: `tile/<level>/<index>[.p/<width>]`.
    public var path: String { "tile/\(level)/\(suffix)" }

    /// The path of the entries under a tile of level 0: `tile/entries/<index>[.p/<width>]`.
    public var entriesPath: String { "tile/entries/\(suffix)" }

    /// The index in groups of three digits, all but the last after an `x`, and the width of a partial tile.
    private var suffix: String {
        var rest = index
        var groups = [TileCoordinate.group(rest % 1000)]
        while rest >= 1000 {
            rest /= 1000
            groups.append("x" + TileCoordinate.group(rest % 1000))
        }
        let number = groups.reversed().joined(separator: "/")
        return width == TileCoordinate.fullWidth ? number : "\(number).p/\(width)"
    }

    private static func group(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }

    private init?(parsing path: String, isEntries: Bool) {
        var elements = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { Array($0) }[...]
        guard elements.count >= 3, elements.popFirst() == Array("tile".utf8), let place = elements.popFirst()
        else { return nil }
        var level = 0
        if isEntries {
            guard place == Array("entries".utf8) else { return nil }
        } else {
            guard let number = DecimalNumber.parse(place[...]), number <= 63 else { return nil }
            level = Int(number)
        }
        var width = TileCoordinate.fullWidth
        if elements.count >= 2, elements[elements.endIndex - 2].suffix(2) == Array(".p".utf8)[...] {
            guard let number = elements.popLast().flatMap({ DecimalNumber.parse($0[...]) }), number < 256
            else { return nil }
            width = Int(number)
            elements[elements.endIndex - 1].removeLast(2)
        }
        var index: UInt64 = 0
        for element in elements {
            guard let group = DecimalNumber.digits(element.suffix(3)) else { return nil }
            let (shifted, overflowed) = index.multipliedReportingOverflow(by: 1000)
            let (sum, carried) = shifted.addingReportingOverflow(group)
            guard !overflowed, !carried else { return nil }
            index = sum
        }
        self.init(level: level, index: index, width: width)
        // Written back it must be the same text, which settles every other spelling at once.
        guard (isEntries ? entriesPath : self.path).utf8.elementsEqual(path.utf8) else { return nil }
    }
}
