import CanonicalJSON
import Consent
import Ledger

/// What is done with the data of one purpose, by whom and on what ground, in the words of DPV.
struct DPVProcess {
    let receipt: ConsentReceipt
    let controller: Controller
    let country: String
    let wording: Wording

    private var isUnderGDPR: Bool { Jurisdiction.isUnderGDPR(country) }

    /// The ground: consent, with its article where the GDPR is law.
    var legalBasis: JSONValue {
        isUnderGDPR
            ? .array(["dpv:ExpressedConsent", "eu-gdpr:A6-1-a"]) : .array(["dpv:ExpressedConsent"])
    }

    /// The controller, and how it is reached.
    var entity: JSONValue {
        .object(of: [
            "@id": "#controller", "@type": ["dpv:Organisation", "dpv:DataController"],
            "dpv:hasName": .string(controller.name),
            "dpv:hasIdentifier": .string(DPVContext.name(of: receipt.record.rid) + "#controller"),
            "schema:contactPoint": .array([
                .object(of: [
                    "@type": "schema:PostalAddress",
                    "schema:streetAddress": .string(controller[.address] ?? ""),
                    "schema:addressCountry": .string(country),
                ]),
                .object(of: [
                    "@type": "schema:ContactPoint",
                    "schema:contactType": .string(controller[.officer] ?? "data protection"),
                    "schema:email": controller[.email].map { .string($0) },
                    "schema:telephone": controller[.phone].map { .string($0) },
                    "schema:url": controller[.url].map { .string($0) },
                ]),
            ]),
        ])
    }

    /// The text that was shown, and the privacy policy.
    var notices: [JSONValue] {
        let shown = JSONValue.object(of: [
            "@id": "#notice", "@type": "dpv:ConsentNotice",
            "dct:identifier": .string(wording.reference.description),
            "dct:language": .string(wording.language),
            "dct:date": wording.validFrom.map { .string($0.day) },
            "dct:description": .string(wording.text),
            "dct:source": .string("sha256:\(wording.digest.hex)"),
        ])
        let policy = controller[.privacyURL].map { place in
            JSONValue.object(of: ["@id": .string(place), "@type": "dpv:PrivacyNotice"])
        }
        return [shown] + (policy.map { [$0] } ?? [])
    }

    /// The process.
    var json: JSONValue {
        .object(of: [
            "@type": "dpv:Process",
            "dpv:hasPurpose": .object(of: [
                "@type": "dpv:Purpose", "skos:broader": "dpv:DirectMarketing",
                "dct:identifier": .string(receipt.record.event.purpose.id),
                "dct:description": .string("E-mail of \(controller.name)"),
            ]),
            "dpv:hasPersonalData": .array(
                data.map { term in
                    .object(of: ["@type": "dpv:PersonalData", "skos:broader": .string("pd:\(term)")])
                }),
            "dpv:hasProcessing": ["dpv:Collect", "dpv:Store", "dpv:Use"],
            "dpv:hasDataSource": .array([source]),
            "dpv:hasStorageCondition": .array([
                .object(of: [
                    "@type": "dpv:StorageLocation",
                    "dpv:hasLocation": .array((receipt.terms.storedIn ?? []).map { .string("loc:\($0)") }),
                ]),
                .object(of: ["@type": "dpv:StorageDuration", "dpv:hasDuration": retention]),
            ]),
            "dpv:hasDataController": "#controller", "dpv:hasLegalBasis": legalBasis,
            "dpv:hasRecipient": .array(recipients),
            "dpv:hasConsentControl": .object(of: [
                "@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": exercisedAt,
                "dct:description": receipt.isWithdrawalExplained ? .string(wording.text) : nil,
            ]),
            "dpv:hasJurisdiction": .string("loc:\(country)"), "dpv:hasRight": .array(rights),
        ])
    }

    private var data: [String] {
        receipt.record.ip == nil ? ["EmailAddress"] : ["EmailAddress", "IPAddress"]
    }

    /// Where the data came from; told in words where the ledger knows them.
    private var source: JSONValue {
        let record = receipt.consent ?? receipt.record
        let isDirect = record.imported == nil && record.event.method?.isDirect == true
        let words = record.imported.map { "taken over from \($0.system)" } ?? record.source
        return .object(of: [
            "@type": isDirect
                ? "dpv:DataSubjectDataSource"
                : record.imported == nil && record.source == nil
                    ? "dpv:DataSource" : "dpv:ThirdPartyDataSource",
            "dct:description": words.map { .string($0) },
        ])
    }

    private var retention: JSONValue {
        let text = receipt.terms.retention ?? ""
        let isPeriod =
            text.hasPrefix("P") && text.utf8.count > 2
            && text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || "YMWDTHS".contains($0)) }
        return .object(of: [
            "@type": isPeriod ? "dpv:TemporalDuration" : "dpv:UntilEventDuration", "rdf:value": .string(text),
        ])
    }

    private var recipients: [JSONValue] {
        guard let names = receipt.terms.recipients, !names.isEmpty else { return [["@id": "#controller"]] }
        return names.map { .object(of: ["@type": "dpv:Recipient", "dpv:hasName": .string($0)]) }
    }

    private var exercisedAt: JSONValue? {
        receipt.withdrawalPlaces.isEmpty ? nil : .array(receipt.withdrawalPlaces.map { .string($0) })
    }

    private var rights: [JSONValue] {
        let place = controller[.email].map { "mailto:\($0)" } ?? controller[.url]
        return LegalRight.allCases.map { right in
            .object(of: [
                "@type": isUnderGDPR
                    ? .array(["dpv:DataSubjectRight", .string("eu-gdpr:\(right.term)")])
                    : "dpv:DataSubjectRight",
                "dct:title": .string("\(right.rawValue), \(right.article)"),
                "dpv:isExercisedAt": right == .complaint ? nil : place.map { .string($0) },
                "dct:description": right == .complaint ? controller[.authority].map { .string($0) } : nil,
            ])
        }
    }
}
