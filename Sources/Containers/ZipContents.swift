/// The files of a zip archive, one after the other.
package enum ZipContents {
    /// Calls a body with every file of an archive, in the order of its table of contents.
    ///
    /// - Parameters:
    ///   - input: The archive.
    ///   - greatest: The most bytes that one file may have.
    ///   - limits: How much may come out.
    ///   - body: Takes the name with its folders, and the content.
    /// - Throws: ``ContainerError``: `damaged`, `encrypted`, `tooLarge`; `unsafeName` where a name leads out of the
    ///   archive; `bomb` where it unpacks to far more than it should.
    package static func forEachFile(
        of input: any ContainerInput, greatest: Int, limits: ContainerLimits = .default,
        _ body: (_ name: String, _ content: [UInt8]) throws -> Void
    ) throws {
        let archive = try ZipArchive(input, limits: limits)
        for member in archive.members where member.kind == .file {
            let file = try archive.open(member)
            var content: [UInt8] = []
            while case let piece = try file.read(atMost: 1 << 16), !piece.isEmpty {
                guard piece.count <= greatest - content.count else {
                    throw ContainerError.tooLarge("A file of this archive is too long.")
                        .within(PrintableName(member.name).text)
                }
                content += piece
            }
            try body(member.name, content)
        }
    }
}
