import Commands
import Glibc

/// Where the process begins; everything it does lies in `Commands`.
@main
enum Entrance {
    /// Runs the command and ends with its status.
    static func main() { exit(Program.run(Array(CommandLine.arguments.dropFirst()))) }
}
