import Consent
import Cryptography
import Files
import Foundation
import Ledger
import Testing

@Suite("Protecting the key of the vault")
struct KeyProtectionTests {
    let folder: LedgerFolder
    let ada: EmailAddress

    init() throws {
        folder = try LedgerFolder()
        ada = try EmailAddress(parsing: "ada@example.org")
        _ = try folder.furnished().record(.form("ada@example.org", at: "2026-10-01T08:00:00Z"))
    }

    private func passphrase(_ text: String) throws -> Passphrase {
        let bytes = Array(text.utf8)
        let made = Passphrase(bytes.span)
        return try #require(made)
    }

    /// Less dear than a real one, for there are many tests.
    private func cheap(_ text: String) throws -> KeyProtection {
        .passphrase(try passphrase(text), cost: 1 << 10)
    }

    private func open(_ means: KeyUnlocking.Means = .init()) throws -> Ledger {
        let clock = folder.clock
        return try Ledger(
            at: folder.home,
            context: LedgerContext(
                now: { clock.now }, random: folder.random, unlocking: KeyUnlocking(means)), create: false)
    }

    private func knowing(_ text: String) throws -> KeyUnlocking.Means {
        let secret = try passphrase(text)
        var means = KeyUnlocking.Means()
        means.passphrase = { _ in secret }
        return means
    }

    private func kek() throws -> String {
        String(decoding: try PrivateFile.contents(of: folder.home.key(.wrapping)), as: UTF8.self)
    }

    private func write(_ text: String, to name: String, mode: UInt32 = 0o600) throws -> String {
        let path = folder.beside(name)
        try StagedFile.replace(path, with: Array(text.utf8), mode: mode, token: "test")
        return path
    }

    /// A program that a key command can be.
    private func program(_ script: String) throws -> String {
        try write("#!/bin/sh\n\(script)\n", to: "program", mode: 0o700)
    }

