public import Consent
import Cryptography
public import Ledger

/// Takes over what a Kantara consent receipt of another system claims.
public enum ReceiptClaim {
    /// The greatest receipt that is read, in bytes.
    public static let greatestFile = 1 << 20

    /// The act that a receipt claims, graded as imported, with the whole file as its evidence.
    ///
    /// - Parameters:
    ///   - receipt: The receipt.
    ///   - bytes: The file, as it came.
    ///   - address: Whose it is, where the receipt names the person by something else.
    ///   - purpose: For what it is to count.
    ///   - named: What the receipt calls that purpose; asked for where it names several.
    ///   - wording: What the person saw, if that is known: a receipt does not hold it.
    ///   - ledger: The ledger that is to hold it.
    /// - Throws: ``RightsError`` where it claims no yes that this controller could rely on, or `LedgerError` where the person
    ///   is on the do-not-mail list.
    public static func act(
        of receipt: KantaraReceipt, bytes: [UInt8], address: EmailAddress?, purpose: Purpose,
        named: String? = nil, wording: WordingReference? = nil, in ledger: Ledger
    ) throws -> SubjectAct {
        guard let controller = ledger.controller, receipt.names(controller) else {
            throw RightsError(
                .otherController, "The receipt names other controllers than this ledger's.",
                hint: "A yes that was given to somebody else is none to you.")
        }
        let claimed = try claimedPurpose(receipt, named: named ?? purpose.id)
        guard claimed.isExplicit else {
            throw RightsError(
                .invalidReceipt, "\(claimed.path).consentType: is not EXPLICIT.",
                hint: "A yes that somebody took for granted is none (GDPR recital 32).")
        }
        guard let person = address ?? (try? EmailAddress(parsing: receipt.principal)) else {
            throw RightsError(
                .invalidReceipt, "piiPrincipalId: is no address.",
                hint: "Say whose receipt it is with --address.")
        }
        guard let digest = ContentDigest(hex: SHA256.digest(of: bytes).hex) else {
            throw RightsError(.storage, "A digest could not be computed.", hint: "Run consentgate doctor.")
        }
        var act = SubjectAct(.given, address: person, purpose: purpose)
        act.occurredAt = receipt.givenAt
        act.wording = wording
        act.method = .imported
        act.source = "Kantara consent receipt"
        act.evidence = [.init(bytes: bytes, kind: "json", keeping: .sealed)]
        var mark = ImportMark(system: "Kantara consent receipt", file: digest, row: 1)
        mark.claimedAt = receipt.givenAt
        mark.form = String(receipt.collectionMethod.prefix(200))
        act.imported = mark
        guard try !ledger.answersDoNotMail(act) else { throw Ledger.keptOut }
        return act
    }

    private static func claimedPurpose(
        _ receipt: KantaraReceipt, named: String
    ) throws(RightsError) -> KantaraReceipt.ClaimedPurpose {
        let wanted = named.lowercased()
        if let found = receipt.purposes.first(where: { $0.name?.lowercased() == wanted }) { return found }
        let names = receipt.purposes.compactMap(\.name).filter(isPlain).prefix(10)
        throw RightsError(
            .invalidReceipt, "services: no purpose of this name was agreed to.",
            hint: names.isEmpty
                ? "The receipt names no purpose. Ask whoever made it."
                : "Name the one that is meant, as in --named \"\(names.first ?? "")\". It has: "
                    + names.joined(separator: ", ") + ".")
    }

    /// Whether a name that came from outside can be told: short, without what steers a terminal, and no address.
    private static func isPlain(_ name: String) -> Bool {
        name.utf8.count <= 60 && !name.contains("@")
            && name.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
                default: true
                }
            }
    }
}
