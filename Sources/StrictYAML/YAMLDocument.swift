import Yams

/// The subset of YAML in which policies, layouts and wordings are written: mappings, sequences and scalars.
///
/// Refused are anchors and aliases (500 bytes of them can unfold to gigabytes), tags, duplicate keys, keys
/// that are not plain words, tabs as indentation, several documents in one file, and files over 1 MiB.
package enum YAMLDocument {
    /// The most that is read, in bytes.
    package static let maximumSize = 1 << 20

    /// Reads the one document of a file.
    ///
    /// - Parameters:
    ///   - text: The whole file.
    ///   - file: Its name, for errors.
    ///   - firstLine: The line of the file at which `text` begins, 1-based; front matter begins at line 2.
    ///   - packed: What ``YAMLNode/packed`` gave for this very text when the program was built; nil for a text of
    ///     which nothing is known.
    package static func parse(
        _ text: String, file: String, firstLine: Int = 1, packed: String? = nil
    ) throws(YAMLError) -> YAMLNode {
        let source = YAMLSource(file: file, text: text, firstLine: firstLine)
        if let packed, let root = PackedTree.unpack(packed, source: source) { return root }
        guard text.utf8.count <= maximumSize else {
            throw source.error(1, 1, "the file is over 1 MiB", hint: "Policies and wordings are small texts.")
        }
        if let (line, column) = firstAnchorOrAlias(in: text) {
            throw source.error(
                line, column, "anchors and aliases (& and *) are not allowed",
                hint: "Write the value out, or put it in quotes if it is text.")
        }
        do {
            // Every scalar is a text here, whatever it looks like: nothing asks what type it would resolve to.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { throw source.error(1, 1, "the file is empty") }
            // Nodes refer to their anchors weakly and the parser owns them: it must outlive the check.
            return try withExtendedLifetime(parser) { try YAMLNode(root, source: source, depth: 0) }
        } catch let error as YAMLError {
            throw error
        } catch let error as YamlError {
            throw source.error(from: error)
        } catch {
            throw source.error(1, 1, "the file cannot be read as YAML")
        }
    }

    /// Where an anchor or alias could begin, found before anything is composed: composing hashes keys, and a
    /// key may be an alias that unfolds without end.
    ///
    /// Looks only at places where YAML would read an indicator: after the start of a line, `- `, `: `, `? `, `[`, `{`
    /// or `, `. Text within quotes and block scalars may be hit too, and is then refused: rather that than a bomb.
    private static func firstAnchorOrAlias(in text: String) -> (line: Int, column: Int)? {
        var line = 1
        var column = 0
        var opensValue = true
        var previous: Unicode.Scalar = "\n"
        var isAwaitingName = false
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                (line, column, opensValue, isAwaitingName) = (line + 1, 0, true, false)
                previous = scalar
                continue
            }
            column += 1
            if isAwaitingName, scalar != " ", scalar != "*", scalar != "&" { return (line, column - 1) }
            isAwaitingName = opensValue && (scalar == "&" || scalar == "*")
            if scalar == " " {
                if ":-?,".unicodeScalars.contains(previous) { opensValue = true }
            } else {
                opensValue = scalar == "[" || scalar == "{" || scalar == ","
            }
            previous = scalar
        }
        return nil
    }
}
