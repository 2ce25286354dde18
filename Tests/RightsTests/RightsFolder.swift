import CanonicalJSON
import Consent
import Foundation
import Ledger
import Rights
import TestSupport
import Testing

/// A ledger whose controller and newsletter are told in full, and the files that tests compare with.
struct RightsFolder {
    let scratch: ScratchLedger
    var ledger: Ledger { scratch.ledger }
    let ada: EmailAddress

    /// - Parameter isTold: Whether everything that receipts need is told.
    init(isTold: Bool = true) throws {
        scratch = try ScratchLedger()
        ada = try EmailAddress(parsing: "ada@example.org")
        if isTold { try tell() }
    }

    static let details: [Controller.Detail: String] = [
        .address: "1 High Street, 10115 Berlin", .email: "privacy@example.com", .phone: "+49 30 123456",
        .url: "https://example.com/", .privacyURL: "https://example.com/privacy",
        .officer: "Data protection officer", .authority: "Berliner Beauftragte",
    ]

    static let notices: [String: String] = [
        "notice.recipients": "Mailer Inc, US; Print GmbH, DE", "notice.storedIn": "DE, IE",
        "notice.retention": "P3Y", "notice.withdrawAt": "https://example.com/stop",
        "sending.sensitiveTopic": "false",
    ]

    /// Tells all of it, but for what a test leaves out.
    func tell(
        without details: Set<Controller.Detail> = [], notices left: Set<String> = []
    ) throws {
        let told = Self.details.filter { !details.contains($0.key) }
        try ledger.name(try #require(Controller(name: "Example GmbH", country: "DE", details: told)))
        try ledger.declare(Self.notices.filter { !left.contains($0.key) }, for: .newsletter)
    }

    /// A file beside the tests.
    static func fixture(_ name: String) throws -> [UInt8] {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        return Array(try Data(contentsOf: place))
    }

    /// The error of a body, where it throws one of receipts and copies.
    static func error(_ body: () throws -> Void) -> RightsError? {
        do {
            try body()
            return nil
        } catch {
            return error as? RightsError
        }
    }
}

extension JSONValue {
    /// Calls a body with every member below, and the name of the object's own member for one.
    func forEachMember(_ body: (String, JSONValue) -> Void) {
        switch self {
        case .array(let items): for item in items { item.forEachMember(body) }
        case .object(let members):
            for member in members {
                body(member.name, member.value)
                member.value.forEachMember(body)
            }
        default: break
        }
    }

    /// The text, or the texts of a list.
    var texts: [String] { text.map { [$0] } ?? items?.compactMap(\.text) ?? [] }
}
