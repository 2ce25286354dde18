import ArgumentParser
import Audit

/// Where a dossier goes, and for which case it is made.
struct DossierOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
    var out: String?

    @Option(
        help: ArgumentHelp("Make one zip archive instead of a folder.", valueName: "file"),
        completion: .file())
    var zip: String?

    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            "For which request or case it is made, in your words; it stands on the cover.",
            valueName: "text"))
    var caseText: String?

    func validate() throws {
        guard out == nil || zip == nil else { throw ValidationError("Choose one of --out and --zip.") }
        guard place != nil || caseText == nil else {
            throw ValidationError("--case stands on the cover of a dossier: add --out or --zip.")
        }
    }

    /// The place that was named, if one was.
    var place: DossierPlace? { out.map { .folder($0) } ?? zip.map { .zip($0) } }
}
