import ArgumentParser
import Workers

/// How many threads a command works with.
struct ThreadOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How many threads work at once; one on each processor unless given.", valueName: "number"))
    var threads: Int?

    func validate() throws {
        if let threads, !(1...Workers.most).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to \(Workers.most).")
        }
    }
}
