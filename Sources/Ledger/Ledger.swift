public import Consent
import Cryptography
import Database
import Files
public import MerkleLog

/// The append-only history of one controller: a public log of commitments and a sealed vault of what they commit to.
///
/// One event goes this way, and the order is the promise:
///
/// 1. the sealed record into the vault, pending, committed;
/// 2. its leaf, the tiles that change and the signed checkpoint into the log, committed;
/// 3. the checkpoint into `head`, fsynced: from here on this ledger never signs anything older or else;
/// 4. the event marked as done in the vault, committed;
/// 5. the answer.
///
/// An answered event is therefore never lost. A pending event that never reached the log was never answered, and is
/// dropped at the next start; one that did reach it is kept.
///
/// An instance belongs to one thread. Several processes may use one ledger: appends wait for each other on a lock.
public final class Ledger {
    /// Where the ledger lies.
    public let home: LedgerHome
    /// Whether opening it made it.
    public let wasCreated: Bool
    /// The name of the log, the first line of every checkpoint (C2SP tlog-checkpoint).
    public let origin: String
    /// The key that verifies the log's checkpoints from now on; see ``keySuccession`` for those before it.
    public internal(set) var verifierKey: VerifierKey
    /// The newest signed checkpoint.
    public internal(set) var checkpoint: VerifiedCheckpoint

    let context: LedgerContext
    var keys: KeyRing
    /// Keys of threads may be wrapped under these, too: another process changed `kek`, or is changing it.
    var otherWrappingKeys: [SecretKey] = []
    var signer: LogSigner
    let log: LogStore
    let vault: VaultStore
    let suppression: SuppressionStore
    /// The fingerprints of registered sources, opened when they are first asked for; most ledgers have none.
    var sourceStore: SourceStore?
    /// What the open records say, read again when the log has grown.
    var registry: Registry
    /// Which files log and keys were when they were opened: a restoration or a change of keys puts others in their place.
    var identities: Identities
    /// What is asked of the vault for many subjects, compiled when it is first needed.
    var keptInquiry: VaultInquiry?
    /// Set when a write failed in a way that leaves its outcome unknown; nothing is answered from then on.
    var isUncertain = false

    /// Opens the ledger at a place, and makes it if nothing is there.
    ///
    /// Whatever a killed process left half-done is finished or dropped before the first answer.
    ///
    /// - Parameters:
    ///   - home: Where it lies.
    ///   - context: Time and randomness.
    ///   - create: Whether to make a ledger where there is none.
    /// - Throws: ``LedgerError``.
    public convenience init(at home: LedgerHome, context: LedgerContext, create: Bool = true) throws {
        try self.init(at: home, context: context, create: create, origin: nil)
    }

    package init(
        at home: LedgerHome, context: LedgerContext, create: Bool, origin wanted: String?,
        inheriting: LedgerInheritance? = nil
    ) throws {
        do {
            let isNew = !home.exists
            guard create || !isNew else {
                throw LedgerError(
                    .missing, "There is no ledger in \(home.path).",
                    hint:
                        "Name the right folder with --home, or make one with: consentgate init --controller NAME"
                )
            }
            if isNew {
                try LedgerBirth.make(home, context: context, origin: wanted, inheriting: inheriting)
            }
            // Others need not wait while somebody is asked for a passphrase; what else is wrong is told below.
            let kek = home.key(.wrapping)
            if PrivateFile.exists(kek) {
                _ = try WrappingKeyFile(path: kek, unlocking: context.unlocking).read()
            }
            let (parts, newest, said) = try FileLock.holding(home.lock, onWait: context.onWait) {
                let parts = try LedgerParts.open(home, context.unlocking)
                let newest = try HeadFile.settle(home, log: parts.log, signer: parts.signer, context: context)
                try LogKeySettlement(home: home, log: parts.log, origin: parts.origin).drop()
                try Recovery.finish(vault: parts.vault, log: parts.log)
                try Recovery.destroyAgain(vault: parts.vault, log: parts.log)
                try Recovery.compare(vault: parts.vault, log: parts.log)
                parts.seal?.renew(home, parts.keys)
                return (parts, newest, try Registry(parts.log))
            }
            self.home = home
            self.context = context
            wasCreated = isNew
            (origin, keys, signer) = (parts.origin, parts.keys, parts.signer)
            (log, vault, suppression) = (parts.log, parts.vault, parts.suppression)
            verifierKey = parts.signer.verifierKey
            checkpoint = newest
            registry = said
            identities = Self.identities(home)
            // What a killed process intended to erase is erased before the first answer.
            if try isErasureUnfinished { try appending {} }
        } catch {
            throw LedgerError(describing: error, home: home)
        }
    }

    deinit { settleSeal() }

    /// Which files a ledger was opened from.
    struct Identities: Hashable {
        let log: [InputFile.Identity?]
        /// The number of a key file that is gone may be given to the next; its times tell the two apart.
        let keys: [FileStamp?]
    }

    static func identities(_ home: LedgerHome) -> Identities {
        let keys = [home.key(.log), home.key(.wrapping)]
        return Identities(
            log: ([home.logDatabase] + keys).map { InputFile.identity(of: $0) },
            keys: keys.map { FileStamp.of($0) })
    }

    /// The controller, if it has been named.
    public var controller: Controller? { registry.controllers.last?.controller }

    /// The purposes that are known: the newsletter, and whatever a published wording asks for.
    public var purposes: [Purpose] {
        Set(registry.wordings.flatMap(\.purposes)).union([.newsletter]).sorted()
    }

    /// Every published wording, in the order of publication.
    public var wordings: [Wording] { registry.wordings }

    /// The wording of a reference, or nil.
    public func wording(_ reference: WordingReference) -> Wording? { registry.byReference[reference] }

    /// The present moment, as this ledger takes it.
    public var now: Instant { context.now() }

    /// `HMAC-SHA256(lookup.key, normalised address)`, the first 16 bytes.
    func lookup(_ address: EmailAddress) -> [UInt8] {
        var mac = HMACSHA256(key: keys.lookup)
        return Array(mac.authenticate(Array(address.normalized.utf8)).bytes.prefix(16))
    }
}
