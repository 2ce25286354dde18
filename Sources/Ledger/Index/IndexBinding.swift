import CanonicalJSON
import Consent
import Cryptography
import MerkleLog

/// Of what state of the ledger a look-up file was made.
struct IndexBinding: Equatable {
    /// The log.
    let origin: String
    let purpose: Purpose
    /// How many entries the log had.
    let size: UInt64
    /// The root of the log's tree then.
    let root: Digest
    /// How many records had been erased.
    let erased: UInt64
    /// The epoch of the vault's seal.
    let epoch: [UInt8]

    var bytes: [UInt8] {
        JSONValue.object(of: [
            "format": "standings/1", "log": .string(origin), "purpose": .string(purpose.id),
            "size": .integer(Int64(clamping: size)), "root": .string(root.hex),
            "erased": .integer(Int64(clamping: erased)), "epoch": .string(Hex.encode(epoch)),
        ]).canonicalBytes
    }

    init(
        origin: String, purpose: Purpose, size: UInt64, root: Digest, erased: UInt64, epoch: [UInt8]
    ) {
        (self.origin, self.purpose, self.size) = (origin, purpose, size)
        (self.root, self.erased, self.epoch) = (root, erased, epoch)
    }

    /// Reads ``bytes``; nil where they are something else.
    init?(_ bytes: [UInt8]) {
        guard let json = try? JSONValue(readingCanonical: bytes), json["format"]?.text == "standings/1",
            let origin = json["log"]?.text, let purpose = json["purpose"]?.text.flatMap({ Purpose($0) }),
            let size = json["size"]?.number, let root = json["root"]?.text.flatMap({ Digest(hex: $0) }),
            let erased = json["erased"]?.number, size >= 0, erased >= 0,
            let epoch = json["epoch"]?.text.flatMap({ Hex.decode($0) })
        else { return nil }
        self.init(
            origin: origin, purpose: purpose, size: UInt64(size), root: root, erased: UInt64(erased),
            epoch: epoch)
    }
}
