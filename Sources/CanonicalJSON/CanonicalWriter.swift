/// Writes the canonical form of RFC 8785 straight to bytes, where a tree of values would cost more than the text.
///
/// The caller names the members of each object in the order of RFC 8785 section 3.2.3; for names of ASCII that is
/// the order of their bytes. What it writes is what ``JSONValue/canonicalBytes`` of the same value gives.
package struct CanonicalWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    /// Whether the next member or item needs a comma before it.
    private var needsComma = false

    /// A writer that wrote nothing, with room for a text of the usual size.
    package init(capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

    /// Begins anew in the same memory.
    package mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Begins an object, as the whole text or as an item of a list.
    package mutating func beginObject() { open("{") }

    /// Begins an object as a member.
    package mutating func beginObject(_ name: StaticString) { open("{", named: name) }

    /// Ends the object that was begun last.
    package mutating func endObject() { close("}") }

    /// Begins a list as a member.
    package mutating func beginList(_ name: StaticString) { open("[", named: name) }

    /// Ends the list that was begun last.
    package mutating func endList() { close("]") }

    /// Writes a member whose value is a text; none for nil.
    package mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        write(name: name)
        write(text)
    }

    /// Writes a member whose value is a number.
    package mutating func member(_ name: StaticString, _ number: Int64) {
        write(name: name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a member whose value is a tree; none for nil.
    package mutating func member(_ name: StaticString, _ value: JSONValue?) {
        guard let value else { return }
        write(name: name)
        bytes.append(contentsOf: value.canonicalBytes)
    }

    /// Writes an item of a list.
    package mutating func item(_ text: String) {
        separate()
        write(text)
    }

    private mutating func open(_ bracket: Unicode.Scalar, named name: StaticString? = nil) {
        if let name { write(name: name) } else { separate() }
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Names stand in the program, and need no escapes.
    private mutating func write(name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// RFC 8785 section 3.2.2.2.
    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        // Nearly every text has nothing to escape, and stays as it is.
        for place in start..<bytes.count
        where bytes[place] < 0x20 || bytes[place] == 0x22 || bytes[place] == 0x5C {
            bytes.removeLast(bytes.count - start + 1)
            bytes.append(contentsOf: JSONValue.string(text).canonicalBytes)
            return
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
