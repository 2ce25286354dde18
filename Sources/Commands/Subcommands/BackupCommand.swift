import ArgumentParser
import Ledger

/// Copies parts of the ledger into a folder, while it is in use.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy parts of the ledger into a new folder, while it is in use.",
        discussion: """
            Each part has a folder of its own, and manifest.json says of which ledger and
            moment they are, with the SHA-256 of every file. Keep the log for ever, vault
            and sources for 30 days at most, and the keys apart from everything else.

            Examples:
              consentgate backup --all backups/2026-11-21
              consentgate backup --keys /media/safe/keys
            """)

    @Flag(help: "The log and its last signed checkpoint; no personal data.")
    var log = false

    @Flag(help: "The sealed records.")
    var vault = false

    @Flag(help: "The do-not-mail list.")
    var suppress = false

    @Flag(help: "The fingerprints of remembered lists.")
    var sources = false

    @Flag(help: "The files of your own policies.")
    var policies = false

    @Flag(help: "The keys: by themselves, unless you say --together.")
    var keys = false

    @Flag(help: "Log, vault, do-not-mail list, remembered lists and policies.")
    var all = false

    @Flag(help: "Put the keys beside what they open. Who finds that folder can read everything.")
    var together = false

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    func validate() throws {
        if parts.isEmpty {
            throw ValidationError(
                "Say what to copy: --all, or some of --log --vault --suppress --sources --policies --keys.")
        }
        if together, !keys { throw ValidationError("--together is about --keys, which is not asked for.") }
    }

    private var parts: Set<BackupPart> {
        var parts: Set<BackupPart> = []
        if log || all { parts.insert(.log) }
        if vault || all { parts.insert(.vault) }
        if suppress || all { parts.insert(.suppress) }
        if sources || all { parts.insert(.sources) }
        if policies || all { parts.insert(.policies) }
        if keys { parts.insert(.keys) }
        return parts
    }

    func run() throws {
        let manifest = try place.open(create: false).backUp(parts, to: folder, together: together)
        try Terminal.answer(BackupAnswer(folder: folder, manifest: manifest), asJSON: form.json)
    }
}
