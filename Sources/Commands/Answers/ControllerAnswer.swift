import CanonicalJSON
import Consent
import Ledger
import MerkleLog

/// Whose ledger it is, where it lies, and how its log is called.
struct ControllerAnswer: Answer {
    let controller: Controller
    let ledger: Ledger

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add("controller", controller.name + (controller.country.map { " (\($0))" } ?? ""))
        lines.add("ledger", ledger.home.path)
        lines.add("log", ledger.origin)
        lines.add("verifier key", ledger.verifierKey.text)
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "controller": .string(controller.name), "country": controller.country.map { .string($0) },
            "home": .string(ledger.home.path), "log": .string(ledger.origin),
            "verifierKey": .string(ledger.verifierKey.text), "wasCreated": .boolean(ledger.wasCreated),
        ])
    }
}
