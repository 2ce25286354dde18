import ArgumentParser
import Audit
import Cryptography
import Files
import MerkleLog

/// Whom a verification trusts besides the log's own key.
struct TrustOptions: ParsableArguments {
    @Option(
        name: .customLong("tsa-ca"),
        help: ArgumentHelp(
            "Check timestamps: the authority's certificate, or of who issued it (PEM).", valueName: "file"),
        completion: .file())
    var authorities: String?

    @Option(
        help: ArgumentHelp(
            "Demand that enough witnesses cosigned the checkpoint: their keys and quorum (C2SP tlog-policy).",
            valueName: "file"), completion: .file())
    var policy: String?

    /// What the options name, read.
    func trust() throws -> VerificationTrust {
        VerificationTrust(
            authorities: try authorities.map(Self.authorities), policy: try policy.map(Self.policy))
    }

    /// Certificates that are trusted to say what time it was.
    static func authorities(_ path: String) throws -> TimestampAuthorities {
        let bytes = try InputFile.contents(of: path, limit: TimestampAuthorities.greatestByteCount)
        do throws(TimestampError) { return try TimestampAuthorities(parsing: bytes) } catch {
            throw Complaint(
                "\(path): there is no certificate in it.",
                hint: "Give the authority's certificate, or its issuer's, as PEM or DER.")
        }
    }

    private static func policy(_ path: String) throws -> WitnessPolicy {
        let bytes = try InputFile.contents(of: path, limit: 1 << 20)
        do throws(WitnessPolicyError) { return try WitnessPolicy(parsing: bytes) } catch {
            let place = error.line.map { "\(path), line \($0)" } ?? path
            throw Complaint(
                "\(place): \(error.what).",
                hint: "\(error.hint.prefix(1).uppercased())\(error.hint.dropFirst()).")
        }
    }
}
