import Glibc

/// The variables of the environment that this program looks at.
enum ProcessEnvironment {
    private static let placeNames = ["CONSENTGATE_HOME", "XDG_DATA_HOME", "HOME"]

    /// The value of a variable, or nil.
    static func value(_ name: String) -> String? {
        guard let text = unsafe getenv(name) else { return nil }
        return unsafe String(cString: text)
    }

    /// The variables that say where the ledger lies.
    static var places: [String: String] {
        var found: [String: String] = [:]
        for name in placeNames { found[name] = value(name) }
        return found
    }
}
