/// The order of the targets, and who alone may import what.
enum FloorPlan {
    /// The targets from the ground up; none sees another of its own row.
    ///
    /// `Suggestions` lies beneath the other tools of floor 1 because `StrictYAML` uses it, and
    /// `Containers` above them because it makes tables.
    static let floors: [[String]] = [
        ["CArchive", "CCurl", "CExpat", "CLinux", "COpenSSL", "CSQLite", "CVectors", "CZlib"],
        ["Suggestions"],
        [
            "CanonicalJSON", "Cryptography", "Database", "Files", "HTTPRequests", "Pages", "StrictYAML",
            "Tables", "UnicodeForms", "Workers",
        ],
        ["Containers"],
        ["Consent", "LookUp", "MerkleLog"],
        ["Ledger", "Origins", "Policies"],
        ["HandOver", "Lists"],
        ["Audit", "Claims", "Gate", "Retention", "Rights", "SourceRegister", "Vouching"],
        ["Commands"],
        ["consentgate"],
    ]

    /// Modules that only the named targets may import.
    static let reserved: [String: Set<String>] = [
        "ArgumentParser": ["Commands"],
        "CArchive": ["Containers"],
        "CCurl": ["HTTPRequests"],
        "CExpat": ["Containers"],
        "CLinux": ["Files"],
        "COpenSSL": ["Cryptography"],
        "CSQLite": ["Database"],
        "CVectors": ["Tables"],
        "CZlib": ["Containers"],
        "Foundation": ["UnicodeForms"],
        "FoundationEssentials": ["CanonicalJSON"],
        "Logging": ["Commands"],
        "Mustache": ["Pages"],
        "Yams": ["StrictYAML"],
        "_FoundationICU": ["UnicodeForms"],
    ]

    /// Modules from outside that everybody may import.
    static let free: Set<String> = ["Glibc", "OrderedCollections", "Synchronization"]

    /// The floor of a target, counted in rows of the table, or nil for a stranger.
    static func floor(of target: String) -> Int? { floors.firstIndex { $0.contains(target) } }

    /// What is wrong with the imports of a file.
    static func complaints(about file: SourceFile) -> [String] {
        guard let own = floor(of: file.target) else {
            return ["\(file.path): the floor plan has no target \(file.target)"]
        }
        return file.imports.compactMap { module, line in
            let place = "\(file.path):\(line)"
            if let owners = reserved[module], !owners.contains(file.target) {
                return "\(place): only \(owners.sorted().joined(separator: ", ")) may import \(module)"
            }
            if reserved[module] != nil || free.contains(module) || module == file.target { return nil }
            guard let other = floor(of: module) else { return "\(place): nobody planned for \(module)" }
            if other == own { return "\(place): \(module) is on the same floor" }
            return other > own ? "\(place): \(module) is on a higher floor" : nil
        }
    }

    /// What is wrong with the dependencies that a manifest names for a target.
    static func complaints(about target: String, dependingOn dependencies: [String]) -> [String] {
        guard let own = floor(of: target) else {
            return ["Package.swift: the floor plan has no target \(target)"]
        }
        return dependencies.compactMap { dependency in
            guard let other = floor(of: dependency) else { return nil }
            return other >= own
                ? "Package.swift: \(target) depends on \(dependency), which is not beneath it" : nil
        }
    }
}
