/// Bytes that can be read again from the start: a file, a spooled pipe, what lies in an archive.
///
/// One reader at a time. A list is looked at before it is read, and sometimes read twice.
package protocol ContainerInput: AnyObject {
    /// The next bytes, at most as many as asked for; none at the end, and then again none.
    func read(atMost count: Int) throws -> [UInt8]

    /// Goes back to the first byte.
    func rewind() throws

    /// Goes to a byte, counted from 0; a place behind the end is the end.
    func seek(to offset: UInt64) throws

    /// How many bytes there are, as far as that is known without reading them.
    var size: UInt64? { get }
}

extension ContainerInput {
    /// Goes to a byte by reading everything before it, for inputs that know no better way.
    package func seek(to offset: UInt64) throws {
        try rewind()
        var left = offset
        while left > 0 {
            let skipped = try read(atMost: Int(min(left, 1 << 16)))
            if skipped.isEmpty { return }
            left -= min(left, UInt64(skipped.count))
        }
    }

    /// Nothing is known.
    package var size: UInt64? { nil }
}
