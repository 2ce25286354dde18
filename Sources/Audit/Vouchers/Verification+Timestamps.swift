public import Consent
import Cryptography
import Files
import Ledger
import MerkleLog

extension Verification {
    /// A timestamp that was found, and what it says.
    public struct Stamp: Hashable, Sendable {
        /// How many entries the stamped checkpoint has.
        public let size: UInt64
        /// They existed no later than this.
        public let noLaterThan: Instant
        /// Whether an authority that is trusted has signed it; false where none was given to check with.
        public let isVerified: Bool
    }

    /// Checks the timestamps that lie in a folder with its checkpoint.
    mutating func holdTimestamps(in folder: String, _ trust: VerificationTrust) throws {
        guard Folder.exists(Path.join(folder, EnclosedTimestamps.folder)), let head = checkpoint else {
            return noteStamps(trust)
        }
        let names = try Folder.files(in: folder).compactMap { EnclosedTimestamps.Name($0) }
        for name in names.sorted(by: { ($0.size, $0.number) < ($1.size, $1.number) }) {
            guard let text = stampedText(name, in: folder, head) else { continue }
            let reply = contents(name.path, in: folder, limit: TimestampReply.greatestByteCount)
            do throws(TimestampError) {
                let token = try TimestampReply.token(in: reply ?? [])
                take(token, size: name.size, text: text, place: name.path, trust)
            } catch {
                find(name.path, error.what)
            }
        }
        noteStamps(trust)
    }

    /// Checks the timestamps that a ledger keeps.
    mutating func holdTimestamps(of ledger: Ledger, _ trust: VerificationTrust) throws {
        for kept in try ledger.timestamps {
            let place = "log.db, timestamp over \(kept.size) entries"
            guard let text = try ledger.checkpointText(size: kept.size) else {
                find(place, "the log has fewer entries")
                continue
            }
            take(kept.token, size: kept.size, text: Array(text.utf8), place: place, trust)
        }
        noteStamps(trust)
    }

    /// The text that a timestamp is of, once it is proven to be that of a checkpoint which the head extends.
    private mutating func stampedText(
        _ name: EnclosedTimestamps.Name, in folder: String, _ head: VerifiedCheckpoint
    ) -> [UInt8]? {
        guard let bytes = contents(name.textPath, in: folder, limit: 1 << 16),
            let text = String(validating: bytes, as: UTF8.self), let stamped = try? Checkpoint(parsing: text),
            stamped.size == name.size, stamped.origin == head.checkpoint.origin
        else {
            find(
                name.textPath,
                "it is missing, or no text of a checkpoint with \(name.size) entries of this log")
            return nil
        }
        if stamped.head == head.head { return bytes }
        guard
            let proof = contents(name.proofPath, in: folder, limit: SignedNote.maximumByteCount)
                .flatMap({ try? ConsistencyProof(parsing: $0) }),
            let extending = try? proof.verify(
                from: stamped.head, key: head.key, origin: head.checkpoint.origin),
            extending.head == head.head
        else {
            find(name.textPath, "nothing proves that the checkpoint here extends the stamped one")
            return nil
        }
        return bytes
    }

    private func contents(_ name: String, in folder: String, limit: Int) -> [UInt8]? {
        try? InputFile.contents(of: Path.join(folder, name), limit: limit)
    }

    /// Holds one token against the text that it must be of, and against who is trusted.
    private mutating func take(
        _ token: TimestampToken, size: UInt64, text: [UInt8], place: String, _ trust: VerificationTrust
    ) {
        let imprint = SHA256.digest(of: text)
        guard imprint == token.imprint else {
            return find(place, "it is a timestamp of another text than that of this checkpoint")
        }
        let stampedAt = Instant(seconds: token.stampedAt)
        guard let authorities = trust.authorities else {
            stamps.append(Stamp(size: size, noLaterThan: stampedAt, isVerified: false))
            return
        }
        do throws(TimestampError) {
            let end = Instant(seconds: try token.verified(of: imprint, by: authorities))
            stamps.append(Stamp(size: size, noLaterThan: stampedAt, isVerified: true))
            if end < trust.now {
                notes.append(
                    "The certificate of the authority that stamped \(size) entries was valid then and ended on \(end.day): rely on a newer timestamp as well."
                )
            }
        } catch {
            find(place, error.what)
        }
    }

    /// Says what the timestamps add up to.
    private mutating func noteStamps(_ trust: VerificationTrust) {
        let unverified = stamps.count { !$0.isVerified }
        if unverified > 0 {
            notes.append(
                "\(unverified) \(unverified == 1 ? "timestamp was" : "timestamps were") not verified, for nobody was named whose time is trusted: give the authority's certificate with --tsa-ca."
            )
        }
        if stamps.count > unverified { count("timestamps", UInt64(stamps.count - unverified)) }
        if stamps.isEmpty, trust.authorities != nil,
            !findings.contains(where: { $0.place.contains("timestamp") })
        {
            notes.append("There are no timestamps here to verify.")
        }
    }
}
