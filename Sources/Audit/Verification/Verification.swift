package import CanonicalJSON
import Consent
public import MerkleLog

/// What a verification looked at, and what it found.
public struct Verification: Sendable {
    /// What can be verified.
    public enum Subject: String, Sendable, CaseIterable {
        /// The public log as files, from `log export`.
        case log = "exported-log"
        /// A ledger's home.
        case ledger
        /// A dossier of one subject.
        case dossier
        /// A receipt of one record, a C2SP tlog-proof.
        case receipt
        /// The certificate of one vetting.
        case certificate
        /// The certificate of an erasure.
        case erasure = "erasure-certificate"
    }

    /// Something that is not as it was signed.
    public struct Finding: Hashable, Sendable {
        /// Where: a file within what was verified, or a place in the ledger.
        public let place: String
        /// What is wrong there.
        public let problem: String
    }

    /// How many of something were looked at.
    public struct Count: Hashable, Sendable {
        /// What was counted, in the plural.
        public let name: String
        /// How many.
        public let number: UInt64
    }

    /// Where the key came from that the signatures were checked with.
    public enum KeySource: String, Sendable, CaseIterable {
        /// Whoever verifies brought it along.
        case given
        /// It lay with what was verified, and vouches only as far as the way by which that came.
        case enclosed
        /// It is derived from the ledger's own private key.
        case own
    }

    /// What was verified.
    public let subject: Subject
    /// Where it lies.
    public let path: String
    /// What is wrong; empty when all is well.
    ///
    /// At most a thousand.
    public internal(set) var findings: [Finding] = []
    /// What could not be looked at, or should be known; none of it is wrong.
    public internal(set) var notes: [String] = []
    /// What was looked at.
    public internal(set) var counts: [Count] = []
    /// The key that signatures were checked with.
    public internal(set) var key: VerifierKey?
    /// That key with those before and after it, as far as changes of the key led to them.
    public internal(set) var keys: KeySuccession?
    /// Where that key came from.
    public internal(set) var keySource: KeySource = .given
    /// The signed checkpoint that everything was held against.
    public internal(set) var checkpoint: VerifiedCheckpoint?
    /// The timestamps that were found and are of this log.
    public internal(set) var stamps: [Stamp] = []
    /// The witnesses of the policy that have cosigned the checkpoint.
    public internal(set) var sightings: [Sighting] = []
    /// What was found of a file that somebody asked about.
    public internal(set) var output: Output?
    /// R of a receipt or a certificate that holds, and of the certificate in a dossier of a list.
    ///
    /// Personal data where it is of a subject.
    package internal(set) var record: JSONValue?

    init(_ subject: Subject, at path: String) {
        self.subject = subject
        self.path = path
    }

    /// Whether nothing is wrong.
    public var holds: Bool { findings.isEmpty }

    mutating func find(_ place: String, _ problem: String) {
        // A thousand findings say as much as a million, and the latter would fill the memory.
        if findings.count < 1000 { findings.append(Finding(place: place, problem: problem)) }
    }

    mutating func count(_ name: String, _ number: UInt64) { counts.append(Count(name: name, number: number)) }

    /// Settles on a key, and follows the changes that lead from it to others.
    mutating func use(_ key: VerifierKey, from source: KeySource, through transitions: [KeyTransition] = []) {
        self.key = key
        keySource = source
        do throws(CheckpointError) { keys = try KeySuccession(of: key, through: transitions) } catch {
            keys = KeySuccession(key)
            find("transitions", error.description)
        }
        for transition in keys?.transitions ?? [] {
            notes.append(
                "The log's key changed in entry \(transition.size - 1), from \(transition.from.keyIDText) to \(transition.to.keyIDText); both keys signed that."
            )
        }
        guard source == .enclosed else { return }
        notes.append(
            "The key was taken from what was verified; compare its text with the one that the controller publishes: "
                + key.text)
    }
}
