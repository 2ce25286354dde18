/// What was found for a key.
package struct LookUpHit: Hashable, Sendable {
    /// The number of an entry that is not there.
    package static let absent = UInt32.max
    /// The number of an entry that could not be read, for its part of the file is damaged.
    package static let unreadable = UInt32.max - 1
    /// The greatest number that an entry may have.
    package static let greatest = UInt32.max - 2

    /// What was filed under the key, or ``absent``, or ``unreadable``.
    package var number: UInt32
    /// The place of the entry among all, which stays the same for as long as the file is open; ``absent`` where there is
    /// none that can be told.
    package var place: UInt32

    package init(number: UInt32 = absent, place: UInt32 = absent) {
        (self.number, self.place) = (number, place)
    }
}
