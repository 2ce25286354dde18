import ArgumentParser

/// Where `--home` and `--passphrase-file` stand among the arguments.
package enum HomePlacement {
    private static let names = ["--home", "--passphrase-file"]

    /// Moves a `--home` that stands before the subcommand behind it, where the subcommand reads it.
    ///
    /// `--home X wording publish F` becomes `wording publish --home X F`. One that stands behind the subcommand too is
    /// read later, and so goes first.
    package static func moved(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var home: [String] = []
        while let first = rest.first {
            if names.contains(first), rest.count > 1 {
                home += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if names.contains(where: { first.hasPrefix($0 + "=") }) {
                home.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard !home.isEmpty else { return arguments }
        let depth = depth(of: rest)
        guard depth > 0 else { return arguments }
        return rest.prefix(depth) + home + rest.dropFirst(depth)
    }

    /// How many arguments name the subcommand.
    private static func depth(of arguments: ArraySlice<String>) -> Int {
        var command: any ParsableCommand.Type = ConsentGate.self
        var depth = 0
        for argument in arguments {
            let next = command.configuration.subcommands.first { $0._commandName == argument }
            guard let next else { break }
            command = next
            depth += 1
        }
        return depth
    }
}
