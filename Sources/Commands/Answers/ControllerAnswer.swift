import CanonicalJSON
import Consent
import Cryptography
import Ledger
import MerkleLog

/// Whose ledger it is, where it lies, and how its log is called.
struct ControllerAnswer: Answer {
    let controller: Controller
    let ledger: Ledger
    private let predecessor: Predecessor?

    init(controller: Controller, ledger: Ledger) throws {
        (self.controller, self.ledger) = (controller, ledger)
        predecessor = try ledger.predecessor
    }

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add("controller", controller.name + (controller.country.map { " (\($0))" } ?? ""))
        for detail in Controller.Detail.allCases {
            if let text = controller[detail] { lines.add(Self.name(of: detail), text) }
        }
        lines.add("ledger", ledger.home.path)
        lines.add("log", ledger.origin)
        if let old = predecessor {
            lines.add(
                "succeeds",
                "\(old.checkpoint.origin) with \(old.checkpoint.size) entries"
                    + (old.key == nil ? ", its signature not checked" : ", its signature checked"))
        }
        lines.add("verifier key", ledger.verifierKey.text)
        return lines.text
    }

    private static func name(of detail: Controller.Detail) -> String {
        switch detail {
        case .privacyURL: "privacy policy"
        case .officer: "ask about data"
        case .address, .email, .phone, .url, .authority: detail.rawValue
        }
    }

    private var details: JSONValue? {
        let members = Controller.Detail.allCases.compactMap { detail in
            controller[detail].map { JSONValue.Member(detail.rawValue, .string($0)) }
        }
        return members.isEmpty ? nil : .object(members)
    }

    var json: JSONValue {
        .object(of: [
            "controller": .string(controller.name), "country": controller.country.map { .string($0) },
            "details": details,
            "home": .string(ledger.home.path), "log": .string(ledger.origin),
            "verifierKey": .string(ledger.verifierKey.text), "wasCreated": .boolean(ledger.wasCreated),
            "succeeds": predecessor.map { old in
                .object(of: [
                    "log": .string(old.checkpoint.origin),
                    "size": .integer(Int64(clamping: old.checkpoint.size)),
                    "root": .string(old.checkpoint.root.base64), "isVerified": .boolean(old.key != nil),
                ])
            },
        ])
    }
}
