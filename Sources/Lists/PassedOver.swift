/// The records of a list that are no rows.
///
/// Together with the rows they are all the records of the file, so that nothing is passed over in silence.
public struct PassedOver: Hashable, Sendable {
    /// How many records of one kind, and where the first stands.
    public struct Count: Hashable, Sendable {
        /// How many.
        public private(set) var count: UInt64 = 0
        /// The physical line of the first one, from 1; 0 if there is none.
        public private(set) var firstLine = 0

        /// None yet.
        public init() {}

        mutating func add(line: Int, count: UInt64 = 1) {
            if self.count == 0 { firstLine = line }
            self.count += count
        }
    }

    /// Records below the first header in which every cell was empty.
    public internal(set) var blank = Count()
    /// Records before a header that are no rows: notes, titles, and the blank ones among them above the first header.
    public internal(set) var preamble = Count()
    /// Headers: the one of the list, and those that begin a further list in the same file.
    public internal(set) var headers = Count()
    /// Records that say the same as the header before them.
    public internal(set) var repeatedHeaders = Count()
    /// Records at the end of a list that count or sign it.
    public internal(set) var footers = Count()

    /// Nothing yet.
    public init() {}

    /// All of them together.
    public var total: UInt64 {
        blank.count + preamble.count + headers.count + repeatedHeaders.count + footers.count
    }
}
