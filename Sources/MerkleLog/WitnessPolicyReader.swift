import Cryptography

/// Reads the lines of a policy for witnesses (C2SP tlog-policy).
///
/// Names are compared as bytes: Swift's `==` on strings takes a Kelvin sign for a K.
struct WitnessPolicyReader {
    /// What a quorum line names: the place of a witness or group, or nobody.
    struct Quorum {
        let place: Int?
    }

    private(set) var logs: [VerifierKey] = []
    private(set) var members: [WitnessPolicy.Member] = []
    private(set) var quorum: Quorum?

    private var places: [[UInt8]: Int] = [:]
    private var inGroup: Set<Int> = []
    private var keys: Set<VerifyingKey> = []
    private var number = 0

    /// More lines than any policy has; the specification asks for 32 of each kind.
    private static let greatestByteCount = 1 << 20
    private static let greatestCount = 4096
    private static let none = Array("none".utf8)

    mutating func read(_ bytes: [UInt8]) throws(WitnessPolicyError) {
        guard bytes.count <= Self.greatestByteCount else {
            throw WitnessPolicyError("it is too long", line: nil)
        }
        if bytes.isEmpty { return }
        guard bytes.last == NoteSyntax.newline else {
            throw WitnessPolicyError("the last line has no newline", line: nil)
        }
        for line in bytes.dropLast().split(separator: NoteSyntax.newline, omittingEmptySubsequences: false) {
            number += 1
            guard line.allSatisfy({ $0 == 9 || $0 >= 0x20 && $0 != 0x7F }) else {
                throw failure("there is a control character in it")
            }
            let items = line.split { $0 == 9 || $0 == 0x20 }
            guard let word = items.first, word.first != UInt8(ascii: "#") else { continue }
            try read(String(decoding: word, as: UTF8.self), items.dropFirst().map { Array($0) })
            guard logs.count + members.count <= Self.greatestCount else {
                throw failure("nobody needs so many logs, witnesses and groups")
            }
        }
    }

    private mutating func read(_ word: String, _ items: [[UInt8]]) throws(WitnessPolicyError) {
        switch word {
        case "log": try readLog(items)
        case "witness": try readWitness(items)
        case "group": try readGroup(items)
        case "quorum": try readQuorum(items)
        default: throw failure("a line begins with log, witness, group or quorum")
        }
    }

    private mutating func readLog(_ items: [[UInt8]]) throws(WitnessPolicyError) {
        guard (1...2).contains(items.count) else { throw failure("a log has a key, and an address if any") }
        let key = try key(items[0], .ed25519, "a log")
        guard !logs.contains(where: { $0.key == key.key }) else {
            throw failure("this log stands there already")
        }
        logs.append(key)
    }

    private mutating func readWitness(_ items: [[UInt8]]) throws(WitnessPolicyError) {
        guard (2...3).contains(items.count) else {
            throw failure("a witness has a name, a key, and an address if any")
        }
        let key = try key(items[1], .cosignature, "a witness")
        guard keys.insert(key.key).inserted else {
            throw failure("the key of this witness stands there already")
        }
        try add(
            items[0],
            .witness(
                .init(
                    name: String(decoding: items[0], as: UTF8.self), key: key,
                    address: items.count > 2 ? String(decoding: items[2], as: UTF8.self) : nil)))
    }

    private mutating func readGroup(_ items: [[UInt8]]) throws(WitnessPolicyError) {
        guard items.count >= 3 else { throw failure("a group has a name, a number, and at least one member") }
        var found: [Int] = []
        for name in items[2...] {
            guard let place = places[name] else { throw failure("a member is named by no line above") }
            // Each counts in one way only.
            guard inGroup.insert(place).inserted else { throw failure("a member stands in a group already") }
            found.append(place)
        }
        let threshold: Int
        switch String(decoding: items[1], as: UTF8.self) {
        case "all": threshold = found.count
        case "any": threshold = 1
        default:
            guard let number = DecimalNumber.parse(items[1][...]).flatMap({ Int(exactly: $0) }),
                (1...found.count).contains(number)
            else { throw failure("the number of a group is all, any, or from 1 to that of its members") }
            threshold = number
        }
        try add(
            items[0],
            .group(
                name: String(decoding: items[0], as: UTF8.self), threshold: threshold, members: found))
    }

    private mutating func readQuorum(_ items: [[UInt8]]) throws(WitnessPolicyError) {
        guard items.count == 1 else { throw failure("a quorum is one name, or none") }
        guard quorum == nil else { throw failure("there is a second quorum line") }
        guard items[0] != Self.none else {
            quorum = Quorum(place: nil)
            return
        }
        guard let place = places[items[0]] else { throw failure("the quorum is named by no line above") }
        quorum = Quorum(place: place)
    }

    private mutating func add(_ name: [UInt8], _ member: WitnessPolicy.Member) throws(WitnessPolicyError) {
        guard name != Self.none else { throw failure("none is not for a witness or group") }
        guard places.updateValue(members.count, forKey: name) == nil else {
            throw failure("this name stands there already")
        }
        members.append(member)
    }

    private func key(
        _ text: [UInt8], _ algorithm: SignatureAlgorithm, _ whose: String
    ) throws(WitnessPolicyError) -> VerifierKey {
        let key: VerifierKey
        do throws(NoteError) {
            guard let line = String(validating: text, as: UTF8.self) else { throw .malformedKey }
            key = try VerifierKey(parsing: line)
        } catch {
            throw WitnessPolicyError(error.what, line: number, hint: error.hint)
        }
        guard key.algorithm == algorithm else {
            throw failure("this key is not one of \(whose): its type is another")
        }
        return key
    }

    private func failure(_ what: String) -> WitnessPolicyError { WitnessPolicyError(what, line: number) }
}
