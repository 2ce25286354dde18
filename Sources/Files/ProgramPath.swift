import Glibc

/// Where a program lies that people call by its name.
package enum ProgramPath {
    /// The absolute path of a program: of one with a slash in its name from here, of any other from `PATH`.
    ///
    /// - Returns: Nil where nothing there can be run.
    package static func find(_ name: String) -> String? {
        guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
        if name.contains("/") {
            // Links are not followed: some programs are what they are called by.
            let path = name.hasPrefix("/") ? name : Path.join(Folder.resolved("."), name)
            return isExecutable(path) ? path : nil
        }
        guard let text = unsafe getenv("PATH") else { return nil }
        // An empty part would be the folder that the process happens to be in.
        return unsafe String(cString: text).split(separator: ":").lazy
            .filter { $0.hasPrefix("/") }.map { Path.join(String($0), name) }.first(where: isExecutable)
    }

    private static func isExecutable(_ path: String) -> Bool {
        unsafe access(path, X_OK) == 0 && PrivateFile.exists(path)
    }
}
