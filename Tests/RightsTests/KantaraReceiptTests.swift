import CanonicalJSON
import Consent
import Ledger
import Rights
import TestSupport
import Testing

@Suite("Kantara consent receipts")
struct KantaraReceiptTests {
    let folder: RightsFolder
    private let now = Instant(seconds: 1_793_534_400)

    init() throws { folder = try RightsFolder() }

    /// A receipt as another system would write it.
    static let theirs: JSONValue = [
        "version": "KI-CR-v1.1.0", "jurisdiction": "DE", "consentTimestamp": 1_780_000_000,
        "collectionMethod": "web sign-up form", "consentReceiptID": "c1befd3e-b7e5-4ea6-8688-e9a565aade21",
        "publicKey": "04:a3:1d", "language": "en", "piiPrincipalId": "Ada@Example.org",
        "piiControllers": [
            [
                "piiController": "EXAMPLE GmbH", "onBehalf": false, "contact": "Dora",
                "address": ["streetAddress": "1 High Street"], "email": "dora@example.com", "phone": "00 49",
            ]
        ],
        "policyUrl": "https://example.com/privacy",
        "services": [
            [
                "service": "Newsletter",
                "purposes": [
                    [
                        "purpose": "Monthly news", "consentType": "EXPLICIT",
                        "purposeCategory": ["Marketing"],
                        "piiCategory": ["Contact"], "primaryPurpose": true, "termination": "on withdrawal",
                        "thirdPartyDisclosure": true, "thirdPartyName": "Mailer Inc",
                    ],
                    [
                        "purpose": "Partners", "consentType": "IMPLICIT", "purposeCategory": ["Marketing"],
                        "piiCategory": ["Contact"], "termination": "never", "thirdPartyDisclosure": false,
                    ],
                ],
            ]
        ],
        "sensitive": false, "spiCat": [],
    ]

    /// The receipt with the value at a path put in place of another; nil takes the member out.
    private static func changed(_ json: JSONValue, _ path: ArraySlice<String>, _ value: JSONValue?)
        -> JSONValue
    {
        guard let name = path.first else { return value ?? .null }
        if let place = Int(name), var items = json.items {
            items[place] = changed(items[place], path.dropFirst(), value)
            return .array(items)
        }
        var members = (json.members ?? []).filter { $0.name != name }
        if path.count > 1 {
            members.append(.init(name, changed(json[name] ?? .null, path.dropFirst(), value)))
        } else if let value {
            members.append(.init(name, value))
        }
        return .object(members)
    }

    private func read(_ json: JSONValue) throws -> KantaraReceipt {
        try KantaraReceipt(parsing: json.canonicalBytes, now: now)
    }

    @Test("of others are read for what they claim")
    func reads() throws {
        let receipt = try read(Self.theirs)
        #expect(receipt.givenAt == Instant(seconds: 1_780_000_000))
        #expect(receipt.controllers == ["EXAMPLE GmbH"])
        #expect(receipt.purposes.map(\.isExplicit) == [true, false])
        #expect(receipt.principal == "Ada@Example.org")
    }

    @Test(
        "are refused with the path of the member that is wrong",
        arguments: [
            ("version", nil, "version: is missing"),
            ("version", "KI-CR-v1.0.0", "version: is not KI-CR-v1.1.0"),
            ("jurisdiction", nil, "jurisdiction: is missing"),
            ("consentTimestamp", "2026-05-28", "consentTimestamp: is no whole number"),
            ("consentTimestamp", -1, "consentTimestamp: is negative"),
            ("consentTimestamp", 1_517_447_315_404, "consentTimestamp: seems to count milliseconds"),
            ("consentTimestamp", 1_893_456_000, "consentTimestamp: lies in the future"),
            ("collectionMethod", " ", "collectionMethod: is blank"),
            ("consentReceiptID", 7, "consentReceiptID: is no text"),
            ("piiPrincipalId", nil, "piiPrincipalId: is missing"),
            ("piiControllers", [], "piiControllers: is empty"),
            ("piiControllers.0.phone", nil, "piiControllers[0].phone: is missing"),
            ("piiControllers.0.address", "here", "piiControllers[0].address: is no object"),
            ("policyUrl", nil, "policyUrl: is missing"), ("services", "all", "services: is no list"),
            ("services.0.service", nil, "services[0].service: is missing"),
            ("services.0.purposes.1.termination", nil, "services[0].purposes[1].termination: is missing"),
            ("services.0.purposes.0.consentType", nil, "services[0].purposes[0].consentType: is missing"),
            (
                "services.0.purposes.0.purposeCategory", "6",
                "services[0].purposes[0].purposeCategory: is no list"
            ),
            ("services.0.purposes.0.piiCategory", nil, "services[0].purposes[0].piiCategory: is missing"),
            (
                "services.0.purposes.0.thirdPartyName", nil,
                "services[0].purposes[0].thirdPartyName: is missing"
            ),
            (
                "services.0.purposes.0.thirdPartyDisclosure", "no",
                "services[0].purposes[0].thirdPartyDisclosure: is not true or false"
            ),
            ("sensitive", nil, "sensitive: is not true or false"), ("spiCat", nil, "spiCat: is missing"),
        ] as [(String, JSONValue?, String)])
    func refuses(path: String, value: JSONValue?, problem: String) {
        let json = Self.changed(Self.theirs, path.split(separator: ".").map(String.init)[...], value)
        let error = RightsFolder.error { _ = try read(json) }
        #expect(error?.code == .invalidReceipt)
        #expect(error?.message.contains(problem) == true, "\(error?.message ?? "nothing")")
    }

