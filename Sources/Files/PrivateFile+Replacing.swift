import CLinux
import Glibc

extension PrivateFile {
    /// Brings a secret to the disk, in a file of its own that only its owner may read; no copy of it stays in memory.
    package static func replace(_ path: String, withSecret bytes: Span<UInt8>) throws(FileError) {
        let token = "new"
        try StagedFile.removeLeftover(of: path, token: token)
        var file = try StagedFile(path: path, mode: 0o600, token: token)
        try file.writeThrough(bytes)
        try file.commit()
    }

    /// Gives a file another name, which nothing has yet or what has it is gone then.
    package static func move(_ path: String, to place: String) throws(FileError) {
        guard unsafe rename(path, place) == 0 else { throw FileError.system(place, "writing") }
        try Folder.synchronise(Path.split(place).folder)
    }

    /// Puts a file into the place of another in one step, and overwrites what lay there.
    ///
    /// - Parameters:
    ///   - path: The new file.
    ///   - place: Where it goes.
    package static func supersede(_ place: String, by path: String) throws(FileError) {
        let old = try Descriptor(path: place, flags: O_WRONLY | O_NOFOLLOW, operation: "writing")
        guard unsafe rename(path, place) == 0 else { throw FileError.system(place, "writing") }
        try Folder.synchronise(Path.split(place).folder)
        try old.overwriteIfUnnamed(besides: 0)
    }

    /// Puts a file into the place of another in one step, so that the other lies where it lay and is then destroyed.
    ///
    /// Where the file system cannot exchange two names, what lay there loses its name at once.
    ///
    /// - Parameters:
    ///   - place: Where the new file goes.
    ///   - path: The new file.
    ///   - onExchange: Called between the two steps.
    package static func exchange(
        _ place: String, with path: String, onExchange: () throws -> Void = {}
    ) throws {
        guard unsafe clinux_exchange(path, place) == 0 else {
            guard errno == EINVAL || errno == ENOSYS else { throw FileError.system(place, "replacing") }
            return try supersede(place, by: path)
        }
        try Folder.synchronise(Path.split(place).folder)
        try onExchange()
        try destroy(path)
    }

    /// Overwrites a file and removes it.
    ///
    /// A file that has a second name elsewhere is a copy that somebody keeps, and only loses this name.
    package static func destroy(_ path: String) throws(FileError) {
        let old = try Descriptor(path: path, flags: O_WRONLY | O_NOFOLLOW, operation: "removing")
        try old.overwriteIfUnnamed(besides: 1)
        try remove(path)
        try Folder.synchronise(Path.split(path).folder)
    }
}

extension Descriptor {
    /// Overwrites the file on the disk, unless it has more names than these.
    fileprivate func overwriteIfUnnamed(besides names: UInt64) throws(FileError) {
        let status = try status()
        guard UInt64(status.st_nlink) <= names else { return }
        try write([UInt8](repeating: 0, count: Int(clamping: min(status.st_size, 1 << 16))))
        try synchronise()
    }
}
