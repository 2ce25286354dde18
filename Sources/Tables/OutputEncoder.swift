/// Writes UTF-8 text in the encoding of an output.
package struct OutputEncoder: Sendable {
    /// The encoding of the output.
    package let encoding: TextEncoding
    /// How many characters were lost because the encoding does not hold them, so far.
    package private(set) var lossCount = 0

    /// Makes an encoder that has lost nothing yet.
    package init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Appends text, which is UTF-8, in the encoding of the output.
    ///
    /// What an encoding of one byte a character does not hold becomes `?` and counts as lost, character by character. Bytes that are no
    /// UTF-8 become U+FFFD, and all of them together count once.
    package mutating func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        do throws(Unicode.UTF8.ValidationError) {
            let characters = try UTF8Span(validating: text.span)
            if encoding == .utf8 || (encoding.codePage != nil && characters.isKnownASCII) {
                output.append(contentsOf: text)
                return
            }
            var scalars = characters.makeUnicodeScalarIterator()
            while let scalar = scalars.next() { append(scalar, to: &output) }
        } catch {
            lossCount += 1
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars { append(scalar, to: &output) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch encoding {
        case .utf8:
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case .utf16LittleEndian:
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                output.append(UInt8(truncatingIfNeeded: unit))
                output.append(UInt8(truncatingIfNeeded: unit >> 8))
            }
        case .utf16BigEndian:
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                output.append(UInt8(truncatingIfNeeded: unit >> 8))
                output.append(UInt8(truncatingIfNeeded: unit))
            }
        case .windows1252, .latin9, .macintosh:
            let byte = encoding.codePage?.byte(for: scalar)
            lossCount += byte == nil ? 1 : 0
            output.append(byte ?? CodePage.substitute)
        }
    }
}
