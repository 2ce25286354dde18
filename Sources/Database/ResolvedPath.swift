import Glibc

/// The name of a database file with every link among its folders followed.
///
/// `SQLITE_OPEN_NOFOLLOW` refuses a link anywhere in the name. It is there to refuse a file that is a link; a home
/// folder that lies behind one is nothing unusual.
enum ResolvedPath {
    /// The name with its folder resolved; as it was given where the folder cannot be.
    static func of(_ path: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = start == path.startIndex ? "." : String(path[..<start])
        guard let resolved = unsafe realpath(folder, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved) + "/" + path[start...]
    }
}
