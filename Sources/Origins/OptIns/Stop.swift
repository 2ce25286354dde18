/// What in a row says that the contact must not be mailed.
package struct Stop: Sendable, Hashable {
    /// Why not.
    package let kind: StopKind
    /// The cell that says so.
    package let cell: ClaimedCell
    /// The cell that may say since when, if the row has one; it may be a flag instead of a time.
    package let time: ClaimedCell?
}
