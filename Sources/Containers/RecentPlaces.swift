/// Where the last million records came from.
///
/// A reader of tables runs ahead by half a megabyte, which is at most that many records; older ones are forgotten,
/// so that memory stays bounded.
struct RecentPlaces {
    private var ring: [SourcePlace?] = []
    private var count = 0
    private static let capacity = 1 << 20

    mutating func append(_ place: SourcePlace?) {
        if ring.count < Self.capacity {
            ring.append(place)
        } else {
            ring[count % Self.capacity] = place
        }
        count += 1
    }

    /// The place of a record, counted from 1; nil if it is forgotten, to come, or our own header.
    subscript(number: Int) -> SourcePlace? {
        guard number >= 1, number <= count, number > count - Self.capacity else { return nil }
        return ring[(number - 1) % Self.capacity]
    }
}
