/// What a table is wrapped in, or written as instead of a table.
package enum ContainerKind: String, Hashable, Sendable, CaseIterable {
    /// Rows of text, left as they are.
    case plain
    /// Compressed bytes (RFC 1952).
    case gzip
    /// An archive of files.
    case zip
    /// A workbook of Excel 2007 and later (ECMA-376).
    case xlsx
    /// Cards of an address book (RFC 2426, RFC 6350, vCard 2.1).
    case vCard = "vcard"
    /// Objects in JSON, one after the other or in an array.
    case jsonLines = "json-lines"
    /// One address a line, with or without a name.
    case addresses = "address-lines"
}
