import CanonicalJSON
import Cryptography

/// A kek that is wrapped under a key from elsewhere, as its file holds it.
///
/// The file is one JSON object with all that is needed but the key: AES-256-GCM (SP 800-38D) as in every sealed box.
struct KeyEnvelope {
    private static let format = "consentgate-key/v1"
    /// Ties an envelope to what it holds.
    private static let context = Array("consentgate-key/v1 kek".utf8)

    /// Where the key comes from that opens it.
    let source: KeySource
    private let wrapped: [UInt8]

    /// Wraps a kek.
    init(wrapping kek: SecretKey, under outer: SecretKey, from source: KeySource, random: some RandomSource)
        throws
    {
        self.source = source
        wrapped = try SealedBox.wrap(kek, key: outer, context: Self.context, random: random)
    }

    /// The kek; nil where this is not the key that it was wrapped under.
    func opened(with outer: SecretKey) -> SecretKey? {
        try? SealedBox.unwrap(wrapped, key: outer, context: Self.context)
    }

    /// The bytes of the file.
    var bytes: [UInt8] {
        let further: [(String, JSONValue?)] =
            switch source {
            case .passphrase(let scrypt):
                [
                    ("kdf", .string("scrypt")), ("n", .integer(Int64(clamping: scrypt.cost))),
                    ("r", .integer(Int64(clamping: scrypt.blockSize))),
                    ("p", .integer(Int64(clamping: scrypt.parallelism))),
                    ("salt", .string(Base64.encode(scrypt.salt))),
                ]
            case .command(let words): [("command", .array(words.map { .string($0) }))]
            case .file(let path): [("file", .string(path))]
            }
        var members: [JSONValue.Member] = [
            .init("format", .string(Self.format)), .init("key", .string("kek")),
            .init("source", .string(source.name)),
        ]
        for case (let name, let value?) in further { members.append(.init(name, value)) }
        members.append(.init("wrapped", .string(Base64.encode(wrapped))))
        return Array(JSONValue.object(members).pretty.utf8)
    }

    /// Reads a file; nil where it is none of this form.
    init?(_ bytes: [UInt8]) {
        guard let json = try? JSONValue(reading: bytes), json["format"]?.text == Self.format,
            json["key"]?.text == "kek", let source = Self.source(json),
            let wrapped = json["wrapped"]?.text.flatMap({ Base64.decode($0) }),
            wrapped.count == SealedBox.overhead + SecretKey.byteCount
        else { return nil }
        self.source = source
        self.wrapped = wrapped
    }

    private static func source(_ json: JSONValue) -> KeySource? {
        func number(_ name: String) -> UInt64? { json[name]?.number.flatMap { UInt64(exactly: $0) } }
        switch json["source"]?.text {
        case "passphrase":
            guard json["kdf"]?.text == "scrypt", let n = number("n"), let r = number("r"),
                let p = number("p"),
                let salt = json["salt"]?.text.flatMap({ Base64.decode($0) })
            else { return nil }
            return Scrypt(cost: n, blockSize: r, parallelism: p, salt: salt).map { .passphrase($0) }
        case "command":
            let items = json["command"]?.items ?? []
            let words = items.compactMap(\.text)
            guard words.count == items.count, words.first?.hasPrefix("/") == true else { return nil }
            return .command(words)
        case "file":
            guard let path = json["file"]?.text, path.hasPrefix("/") else { return nil }
            return .file(path)
        default: return nil
        }
    }
}