    @Test("by a passphrase: nothing opens without it, everything with it")
    func byPassphrase() throws {
        let before = try kek()
        try open().protect(by: cheap("correct horse battery"))
        let wrapped = try kek()
        #expect(wrapped.contains("\"source\": \"passphrase\"") && !wrapped.contains(before.dropLast()))
        #expect(
            try !folder.everyFile().values.contains {
                Data($0).range(of: Data(before.utf8.dropLast())) != nil
            },
            "the kek stands in the clear nowhere")
        #expect(folder.openingError()?.code == .locked)
        let wrong = ledgerError { _ = try open(knowing("wrong horse battery")) }
        #expect(wrong?.code == .wrongPassphrase && wrong?.message.contains("horse") == false)
        #expect(try kek() == wrapped)
        let ledger = try open(knowing("correct horse battery"))
        #expect(try ledger.history(of: ada).count == 1)
        #expect(try ledger.examine().findings == [])
    }

    @Test("as strong as RFC 7914 has it for today, with the parameters beside it")
    func strength() throws {
        try open().protect(by: .passphrase(passphrase("correct horse battery")))
        let text = try kek()
        #expect(text.contains("\"n\": 131072") && text.contains("\"r\": 8") && text.contains("\"p\": 1"))
        #expect(try open(knowing("correct horse battery")).history(of: ada).count == 1)
    }

    @Test("each way leads to every other and back, and asks the new source before anything is changed")
    func changing() throws {
        let digits = String(repeating: "5a", count: 32)
        let file = try write(digits + "\n", to: "outer.key")
        let command = [try program("printf %s '\(String(repeating: "c3", count: 32))'")]
        let ways: [KeyProtection] = [
            .file(file), .command(command), try cheap("first passphrase"), try cheap("second passphrase"),
            .none, .command(command), .file(file), .none,
        ]
        var means = KeyUnlocking.Means()
        for way in ways {
            try open(means).protect(by: way)
            if case .passphrase(let secret, _) = way { means.passphrase = { _ in secret } }
            #expect(try open(means).history(of: ada).count == 1)
        }
        #expect(try kek().count == 65)
        let after = try kek()
        #expect(ledgerError { try open().protect(by: .file(folder.beside("nothing"))) }?.code == .key)
        #expect(ledgerError { try open().protect(by: .file(folder.home.key(.log))) }?.code == .keysTogether)
        #expect(ledgerError { try open().protect(by: cheap("short")) }?.code == .weakPassphrase)
        #expect(try kek() == after)
    }

    @Test("a file that others may read opens nothing")
    func exposedFile() throws {
        let file = try write(String(repeating: "5a", count: 32), to: "outer.key")
        try open().protect(by: .file(file))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(ledgerError { _ = try open() }?.code == .key)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        _ = try write(String(repeating: "5b", count: 32), to: "outer.key")
        #expect(ledgerError { _ = try open() }?.code == .wrongKey)
    }

    static let commands: [(String, String)] = [
        ("exit 3", "ended with status 3"), ("kill -9 $$", "was ended by signal 9"),
        ("echo secret-word", "wrote no key"), ("sleep 30", "was not done after 1 seconds"),
        ("head -c 9000 /dev/zero", "wrote more than a key"),
        ("echo secret-word >&2; exit 1", "ended with status 1"),
    ]

    @Test("a command that gives no key is named, and nothing that it wrote", arguments: commands)
    func failingCommand(script: String, told: String) throws {
        try open().protect(by: .command([program("printf %s '\(String(repeating: "c3", count: 32))'")]))
        _ = try program(script)
        var means = KeyUnlocking.Means()
        means.seconds = 1
        let error = ledgerError { _ = try open(means) }
        #expect(
            error?.code == .keyCommand && error?.message.contains(told) == true,
            "\(String(describing: error))")
        #expect(error?.description.contains("secret-word") == false)
    }

    @Test("a command is split into words and nothing else is made of it")
    func words() throws {
        #expect(
            try KeyCommand.words(of: #"/bin/echo 'a b' "c d" e\ f $HOME `id` *;x"#)
                == ["/bin/echo", "a b", "c d", "e f", "$HOME", "`id`", "*;x"])
        #expect(try KeyCommand.words(of: "sh -c ''").dropFirst() == ["-c", ""])
        #expect(try KeyCommand.words(of: "sh").first?.hasPrefix("/") == true)
        for line in ["", "  ", "/bin/echo 'a", "/nothing/here", "no-such-program-anywhere"] {
            #expect(ledgerError { _ = try KeyCommand.words(of: line) }?.code == .keyCommand, "\(line)")
        }
    }

    @Test("a file that another program wrote, or that asks for too much, is refused")
    func strangeEnvelopes() throws {
        try open().protect(by: cheap("correct horse battery"))
        let text = try kek()
        for (found, put) in [
            ("\"n\": 1024", "\"n\": 1099511627776"), ("\"n\": 1024", "\"n\": 1000"),
            ("\"n\": 1024", "\"n\": -1"),
            ("scrypt", "md5"), ("consentgate-key/v1", "consentgate-key/v2"), ("\"r\": 8", "\"r\": 9999999"),
            ("\"wrapped\": \"", "\"wrapped\": \"AA"),
        ] {
            let changed = text.replacingOccurrences(of: found, with: put)
            #expect(changed != text)
            try PrivateFile.remove(folder.home.key(.wrapping))
            try StagedFile.replace(
                folder.home.key(.wrapping), with: Array(changed.utf8), mode: 0o600, token: "test")
            #expect(ledgerError { _ = try open(knowing("correct horse battery")) }?.code == .key, "\(put)")
        }
    }

    @Test("a changed kek stays protected, also where the change is cut short")
    func rotating() throws {
        struct Stop: Error {}
        try open().protect(by: cheap("correct horse battery"))
        let means = try knowing("correct horse battery")
        #expect(throws: (any Error).self) {
            try open(means).rotateWrappingKey(onStep: { if $0 == .finished { throw Stop() } })
        }
        let begun = try open(means)
        #expect(try begun.history(of: ada).count == 1)
        #expect(ledgerError { try begun.protect(by: .none) }?.code == .key)
        _ = try begun.rotateWrappingKey()
        #expect(try kek().contains("passphrase"))
        #expect(folder.openingError()?.code == .locked)
        #expect(try open(means).examine().findings == [])
    }

    @Test("backups carry the wrapped form, and a backup's command is not run unasked")
    func backups() throws {
        let command = [try program("printf %s '\(String(repeating: "c3", count: 32))'")]
        try open().protect(by: .command(command))
        let ledger = try open()
        _ = try ledger.backUp(BackupTests.everything, to: folder.beside("all"))
        _ = try ledger.backUp([.keys], to: folder.beside("keys"))
        let copied = try PrivateFile.contents(of: folder.beside("keys/keys/kek"))
        #expect(String(decoding: copied, as: UTF8.self) == (try kek()))
        var means = KeyUnlocking.Means()
        means.runsNamedCommand = false
        func drill() throws -> RestorationOutcome {
            try Restoration(context: .system(unlocking: KeyUnlocking(means))).drill(
                [folder.beside("all"), folder.beside("keys")], in: folder.beside(""))
        }
        #expect(
            ledgerError { _ = try drill() }?.code == .locked
                || ledgerError { _ = try drill() }?.code == .mixture)
        means.command = command
        #expect(try drill().examination.findings == [])
    }

    @Test("a passphrase is read from the first line of a file that only its owner may read")
    func passphraseFile() throws {
        for (text, wanted) in [
            ("secret\n", "secret"), ("secret", "secret"), ("se cret\r\nmore\n", "se cret"),
        ] {
            let path = try write(text, to: "passphrase")
            #expect(try PassphraseFile.read(path) == passphrase(wanted))
        }
        for text in ["", "\n", String(repeating: "x", count: 1025)] {
            let path = try write(text, to: "passphrase")
            #expect(ledgerError { _ = try PassphraseFile.read(path) }?.code == .passphraseFile)
        }
        let path = try write("secret", to: "passphrase", mode: 0o644)
        #expect(ledgerError { _ = try PassphraseFile.read(path) }?.code == .passphraseFile)
        #expect(try "\(passphrase("secret"))" == "<REDACTED>")
    }
}
