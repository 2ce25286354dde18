/// Where the bytes of a table come from: a file, a pipe, a request.
///
/// The reader asks for one large piece after another and never for the same one twice.
public protocol ByteSource {
    /// Appends the next bytes to `output`, as many as there are at hand and at most `output.freeCapacity`.
    ///
    /// Appending none means that the input has ended.
    ///
    /// - Throws: an error with the code `unreadable` if the bytes cannot be had.
    mutating func read(into output: inout OutputSpan<UInt8>) throws(TableError)
}
