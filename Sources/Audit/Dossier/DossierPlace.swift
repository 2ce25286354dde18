/// Where a dossier is written.
public enum DossierPlace: Hashable, Sendable {
    /// A folder, of which nothing or an empty one may be there.
    case folder(String)
    /// One zip archive, in which everything lies under a folder of its name.
    case zip(String)

    /// The path.
    public var path: String {
        switch self {
        case .folder(let path), .zip(let path): path
        }
    }
}
