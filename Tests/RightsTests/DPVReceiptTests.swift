import CanonicalJSON
import Consent
import Ledger
import MerkleLog
import Rights
import TestSupport
import Testing

@Suite("Receipts in the words of DPV")
struct DPVReceiptTests {
    let folder: RightsFolder

    init() throws { folder = try RightsFolder() }

    private func receipt(_ rid: RecordID) throws -> JSONValue {
        // As the file is read by others.
        try JSONValue(reading: Array(ConsentReceipt(of: rid, in: folder.ledger).dpv().pretty.utf8))
    }

    /// Prefixes of the vocabulary, and what they stand for.
    private static let vocabulary = [
        "dpv": "https://w3id.org/dpv#", "pd": "https://w3id.org/dpv/pd#", "loc": "https://w3id.org/dpv/loc#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    ]

    /// What is used of other vocabularies: DCMI Metadata Terms, schema.org, RDF and SKOS.
    private static let others: Set = [
        "dct:ProvenanceStatement", "dct:audience", "dct:conformsTo", "dct:created", "dct:date",
        "dct:description", "dct:extent", "dct:format", "dct:hasPart", "dct:identifier", "dct:language",
        "dct:provenance", "dct:publisher", "dct:replaces", "dct:source", "dct:title", "rdf:value",
        "schema:ContactPoint", "schema:PostalAddress", "schema:addressCountry", "schema:contactPoint",
        "schema:contactType", "schema:email", "schema:streetAddress", "schema:telephone", "schema:url",
        "skos:broader", "xsd:dateTime",
    ]

    /// Names in a receipt that no vocabulary has.
    private static func strangers(in receipt: JSONValue) throws -> Set<String> {
        let lines = String(decoding: try RightsFolder.fixture("dpv/terms.csv"), as: UTF8.self).split(
            separator: "\n")
        let terms = Set(lines.compactMap { $0.split(separator: ",").last.map(String.init) })
        #expect(terms.count > 1500)
        var strangers: Set<String> = []
        func look(_ name: String) {
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, !name.contains(" "), !name.contains("/") else { return }
            if let place = vocabulary[parts[0]] {
                if !terms.contains(place + parts[1]) { strangers.insert(name) }
            } else if ["dct", "schema", "rdf", "skos", "xsd"].contains(parts[0]), !others.contains(name) {
                strangers.insert(name)
            }
        }
        receipt.forEachMember { name, value in
            look(name)
            for text in value.texts { look(text) }
        }
        return strangers
    }

    @Test("use no name that its vocabularies do not have")
    func termsExist() throws {
        let given = try folder.scratch.optIn("ada@example.org", source: "the spring fair")
        folder.scratch.clock.advance(by: 60)
        let stop = try folder.scratch.stop(.withdrawn, "ada@example.org")
        #expect(try Self.strangers(in: receipt(given.rid)) == [])
        #expect(try Self.strangers(in: receipt(stop.rid)) == [])
        // The look itself sees what is wrong.
        let wrong: JSONValue = ["dpv:hasPurpose": "dpv:DirectMarketng", "dct:colour": "pd:EmailAddress"]
        #expect(try Self.strangers(in: wrong) == ["dpv:DirectMarketng", "dct:colour"])
    }

    @Test("have every member that the guide's own example of a receipt has, in objects of the same type")
    func shapesLikeTheGuide() throws {
        let example = try JSONValue(reading: RightsFolder.fixture("dpv/receipt-46.json"))
        let own = try receipt(folder.scratch.optIn("ada@example.org").rid)
        // A processor is told as a recipient, whose part nobody declares; the law has no name in the module.
        let left: Set = ["dpv:hasDataProcessor", "dpv:hasApplicableLaw", "schema:recipient"]
        for path in [[], ["dpv:hasRecordOfActivity"]] as [[String]] {
            let (theirs, ours) = (Self.at(path, of: example), Self.at(path, of: own))
            let missing = Set(theirs.map(\.name)).subtracting(ours.map(\.name)).subtracting(left)
            // The guide has some of them on the record and some within the process.
            let inner = Set(Self.at(path + ["dpv:hasProcess"], of: own).map(\.name))
            #expect(missing.subtracting(inner) == [])
        }
        let process = Set(Self.at(["dpv:hasRecordOfActivity", "dpv:hasProcess"], of: own).map(\.name))
        let wanted = Self.at(["dpv:hasRecordOfActivity", "dpv:hasProcess"], of: example).map(\.name)
        #expect(Set(wanted).subtracting(process) == [])
    }

    private static func at(_ path: [String], of value: JSONValue) -> [JSONValue.Member] {
        var place = value
        for name in path {
            let next = place[name] ?? .null
            place = next.items?.first ?? next
        }
        return place.members ?? []
    }

    /// The fields that ISO/IEC TS 27560 or the profile for the GDPR makes mandatory, as paths of members.
    private static let mandatory = [
        "dct:conformsTo", "dct:identifier", "dct:created", "dpv:hasRecordOfActivity.dct:conformsTo",
        "dpv:hasRecordOfActivity.dct:identifier", "dpv:hasRecordOfActivity.dpv:hasDataSubject.dct:identifier",
        "dpv:hasRecordOfActivity.dpv:hasNotice.@type", "dpv:hasRecordOfActivity.dct:language",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasPurpose.skos:broader",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasPersonalData.skos:broader",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasStorageCondition.dpv:hasLocation",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasDataController",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasLegalBasis",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasRecipient",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasConsentControl.@type",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasJurisdiction",
        "dpv:hasRecordOfActivity.dpv:hasProcess.dpv:hasRight.dct:title",
        "dpv:hasRecordOfActivity.dpv:hasEntity.dpv:hasName",
        "dpv:hasRecordOfActivity.dpv:hasEntity.dpv:hasIdentifier",
        "dpv:hasRecordOfActivity.dpv:hasEntity.schema:contactPoint.schema:streetAddress",
        "dpv:hasRecordOfActivity.dpv:hasAuthority.dpv:hasName",
        "dpv:hasRecordOfActivity.dpv:hasConsentStatus.@type",
        "dpv:hasRecordOfActivity.dpv:hasConsentStatus.dpv:isIndicatedAtTime",
        "dpv:hasRecordOfActivity.dpv:hasConsentStatus.dpv:isIndicatedBy",
        "dpv:hasRecordOfActivity.dpv:hasConsentStatus.dpv:hasDuration.rdf:value",
    ]

    @Test("have what the standard and the GDPR ask for", arguments: mandatory)
    func isWhole(path: String) throws {
        let own = try receipt(folder.scratch.optIn("ada@example.org").rid)
        let names = path.split(separator: ".").map(String.init)
        let members = Self.at(Array(names.dropLast()), of: own)
        let value = members.first { $0.name == names.last }?.value
        #expect(value?.texts.allSatisfy { !$0.isEmpty } == true)
        #expect(value != nil)
    }

    @Test("tell the profile by the controller's seat")
    func profiles() throws {
        let own = try receipt(folder.scratch.optIn("ada@example.org").rid)
        let schema = "https://w3id.org/dpv/schema/dpv-27560#"
        #expect(own["dct:conformsTo"]?.text == schema + "receipt-eu-gdpr")
        try folder.ledger.name(
            try #require(Controller(name: "Example GmbH", country: "CH", details: RightsFolder.details)))
        let swiss = try receipt(folder.scratch.optIn("bea@example.org").rid)
        #expect(swiss["dct:conformsTo"]?.text == schema + "receipt")
        #expect(!swiss.canonical.contains("\"eu-gdpr:A"))
        #expect(try Self.strangers(in: swiss) == [])
    }

    @Test("tell states as the map of the words says, and which record they take the place of")
    func states() throws {
        let scratch = folder.scratch
        var rids: [RecordID] = [try scratch.stop(.requested, "ada@example.org").rid]
        scratch.clock.advance(by: 7200)
        rids.append(try scratch.optIn("ada@example.org").rid)
        scratch.clock.advance(by: 7200)
        rids.append(try scratch.optIn("ada@example.org", evidence: "again").rid)
        for kind: EventKind in [.withdrawn, .refused, .objected] {
            scratch.clock.advance(by: 60)
            rids.append(try scratch.stop(kind, "ada@example.org").rid)
        }
        // A wish to join names no text in this test, and has no receipt of this form.
        #expect(RightsFolder.error { _ = try receipt(rids[0]) }?.code == .untold)
        let records = try rids.dropFirst().map { try receipt($0)["dpv:hasRecordOfActivity"] }
        let states = records.map { $0?["dpv:hasConsentStatus"]?["@type"]?.texts.first }
        #expect(
            states == [
                "dpv:ConsentGiven", "dpv:RenewedConsentGiven", "dpv:ConsentWithdrawn", "dpv:ConsentRefused",
                "dpv:ConsentWithdrawn",
            ])
        #expect(records.map { $0?["dct:replaces"]?.text } == rids.dropLast().map(Self.name))
    }

    /// A record's name for everybody, made in another way.
    private static func name(_ rid: RecordID) -> String {
        "urn:uuid:"
            + rid.description.replacing(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/) { match in
                [match.1, match.2, match.3, match.4, match.5].joined(separator: "-")
            }
    }

    @Test("carry the proof of their record")
    func carriesProof() throws {
        let rid = try folder.scratch.optIn("ada@example.org").rid
        let proof = try receipt(rid)["dct:provenance"]?["rdf:value"]?.text
        #expect(try proof == folder.ledger.receipt(of: rid).serialized)
    }

    @Test(
        "are refused where nobody told what they must say, with what to tell",
        arguments: [
            ([.address], [], "--controller-address"),
            ([.authority], [], "--authority"), ([], ["notice.retention"], "notice.retention=P3Y"),
            ([], ["notice.storedIn"], "notice.storedIn=DE"),
            ([], ["notice.recipients"], "notice.recipients="),
        ] as [(Set<Controller.Detail>, Set<String>, String)])
    func refuses(details: Set<Controller.Detail>, notices: Set<String>, cure: String) throws {
        let bare = try RightsFolder(isTold: false)
        try bare.tell(without: details, notices: notices)
        let rid = try bare.scratch.optIn("ada@example.org").rid
        let error = RightsFolder.error { _ = try ConsentReceipt(of: rid, in: bare.ledger).dpv() }
        #expect(error?.code == .untold)
        #expect(error?.hint.contains(cure) == true)
        try bare.tell()
        _ = try ConsentReceipt(of: rid, in: bare.ledger).dpv()
    }
}
