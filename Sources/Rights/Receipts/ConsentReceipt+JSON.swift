package import CanonicalJSON
import Consent
import Ledger
import MerkleLog

extension ConsentReceipt {
    static let format = "consentgate-consent-receipt/v1"

    /// The receipt for programs.
    ///
    /// - Throws: ``RightsError/Code/untold`` where nobody told who the controller is, how it is reached, or how long the
    ///   data are kept.
    package func json() throws -> JSONValue {
        try require([.controller, .anyContact, .notice(.retention)], for: .json)
        let event = record.event
        return .object(of: [
            "format": .string(Self.format), "madeAt": .string(madeAt.description),
            "record": .string(record.rid.description), "type": .string(event.kind.rawValue),
            "subject": .object(of: ["email": .string(record.address.normalized)]),
            "purpose": .string(event.purpose.id),
            "occurredAt": event.occurredAt.map { .string($0.description) },
            "recordedAt": .string(event.recordedAt.description),
            "method": event.method.map { .string($0.rawValue) }, "grade": .string(event.grade.name),
            "source": record.source.map { .string($0) }, "import": record.imported?.json,
            "evidence": .array(record.evidence.map(Self.json)),
            "validUntil": validUntil.map { .string($0) },
            "controller": controller.map(Self.json),
            "wording": wording.map(Self.json),
            "withdrawal": .object(of: [
                "at": .array(withdrawalPlaces.map { .string($0) }),
                "isExplainedByWording": .boolean(isWithdrawalExplained),
            ]),
            "retention": terms.retention.map { .string($0) },
            "storedIn": terms.storedIn.map { .array($0.map { .string($0) }) },
            "recipients": terms.recipients.map { .array($0.map { .string($0) }) },
            "rights": .array(LegalRight.allCases.map { .string($0.article) }),
            "prev": supersedes.map { .string($0.description) },
            "proof": .string(proof.serialized), "verifierKey": .string(verifierKey.text),
        ])
    }

    static func json(of evidence: Evidence) -> JSONValue {
        .object(of: [
            "sha256": .string(evidence.digest.hex), "kind": .string(evidence.kind),
            "size": .integer(evidence.size), "kept": .string(evidence.keeping.rawValue),
        ])
    }

    /// A controller with all that was told of it.
    static func json(of controller: Controller) -> JSONValue {
        let details = Controller.Detail.allCases.compactMap { detail in
            controller[detail].map { JSONValue.Member(detail.rawValue, .string($0)) }
        }
        let country = controller.country.map { [JSONValue.Member("country", .string($0))] } ?? []
        return .object([.init("name", .string(controller.name))] + country + details)
    }

    static func json(of wording: Wording) -> JSONValue {
        .object(of: [
            "id": .string(wording.reference.description), "language": .string(wording.language),
            "text": .string(wording.text), "sha256": .string(wording.digest.hex),
        ])
    }
}
