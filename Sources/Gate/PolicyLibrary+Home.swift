import Files
package import Ledger
package import Policies

extension PolicyLibrary {
    /// The policies of a ledger's home, which go before those of the same name that came with the program, and those.
    package static func known(to home: LedgerHome?) -> PolicyLibrary {
        guard let home else { return .shipped }
        let folder = home.policies
        let files = Folder.exists(folder) ? (try? Folder.names(in: folder)) ?? [] : []
        let own = files.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".examples.yaml") }
            .map { String($0.dropLast(".yaml".count)) }
        return PolicyLibrary(names: Set(own).union(ShippedPolicies.names).sorted()) { name in
            let path = Path.join(folder, name + ".yaml")
            guard own.contains(name), let bytes = try? InputFile.contents(of: path, limit: 1 << 20) else {
                return ShippedPolicies.text(named: name).map { PolicySource(name: name + ".yaml", text: $0) }
            }
            return PolicySource(name: path, text: String(decoding: bytes, as: UTF8.self))
        }
    }
}
