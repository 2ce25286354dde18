import CanonicalJSON
import Files
import Ledger
public import MerkleLog

extension Verification {
    /// Verifies a certificate, and every file that it speaks of and that lies beside it.
    ///
    /// A file that is not there is noted and not a finding: certificates are handed on alone.
    ///
    /// - Parameters:
    ///   - path: A `.certificate.json`.
    ///   - given: The log's verifier key; nil for the one in the certificate.
    ///   - transitions: Changes of the log's key, which lead from that key to those before and after it.
    public static func certificate(
        _ path: String, key given: VerifierKey? = nil, transitions: [KeyTransition] = []
    ) throws -> Verification {
        try AuditError.translating {
            let (folder, name) = Path.split(path)
            let bytes = try InputFile.contents(of: path, limit: greatestFile)
            var result = Verification(.certificate, at: path)
            let file: CertificateFile
            do throws(CertificateFile.ParsingError) { file = try CertificateFile(parsing: bytes) } catch {
                result.find(name, error.description)
                return result
            }
            result.use(
                given ?? file.verifierKey, from: given == nil ? .enclosed : .given, through: transitions)
            let keys = result.keys ?? KeySuccession(file.verifierKey)
            if !keys.keys.contains(file.verifierKey) {
                result.find(name, "it names another verifier key than the one that was given")
            }
            do {
                let checkpoint = try file.verified(with: keys)
                result.checkpoint = checkpoint
                if file.record["log"]?.text == checkpoint.checkpoint.origin {
                    result.record = file.record
                } else {
                    result.find(name, "its record is of another log")
                }
            } catch {
                result.find(name, "\(error)")
                return result
            }
            try result.compareFiles(of: file, in: folder)
            return result
        }
    }

    private mutating func compareFiles(of file: CertificateFile, in folder: String) throws {
        var outputs = file.record["outputs"]?.members ?? []
        if let list = file.record["list"] { outputs.append(.init("list", list)) }
        var compared: UInt64 = 0
        for output in outputs {
            guard let sha256 = output.value["sha256"]?.text else { continue }
            guard let name = file.names[output.name] else {
                notes.append("The certificate does not say what the file \"\(output.name)\" was called.")
                continue
            }
            let place = Path.join(folder, name)
            guard !name.contains("/"), PrivateFile.exists(place) else {
                notes.append("\(name) does not lie beside the certificate and was not compared.")
                continue
            }
            let found = try FileDigest(of: place)
            compared += 1
            if found.hex != sha256 || output.value["bytes"]?.number.map({ $0 != found.bytes }) ?? false {
                find(name, "it is not the file that the certificate speaks of (\(output.name))")
            }
        }
        count("certificates", 1)
        count("files", compared)
    }
}
