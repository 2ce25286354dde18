/// What the data of a dossier must look like, as a JSON Schema (draft 2020-12).
///
/// The text is a file beside these sources, put into the program by the build, and lies in every dossier.
public enum DossierSchema: String, Sendable, CaseIterable {
    /// The dossier of one subject.
    case subject
    /// The dossier of one vetted list.
    case list

    /// The schema as JSON text.
    public var text: String { Self.enclosed("\(rawValue).schema.json") ?? "{}\n" }

    /// A file that the build put into the program, by its name.
    static func enclosed(_ name: String) -> String? {
        EmbeddedFiles.all.first { $0.name == name }?.text
    }
}
