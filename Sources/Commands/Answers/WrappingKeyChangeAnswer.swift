import CanonicalJSON
import Ledger

/// What a change of the key of the vault did.
struct WrappingKeyChangeAnswer: Answer {
    let change: WrappingKeyChange

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add(
            "kek",
            "changed: \(change.threads) threads are under the new key"
                + (change.wasBegun ? "; an earlier change was finished" : ""))
        if !change.isDestroyed {
            lines.add(
                "note",
                "another program reads the vault: what was wrapped under the old key goes when it ends.")
        }
        lines.add(
            "next", "back up vault and keys anew; older copies of the vault open under the old key alone.")
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "key": .string(KeysRotateCommand.Key.kek.rawValue),
            "threads": .integer(Int64(clamping: change.threads)), "wasBegun": .boolean(change.wasBegun),
            "isDestroyed": .boolean(change.isDestroyed),
        ])
    }
}
