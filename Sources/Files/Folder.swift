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

    /// The whole name of a folder from the root on, every link followed; nil where there is none.
    package static func resolved(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
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
        guard let folder = unsafe opendir(path) else { throw FileError.system(path, "reading") }
        defer { unsafe _ = closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
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
