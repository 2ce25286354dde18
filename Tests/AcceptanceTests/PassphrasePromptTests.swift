import Foundation
import Testing

/// What is typed at a terminal is not shown, and opens the ledger.
@Suite(
    "The question for a passphrase",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
struct PassphrasePromptTests {
    /// Runs a command at a terminal of its own, types lines after each question, and gives all that was shown.
    private static let terminal = #"""
        import os, pty, sys
        command, lines = sys.argv[1], sys.argv[2:]
        child, terminal = pty.fork()
        if child == 0:
            os.execvp("sh", ["sh", "-c", command])
        shown = b""
        while True:
            try:
                more = os.read(terminal, 4096)
            except OSError:
                break
            if not more:
                break
            shown += more
            if lines and shown.rstrip(b" ").endswith(b":"):
                os.write(terminal, lines.pop(0).encode().decode("unicode_escape").encode("latin-1"))
                shown += b"|"
        sys.stdout.buffer.write(shown)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """#

    private func workplace() throws -> Workplace {
        let workplace = try Workplace()
        try workplace.write(Self.terminal, to: "terminal.py")
        #expect(try workplace.run("consentgate init --controller 'Example GmbH'").status == 0)
        return workplace
    }

    private func type(_ lines: [String], to command: String, at workplace: Workplace) throws
        -> Workplace.Outcome
    {
        let typed = lines.map { "'\($0)'" }.joined(separator: " ")
        return try workplace.run("python3 terminal.py '\(command)' \(typed)")
    }

    @Test("is asked twice for a new one and once to open, and shows nothing of it")
    func asks() throws {
        let workplace = try workplace()
        let (good, typo) = ("correct horse\\n", "corect horse\\n")
        let differing = try type([good, typo], to: "consentgate keys protect --passphrase", at: workplace)
        #expect(differing.status == 2 && differing.output.contains("The two passphrases differ."))
        // Somebody mistypes, and takes the last letters back.
        let made = try type(
            ["correct horsf\\x7fe\\n", good], to: "consentgate keys protect --passphrase", at: workplace)
        #expect(made.status == 0, "\(made.output)\(made.errors)")
        #expect(made.output.contains("New passphrase: |") && made.output.contains("The same again: |"))
        let opened = try type([good], to: "consentgate log key", at: workplace)
        #expect(opened.status == 0 && opened.output.contains("Passphrase of "), "\(opened.output)")
        let wrong = try type([typo], to: "consentgate log key", at: workplace)
        #expect(wrong.status == 2 && wrong.output.contains("The passphrase does not open "))
        let broken = try type(["corr\\x03"], to: "consentgate log key; stty -a", at: workplace)
        #expect(broken.output.contains("The typing was broken off.") && broken.output.contains(" echo "))
        for outcome in [differing, made, opened, wrong, broken] {
            #expect(!outcome.output.contains("horse") && !outcome.output.contains("corr"))
        }
        let list = try type(
            [good], to: "echo ada@example.org | consentgate vet - --purpose newsletter --out -", at: workplace
        )
        #expect(list.status == 1, "a list in standard input is no passphrase: \(list.output)")
    }
}
