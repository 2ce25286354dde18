import CanonicalJSON
import Ledger
import MerkleLog

/// What a change of the log's key did.
struct LogKeyChangeAnswer: Answer {
    let change: LogKeyChange

    private var size: UInt64 { change.checkpoint.checkpoint.size }

    func text(in palette: Palette) -> String {
        var lines = NamedLines()
        lines.add("log", "entry \(size - 1) says that another key signs from here on; both keys signed that")
        lines.add("old key", "\(change.from.text) (destroyed)")
        lines.add("new key", change.to.text)
        lines.add(
            "next",
            "publish the new key, export the log, back up log and keys anew, and have your witnesses add the key."
        )
        return lines.text
    }

    var json: JSONValue {
        .object(of: [
            "key": .string(KeysRotateCommand.Key.log.rawValue), "size": .integer(Int64(clamping: size)),
            "from": .string(change.from.text), "to": .string(change.to.text),
            "checkpoint": .string(change.checkpoint.note.serialized),
        ])
    }
}
