import CLinux
import Glibc

extension Folder {
    /// Moves a folder in one step to a place beside it, where nothing or an empty folder may be.
    package static func move(_ path: String, to place: String) throws(FileError) {
        guard unsafe rename(path, place) == 0 else {
            let isTaken = errno == ENOTEMPTY || errno == EEXIST
            throw isTaken
                ? FileError(.exists, path: place, operation: "writing") : FileError.system(place, "writing")
        }
        try synchronise(Path.split(place).folder)
    }

    /// Puts a folder into the place of another in one step; the other then lies where the first lay.
    ///
    /// Whoever looks at the place sees the one or the other, whole. Where the file system cannot exchange two names
    /// (renameat2(2), `RENAME_EXCHANGE`), the place is empty for a moment, and both folders are whole under other names.
    package static func exchange(_ path: String, with place: String) throws(FileError) {
        if unsafe clinux_exchange(path, place) == 0 {
            return try synchronise(Path.split(place).folder)
        }
        guard errno == EINVAL || errno == ENOSYS else { throw FileError.system(place, "replacing") }
        let between = path + ".old"
        try move(place, to: between)
        do throws(FileError) {
            try move(path, to: place)
        } catch {
            try move(between, to: place)
            throw error
        }
        try move(between, to: path)
    }

    /// The name of a folder with every link in it followed; as it was given where there is none.
    package static func resolved(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Removes a folder with everything in it; links are removed and not followed.
    package static func remove(_ path: String) throws(FileError) {
        for name in try names(in: path) {
            let inner = Path.join(path, name)
            var status = stat()
            guard unsafe lstat(inner, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR { try remove(inner) } else { try PrivateFile.remove(inner) }
        }
        guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw FileError.system(path, "removing") }
    }

    /// Every file in a folder and below, by its path within it, in the order of their names.
    ///
    /// Links to folders are listed as files and not followed.
    package static func files(in path: String) throws(FileError) -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let folder = waiting.popLast() {
            try list(folder, in: path, files: &found, folders: &waiting)
        }
        return found.sorted()
    }

    /// Calls a body with every file in a folder and below, one folder after the other, so that only the names of one are
    /// held in memory.
    ///
    /// Links to folders are files and not followed.
    package static func forEachFile(in path: String, _ body: (String) -> Void) throws(FileError) {
        var waiting = [""]
        while let folder = waiting.popLast() {
            var found: [String] = []
            try list(folder, in: path, files: &found, folders: &waiting)
            for name in found { body(name) }
        }
    }

    /// Adds what lies in an inner folder, by its path within the outer one.
    private static func list(
        _ folder: String, in path: String, files: inout [String], folders: inout [String]
    ) throws(FileError) {
        for (name, kind) in try entries(of: folder.isEmpty ? path : Path.join(path, folder)) {
            let inner = folder.isEmpty ? name : folder + "/" + name
            switch kind ?? Kind(of: Path.join(path, inner)) {
            case .folder: folders.append(inner)
            case .file: files.append(inner)
            }
        }
    }
}
