import Cryptography
import Glibc

/// Asks whoever sits at the terminal for a passphrase, without showing it.
///
/// The terminal itself is asked, for standard input may be a list. What is typed lies in one place, which is overwritten.
@safe struct PassphrasePrompt: ~Copyable {
    private let terminal: Int32
    private let before: termios
    private let typed: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// Asks once.
    ///
    /// - Parameter prompt: What is shown before the typing.
    /// - Returns: Nil where there is no terminal.
    /// - Throws: A complaint where nothing was typed, too much, or the typing was broken off.
    static func ask(_ prompt: String) throws -> Passphrase? {
        guard var asking = PassphrasePrompt() else { return nil }
        return try asking.read(prompt)
    }

    /// Asks twice for a new one, which must be the same both times.
    static func askForNew() throws -> Passphrase? {
        guard let first = try ask("New passphrase: "), let second = try ask("The same again: ") else {
            return nil
        }
        guard first == second else {
            throw Complaint(
                "The two passphrases differ.", hint: "Nothing was changed. Run the command again.")
        }
        return first
    }

    private init?() {
        let number = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard number >= 0 else { return nil }
        var state = termios()
        guard unsafe tcgetattr(number, &state) == 0 else {
            close(number)
            return nil
        }
        terminal = number
        before = state
        unsafe typed = UnsafeMutableBufferPointer.allocate(capacity: Passphrase.greatestByteCount)
        // Key by key and without signals: whoever breaks off must get the terminal back as it was.
        state.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
        unsafe _ = tcsetattr(number, TCSAFLUSH, &state)
    }

    deinit {
        var state = before
        unsafe _ = tcsetattr(terminal, TCSAFLUSH, &state)
        Self.say("\n", to: terminal)
        if let start = unsafe typed.baseAddress { unsafe explicit_bzero(start, typed.count) }
        unsafe typed.deallocate()
        close(terminal)
    }

    private mutating func read(_ prompt: String) throws -> Passphrase {
        Self.say(prompt, to: terminal)
        while try take() {}
        guard let passphrase = unsafe Passphrase(UnsafeBufferPointer(rebasing: typed[..<count]).span) else {
            throw Complaint("No passphrase was typed.", hint: "Nothing was changed. Run the command again.")
        }
        return passphrase
    }

    /// Takes one key; false at the end of the line.
    private mutating func take() throws -> Bool {
        var byte: UInt8 = 0
        defer { byte = 0 }
        let taken = unsafe Glibc.read(terminal, &byte, 1)
        if taken < 0, errno == EINTR { return true }
        switch (taken, byte) {
        case (1, UInt8(ascii: "\n")), (1, UInt8(ascii: "\r")): return false
        case (1, 0x7F), (1, 0x08): count -= count > 0 ? 1 : 0
        case (1, 0x15): count = 0
        case (1, 0x20...):
            guard count < Passphrase.greatestByteCount else {
                throw Complaint(
                    "A passphrase has at most \(Passphrase.greatestByteCount) bytes.",
                    hint: "Nothing was changed. Run the command again.")
            }
            unsafe typed[count] = byte
            count += 1
        case (1, 0x03), (1, 0x04), (1, 0x1A), (1, 0x1C), (..<1, _):
            throw Complaint("The typing was broken off.", hint: "Nothing was changed.")
        default: break
        }
        return true
    }

    private static func say(_ text: String, to terminal: Int32) {
        let bytes = Array(text.utf8)
        unsafe _ = write(terminal, bytes, bytes.count)
    }
}
