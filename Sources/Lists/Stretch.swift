package import Origins

/// A part of a file that is a list of its own: most files have one, concatenated ones several.
package final class Stretch: Sendable {
    /// What it is, and what its columns are for.
    package let recognition: Recognition
    /// The physical line of its header, or of its first record, from 1.
    package let line: Int
    /// Whether its rows have the columns of the file's first header, in their order.
    ///
    /// Others cannot stand below that header, and so not in the accepted list.
    package let isInPlace: Bool
    /// The columns that tell facts of its contacts.
    package let told: [ToldColumn]

    init(_ recognition: Recognition, telling told: [ToldColumn], line: Int, isInPlace: Bool) {
        self.recognition = recognition
        self.told = told
        self.line = line
        self.isInPlace = isInPlace
    }
}

/// A list that begins in the middle of a file, as a warning tells of it.
public struct FurtherList: Hashable, Sendable {
    /// The physical line of its header, from 1.
    public let line: Int
    /// What its layout is called, if it is known.
    public let layoutTitle: String?
    /// Whether its columns are other ones than those of the file's first list.
    public let hasOtherColumns: Bool
}
