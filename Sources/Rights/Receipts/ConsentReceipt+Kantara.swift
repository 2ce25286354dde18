package import CanonicalJSON
import Consent
import Ledger
import MerkleLog

extension ConsentReceipt {
    /// The receipt in the form of Kantara Consent Receipt 1.1.
    ///
    /// That form knows a yes alone. What it has no place for stands in the member ``KantaraReceipt/extension``: the record,
    /// the one whose place it takes, digests, and the proof.
    ///
    /// - Throws: ``RightsError/Code/untold`` where nobody told what the form must have, ``RightsError/Code/unfit`` for what
    ///   is no yes.
    package func kantara() throws -> JSONValue {
        guard record.event.kind == .given else {
            throw Self.unfit("A record of the kind \"\(record.event.kind.rawValue)\" is no yes")
        }
        guard let controller, let country = controller.country, let at = record.event.occurredAt else {
            try require([.controller, .country, .time], for: .kantara)
            throw Self.unfit("A record without a controller")
        }
        try require(
            [
                .detail(.address), .detail(.email), .detail(.phone), .detail(.officer),
                .detail(.privacyURL), .notice(.retention), .notice(.recipients), .sensitivity,
                .notice(.sensitive),
            ], for: .kantara)
        let categories = terms.isSensitive == true ? terms.sensitiveCategories ?? [] : []
        return .object(of: [
            "version": .string(KantaraReceipt.version), "jurisdiction": .string(country),
            "consentTimestamp": .integer(max(0, at.seconds)),
            "collectionMethod": .string(record.event.method?.rawValue ?? "not told"),
            "consentReceiptID": .string(record.rid.description),
            "publicKey": .string(verifierKey.text), "language": wording.map { .string($0.language) },
            "piiPrincipalId": .string(record.address.normalized),
            "piiControllers": .array([party(controller, country)]),
            "policyUrl": .string(controller[.privacyURL] ?? ""),
            "services": .array([service(controller)]),
            "sensitive": .boolean(terms.isSensitive ?? false),
            "spiCat": .array(categories.map { .string($0) }),
            KantaraReceipt.extension: further,
        ])
    }

    private func party(_ controller: Controller, _ country: String) -> JSONValue {
        .object(of: [
            "piiController": .string(controller.name), "onBehalf": false,
            "contact": .string(controller[.officer] ?? ""),
            "address": .object(of: [
                "streetAddress": .string(controller[.address] ?? ""), "addressCountry": .string(country),
            ]),
            "email": .string(controller[.email] ?? ""), "phone": .string(controller[.phone] ?? ""),
            "piiControllerUrl": controller[.url].map { .string($0) },
        ])
    }

    private func service(_ controller: Controller) -> JSONValue {
        let recipients = terms.recipients ?? []
        return .object(of: [
            "service": .string("E-mail of \(controller.name)"),
            "purposes": .array([
                .object(of: [
                    "purpose": .string(record.event.purpose.id), "consentType": "EXPLICIT",
                    "purposeCategory": ["Marketing"], "piiCategory": ["Contact"], "primaryPurpose": true,
                    "termination": .string(terms.retention ?? ""),
                    "thirdPartyDisclosure": .boolean(!recipients.isEmpty),
                    "thirdPartyName": recipients.isEmpty
                        ? nil : .string(recipients.joined(separator: "; ")),
                ])
            ]),
        ])
    }

    private var further: JSONValue {
        .object(of: [
            "record": .string(record.rid.description), "prev": supersedes.map { .string($0.description) },
            "recordedAt": .string(record.event.recordedAt.description),
            "grade": .string(record.event.grade.name),
            "wording": wording.map { shown in
                .object(of: [
                    "id": .string(shown.reference.description), "sha256": .string(shown.digest.hex),
                ])
            },
            "evidence": .array(record.evidence.map(Self.json)), "proof": .string(proof.serialized),
            "verifierKey": .string(verifierKey.text),
        ])
    }
}
