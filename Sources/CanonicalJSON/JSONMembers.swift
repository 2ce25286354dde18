import FoundationEssentials

/// The members of an object in their own order, each with its value as a text.
///
/// For objects that others wrote: numbers stand as they stood, with fractions and of any size; a list or an object
/// within is its JSON; `null` is nothing. ``JSONValue`` keeps neither numbers nor the order.
package struct JSONMembers: Hashable, Sendable {
    /// A name and its value.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// Bytes that are no object of JSON.
    package struct ReadingError: Error, Hashable, Sendable {
        /// The line on which they cease to be one, from 1.
        package let line: Int
    }

    /// The members, as often as they stand there.
    package let members: [Member]

    /// Cuts an object.
    package init(cutting bytes: [UInt8]) throws(ReadingError) {
        var cutter = JSONCutter(bytes)
        guard let members = cutter.object(), cutter.isAtEnd else {
            throw ReadingError(line: 1 + bytes.prefix(cutter.position).count { $0 == 0x0A })
        }
        self.members = members
    }

    /// The text of a string with escapes in it, quotation marks and all; nil if it is none.
    static func unescaped(_ string: ArraySlice<UInt8>) -> String? {
        try? JSONDecoder().decode(String.self, from: Data(string))
    }
}
