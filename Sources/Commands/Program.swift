import ArgumentParser
import Files
import Glibc
import Logging

/// The program: arguments in, answers out, an exit status back.
///
/// 0: done. 1: some contacts were kept out, or a check found something. 2: it could not be decided or done.
/// 64: wrong usage (`EX_USAGE` of sysexits.h). 141: whoever read the answer went away before its end, as `head` does.
public enum Program {
    /// Runs one command.
    ///
    /// Answers go to standard output, everything else to standard error.
    ///
    /// - Parameter arguments: The arguments without the name of the program.
    /// - Returns: The exit status.
    public static func run(_ arguments: [String]) -> Int32 {
        ProcessSignals.turnIntoErrors()
        var command: any ParsableCommand
        do {
            command = try ConsentGate.parseAsRoot(HomePlacement.moved(arguments))
        } catch {
            return tell(error, arguments)
        }
        Diagnostics.log.debug("command", metadata: ["name": "\(type(of: command)._commandName)"])
        do {
            try command.run()
            return 0
        } catch let status as ExitCode {
            return status.rawValue
        } catch {
            // The parser's own help is a command too, and throws its text; a group without a subcommand as well.
            if ConsentGate.exitCode(for: error) == .success { return tell(error, arguments) }
            return complain(error)
        }
    }

    /// Says what could not be done, and gives the status for it.
    private static func complain(_ error: any Error) -> Int32 {
        // Who closed the pipe has what they wanted. The status is that of a process which the signal ended.
        if let error = error as? FileError, error.code == .unread { return 128 + SIGPIPE }
        Terminal.complain(Complaint(describing: error))
        return 2
    }

    /// Says what the parser of arguments has to say: help, a script for a shell, or what is wrong with the usage.
    private static func tell(_ error: any Error, _ arguments: [String]) -> Int32 {
        let status = ConsentGate.exitCode(for: error).rawValue
        let text = ConsentGate.fullMessage(for: error)
        guard status == 0 else {
            let told = UsageText.withoutAddresses(text, arguments)
            StandardStream.error.writeIfPossible(told.hasSuffix("\n") ? told : told + "\n")
            return status
        }
        do {
            try StandardStream.output.write(text.hasSuffix("\n") ? text : text + "\n")
            return 0
        } catch {
            return complain(error)
        }
    }
}
