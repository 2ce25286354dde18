extension Record {
    /// Lends the content of a cell: unescaped, UTF-8, empty if there is no such cell.
    public func withCell<Result, Failure: Error>(
        _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard cells.indices.contains(index) else { return try body(bytes.span.extracting(0..<0)) }
        let cell = cells[index]
        if cell.isRewritten { return try body(rewritten.span.extracting(cell.range)) }
        return try body(bytes.span.extracting(cell.range))
    }

    /// Appends the content of a cell: unescaped, UTF-8, nothing if there is no such cell.
    public func appendCell(_ index: Int, to output: inout [UInt8]) {
        output.append(contentsOf: content(at: index))
    }

    /// The content of a cell, empty if there is no such cell.
    public func text(_ index: Int) -> String {
        String(decoding: content(at: index), as: UTF8.self)
    }

    /// Whether no cell holds anything but white space, no-break and zero-width spaces included.
    public var isBlank: Bool {
        for cell in cells {
            let content = content(of: cell)
            if content.contains(where: { $0 > ASCII.space && $0 < 0x80 }) { return false }
            guard content.contains(where: { $0 >= 0x80 }) else { continue }
            let scalars = String(decoding: content, as: UTF8.self).unicodeScalars
            if !scalars.allSatisfy(Self.isInvisible) { return false }
        }
        return true
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }

    /// The content of a cell as a stretch of bytes, empty if there is no such cell.
    func content(at index: Int) -> ArraySlice<UInt8> {
        cells.indices.contains(index) ? content(of: cells[index]) : []
    }

    private func content(of cell: CellRange) -> ArraySlice<UInt8> {
        cell.isRewritten ? rewritten[cell.range] : bytes[cell.range]
    }

    /// Turns the cells that are not ASCII from a code page into UTF-8.
    mutating func decode(with page: CodePage) {
        for index in cells.indices {
            let content = content(of: cells[index])
            guard content.contains(where: { $0 >= 0x80 }) else { continue }
            let start = rewritten.count
            for byte in content {
                rewritten.append(
                    contentsOf: UTF8.encode(page.scalar(of: byte)) ?? UTF8.encodedReplacementCharacter)
            }
            cells[index] = CellRange(start..<rewritten.count, isRewritten: true)
        }
    }
}
