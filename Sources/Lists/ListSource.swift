package import Containers
package import Cryptography
package import Files
import Origins
import Tables
package import Workers

/// A file or a pipe in which a list is, and whatever the list is wrapped in.
package final class ListSource {
    private let input: ListInput
    /// What was found in it; nil before it was read.
    package private(set) var content: Content?
    /// The digest at the time when an archive was opened, which is read here and there and not from end to end.
    private var digestAtOpening: Digest?
    /// What the text turned out to be written in, where its beginning did not show it.
    var settledEncoding: TextEncoding?
    /// Whether the beginning looked like UTF-8 without saying so, and may turn out to be something else.
    var wasTakenForUTF8 = false

    /// Opens a file, or standard input for `-`.
    ///
    /// What comes through a pipe is kept in a nameless file of the system's temporary folder.
    ///
    /// - Parameter workers: With more than one, the next bytes of a long file are read by a thread of their own.
    /// - Throws: `FileError`.
    package init(path: String, workers: Workers = Workers(1)) throws {
        input = try ListInput(path: path, workers: workers)
    }

    /// The file as it was named, for messages.
    package var name: String { input.name }
    /// Its bytes.
    package var size: UInt64? { input.size }
    /// Which file it is; nil for a pipe.
    package var identity: InputFile.Identity? { input.identity }
    /// How many of its bytes have been read.
    package var byteCount: UInt64 { input.byteCount }

    /// What the list came in; settled once it was opened.
    package var packaging: Packaging { Packaging(of: content) }

    /// SHA-256 of the whole file, once the list has been read to its end.
    ///
    /// - Throws: ``ListError`` if the file changed while it was read.
    package func digest() throws -> Digest {
        let digest = try input.digest()
        if let digestAtOpening, digestAtOpening != digest { throw ListError.changed(name) }
        return digest
    }

    /// The list in the file, at its first byte.
    ///
    /// - Throws: ``ListError`` or `FileError`.
    func opened(_ catalogue: LayoutCatalogue, member: String?) throws -> Content {
        if let content {
            try content.rewind()
            return content
        }
        do {
            let opened = try open(catalogue, member: member)
            content = opened
            return opened
        } catch let error as ContainerError {
            throw ListError(container: error, in: name)
        }
    }

    private func open(_ catalogue: LayoutCatalogue, member: String?) throws -> Content {
        let likeness = ListLikeness(catalogue)
        // Whoever asked for the digest first has read to the end.
        try input.rewind()
        let opened = try Content.open(input, member: member) { likeness.score(of: $0, beginning: $1) }
        if opened.wrappings.contains(.zip) || opened.kind == .xlsx {
            digestAtOpening = try input.digest()
            try opened.rewind()
        }
        return opened
    }
}