    @Test(
        "are never a reason to fall over",
        arguments: [
            "", "{", "[]", "null", "{\"version\": 1.5}", "{\"version\":\"KI-CR-v1.1.0\"}",
            "{\"services\":[[[]]]}",
        ])
    func survives(text: String) {
        let error = RightsFolder.error { _ = try KantaraReceipt(parsing: Array(text.utf8), now: now) }
        #expect(error?.code == .invalidReceipt)
    }

    @Test("become a claim with the whole file as evidence, which lifts no stop")
    func becomeClaims() throws {
        let bytes = Array(Self.theirs.pretty.utf8)
        let receipt = try KantaraReceipt(parsing: bytes, now: now)
        let act = try ReceiptClaim.act(
            of: receipt, bytes: bytes, address: nil, purpose: .newsletter, named: "monthly NEWS",
            in: folder.ledger)
        let event = try folder.ledger.record(act)
        #expect(event.grade == .imported)
        #expect(try folder.ledger.evidence(of: event.rid).map(\.content) == [bytes])
        #expect(try folder.ledger.record(act).wasKnown)
        #expect(try folder.ledger.standing(of: folder.ada, for: .newsletter).state == .given)
        let record = try #require(try folder.ledger.history(of: folder.ada).first)
        #expect(record.imported?.system == "Kantara consent receipt")
        #expect(record.imported?.form == "web sign-up form")
        try folder.scratch.stop(.withdrawn, "ada@example.org")
        folder.scratch.clock.advance(by: 86_400)
        let later = Self.changed(
            Self.theirs, ["consentTimestamp"], .integer(folder.scratch.clock.now.seconds - 60))
        let again = try ReceiptClaim.act(
            of: try KantaraReceipt(parsing: later.canonicalBytes, now: folder.scratch.clock.now),
            bytes: later.canonicalBytes, address: nil, purpose: .newsletter, named: "Monthly news",
            in: folder.ledger)
        _ = try folder.ledger.record(again)
        #expect(try folder.ledger.standing(of: folder.ada, for: .newsletter).state == .withdrawn)
    }

    @Test("of other controllers, of other purposes, of a silence or of nobody claim nothing")
    func claimNothing() throws {
        func act(_ path: String, _ value: JSONValue, named: String = "Monthly news") -> RightsError? {
            let json = Self.changed(Self.theirs, path.split(separator: ".").map(String.init)[...], value)
            return RightsFolder.error {
                _ = try ReceiptClaim.act(
                    of: try read(json), bytes: json.canonicalBytes, address: nil, purpose: .newsletter,
                    named: named, in: folder.ledger)
            }
        }
        #expect(act("piiControllers.0.piiController", "Other AG")?.code == .otherController)
        #expect(
            act("language", "en", named: "Partners")?.message
                == "services[0].purposes[1].consentType: is not EXPLICIT.")
        #expect(act("language", "en", named: "Sports")?.hint.contains("Monthly news") == true)
        let nobody = act("piiPrincipalId", "user-4711")
        #expect(nobody?.message == "piiPrincipalId: is no address.")
        #expect(nobody?.description.contains("4711") == false)
        #expect(act("language", "de") == nil)
    }

    @Test("of our own are whole by the same rules, and say what they take the place of")
    func ownAreWhole() throws {
        let first = try folder.scratch.optIn("ada@example.org")
        folder.scratch.clock.advance(by: 7200)
        let second = try folder.scratch.optIn("ada@example.org", evidence: "again")
        let json = try ConsentReceipt(of: second.rid, in: folder.ledger).kantara()
        let receipt = try KantaraReceipt(parsing: Array(json.pretty.utf8), now: folder.scratch.clock.now)
        #expect(receipt.purposes.map(\.name) == ["newsletter"])
        #expect(receipt.purposes.allSatisfy { $0.isExplicit })
        let own = try #require(folder.ledger.controller)
        #expect(receipt.names(own))
        #expect(json["x-consentgate"]?["prev"]?.text == first.rid.description)
        #expect(
            json["services"]?.items?.first?["purposes"]?.items?.first?["thirdPartyName"]?.text
                == "Mailer Inc, US; Print GmbH, DE")
    }

    @Test("are given of a yes alone, and with all that they must say")
    func refusesOut() throws {
        let stop = try folder.scratch.stop(.withdrawn, "ada@example.org")
        let error = RightsFolder.error { _ = try ConsentReceipt(of: stop.rid, in: folder.ledger).kantara() }
        #expect(error?.code == .unfit)
        let bare = try RightsFolder(isTold: false)
        let rid = try bare.scratch.optIn("ada@example.org").rid
        let lacking = RightsFolder.error { _ = try ConsentReceipt(of: rid, in: bare.ledger).kantara() }
        #expect(lacking?.code == .untold)
        for option in [
            "--controller-address", "--contact-email", "--phone", "--dpo", "--privacy-url",
            "sending.sensitiveTopic",
        ] {
            #expect(lacking?.hint.contains(option) == true)
        }
    }
}
