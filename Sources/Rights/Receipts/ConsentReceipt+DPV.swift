package import CanonicalJSON
import Consent
import Ledger
import MerkleLog

extension ConsentReceipt {
    private static let schema = "https://w3id.org/dpv/schema/dpv-27560#"

    /// The receipt in the form of ISO/IEC TS 27560:2023, in the words of DPV 2.3 as JSON-LD.
    ///
    /// The profile with the fields of the GDPR for controllers of the European Economic Area, the plain one for others.
    /// That a record takes the place of another is told with `dct:replaces`, the proof with `dct:provenance`.
    ///
    /// - Throws: ``RightsError/Code/untold`` where nobody told what the profile must have.
    package func dpv() throws -> JSONValue {
        guard let controller, let country = controller.country, let wording else {
            try require([.controller, .country, .wording], for: .dpv)
            throw Self.unfit("A record without a controller")
        }
        try require(
            [
                .detail(.address), .anyContact, .detail(.authority), .time, .notice(.storedIn),
                .notice(.retention), .notice(.recipients), .withdrawal,
            ], for: .dpv)
        let profile = Jurisdiction.isUnderGDPR(country) ? "-eu-gdpr" : ""
        return .object(of: [
            "@context": DPVContext.json(of: record.rid), "@id": "#receipt", "@type": "dpv:ConsentReceipt",
            "dct:identifier": .string("receipt-\(record.rid)"),
            "dpv:hasIdentifier": .string("receipt-\(record.rid)"),
            "dct:conformsTo": .string("\(Self.schema)receipt\(profile)"),
            "dct:created": .string(madeAt.description), "dct:publisher": "#controller",
            "dct:audience": "#person",
            "dpv:hasRecordOfActivity": recordOfActivity(controller, country, wording, profile),
            "dct:provenance": .object(of: [
                "@type": "dct:ProvenanceStatement", "dct:format": .string(TransparencyProof.header),
                "rdf:value": .string(proof.serialized), "dct:source": .string(verifierKey.text),
            ]),
        ])
    }

    private func recordOfActivity(
        _ controller: Controller, _ country: String, _ wording: Wording, _ profile: String
    ) -> JSONValue {
        let process = DPVProcess(receipt: self, controller: controller, country: country, wording: wording)
        return .object(of: [
            "@id": .string(DPVContext.name(of: record.rid)), "@type": "dpv:ConsentRecord",
            "dct:identifier": .string(record.rid.description),
            "dpv:hasIdentifier": .string(record.rid.description),
            "dct:conformsTo": .string("\(Self.schema)record\(profile)"),
            "dct:created": .string(record.event.recordedAt.description),
            "dct:replaces": supersedes.map { .string(DPVContext.name(of: $0)) },
            "dpv:hasDataSubject": .object(of: [
                "@id": "#person", "@type": "dpv:DataSubject",
                "dct:identifier": .string(record.address.normalized),
            ]),
            "dpv:hasDataController": "#controller", "dpv:hasJurisdiction": .string("loc:\(country)"),
            "dpv:hasAuthority": .object(of: [
                "@type": "dpv:DataProtectionAuthority", "dpv:hasName": .string(controller[.authority] ?? ""),
            ]),
            "dpv:hasLegalBasis": process.legalBasis,
            "dpv:hasEntity": .array([process.entity]),
            "dpv:hasNotice": .array(process.notices), "dct:language": .string(wording.language),
            "dpv:hasProcess": process.json,
            "dpv:hasConsentStatus": status,
            "dct:hasPart": record.evidence.isEmpty
                ? nil
                : .array(
                    record.evidence.map { file in
                        .object(of: [
                            "dct:identifier": .string("sha256:\(file.digest.hex)"),
                            "dct:format": .string(file.kind), "dct:extent": .string("\(file.size) bytes"),
                        ])
                    }),
        ])
    }

    private var status: JSONValue {
        let event = record.event
        let duration: JSONValue =
            validUntil.map {
                .object(of: ["@type": "dpv:UntilTimeDuration", "rdf:value": .string($0)])
            }
            ?? .object(of: [
                "@type": "dpv:UntilEventDuration", "rdf:value": .string(Self.end(of: event.kind)),
            ])
        return .object(of: [
            "@type": .array([
                .string("dpv:\(Self.status(of: event.kind, isRenewal))"), "dpv:ExpressedConsent",
            ]),
            "dpv:isIndicatedAtTime": .string(event.effectiveAt.description),
            "dpv:isIndicatedBy": "dpv:DataSubject",
            "dpv:hasIndicationMethod": .string(event.method?.rawValue ?? event.kind.rawValue),
            "dpv:hasDuration": duration,
        ])
    }

    /// The state in the words of DPV.
    ///
    /// DPV has none for an objection, which is told as a consent withdrawn by the person.
    private static func status(of kind: EventKind, _ isRenewal: Bool) -> String {
        switch kind {
        case .given: isRenewal ? "RenewedConsentGiven" : "ConsentGiven"
        case .requested: "ConsentRequested"
        case .refused: "ConsentRefused"
        case .withdrawn, .objected: "ConsentWithdrawn"
        default: "ConsentUnknown"
        }
    }

    private static func end(of kind: EventKind) -> String {
        switch kind {
        case .given: "withdrawal of the consent"
        case .requested: "confirmation"
        default: "a new consent of the person"
        }
    }
}
