import Glibc

/// What is done with folders.
package enum Folder {
    /// Makes a folder and those above it; one that is there already is fine.
    ///
    /// - Parameter mode: Permissions of the folders that are made. A private folder gets 0700 and is not subject to the umask.
    package static func make(_ path: String, mode: UInt32 = 0o777) throws(FileError) {
        if exists(path) { return }
        let above = Path.split(path).folder
        if above != path, above != "." { try make(above, mode: mode) }
        guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else {
            throw FileError.system(path, "making the folder")
        }
        guard exists(path) else { throw FileError(.exists, path: path, operation: "making the folder") }
    }

    /// Whether there is a folder of this name.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The name of a folder with every link in it followed; as it was given where there is none.
    package static func resolved(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// The system's folder for what does not outlive a process: `TMPDIR`, else `/tmp`.
    package static func temporary() -> String {
        guard let name = unsafe getenv("TMPDIR") else { return "/tmp" }
        let folder = unsafe String(cString: name)
        return exists(folder) ? folder : "/tmp"
    }

    /// The names in a folder, sorted; `.` and `..` left out.
    package static func names(in path: String) throws(FileError) -> [String] {
        try entries(of: path).map(\.name)
    }

    /// The names in a folder, sorted, and of what kind each is, where the file system tells that with the name.
    static func entries(of path: String) throws(FileError) -> [(name: String, kind: Kind?)] {
        guard let folder = unsafe opendir(path) else { throw FileError.system(path, "reading") }
        defer { unsafe _ = closedir(folder) }
        var entries: [(name: String, kind: Kind?)] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            entries.append((name, Kind(unsafe Int(entry.pointee.d_type))))
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// What stands in a folder.
    enum Kind {
        /// A folder within it.
        case folder
        /// Anything else; a link is no folder, wherever it leads.
        case file

        /// Nil where the file system does not tell.
        init?(_ type: Int) {
            switch type {
            case Int(DT_UNKNOWN): return nil
            case Int(DT_DIR): self = .folder
            default: self = .file
            }
        }

        /// Asks the file itself.
        init(of path: String) {
            var status = stat()
            let isKnown = unsafe lstat(path, &status) == 0
            self = isKnown && status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
        }
    }

    /// Brings the names of a folder to the disk: a rename is safe only after this.
    package static func synchronise(_ path: String) throws(FileError) {
        try Descriptor(path: path, flags: O_RDONLY | O_DIRECTORY, operation: "writing").synchronise()
    }

    /// Bytes that an ordinary user can still write there, or nil.
    package static func availableBytes(_ path: String) -> UInt64? {
        var status = statvfs()
        guard unsafe statvfs(path, &status) == 0 else { return nil }
        return UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
    }
}
