/// How much may come out of a container, so that none takes more memory or time than we mean to give.
package struct ContainerLimits: Hashable, Sendable {
    /// The most bytes that one file may unpack to.
    package var unpackedBytes: UInt64 = 64 << 30
    /// How many times longer than its packed bytes a file may become; real lists stay below 30.
    package var ratio: UInt64 = 200
    /// How many bytes may come before the ratio counts.
    package var ratioFloor: UInt64 = 16 << 20
    /// The most members an archive may have.
    package var members = 10_000
    /// The longest table of contents of an archive, in bytes.
    package var contentsBytes: UInt64 = 32 << 20
    /// The longest workbook that is taken into memory because it lies within something else.
    package var heldBytes = 128 << 20
    /// The most bytes of texts that the cells of a workbook may share.
    package var sharedTextBytes = 256 << 20
    /// The most sheets a workbook may have, and the most number formats and styles.
    package var workbookParts = 1 << 16
    /// The longest single cell; what reads tables takes no longer ones.
    package var cellBytes = 1 << 20
    /// The longest line of a card or a list of addresses.
    package var lineBytes = 1 << 20
    /// The longest object in JSON.
    package var objectBytes = 1 << 20
    /// The most columns of a table: as many as a sheet can have.
    package var columns = 1 << 14
    /// The most different keys that objects in JSON may have together.
    package var keys = 2_000
    /// The most rows of a sheet.
    package var sheetRows = 1 << 20
    /// How many empty cells of sheets are filled in.
    package var gapCells = 1 << 28
    /// How deep elements of XML may lie in each other.
    package var xmlDepth = 64
    /// The longest tag in XML.
    package var xmlTagBytes: UInt64 = 4 << 20

    /// The limits that hold unless somebody says otherwise.
    package static let `default` = ContainerLimits()
}
