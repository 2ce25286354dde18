import Cryptography
import Files

/// A program whose standard output is the key that opens the kek: 64 hexadecimal digits, with or without a newline.
package enum KeyCommand {
    /// Runs the program; nothing that it writes is told anywhere.
    ///
    /// - Throws: ``LedgerError/Code/keyCommand``.
    static func key(from words: [String], within seconds: Int) throws -> SecretKey {
        guard let program = words.first else { throw error("is empty") }
        let key: SecretKey?
        do throws(ProgramOutput.Failure) {
            key = try ProgramOutput.withSecret(of: program, Array(words.dropFirst()), within: seconds) {
                SecretKey(digits: $0)
            }
        } catch {
            switch error {
            case .notStarted: throw Self.error("\(program) could not be started")
            case .ended(let status) where status < 0:
                throw Self.error("\(program) was ended by signal \(-status)")
            case .ended(let status): throw Self.error("\(program) ended with status \(status)")
            case .late: throw Self.error("\(program) was not done after \(seconds) seconds, and was stopped")
            case .tooLong: throw Self.error("\(program) wrote more than a key")
            }
        }
        guard let key else { throw error("\(program) wrote no key") }
        return key
    }

    /// Splits a line into words as a shell does that knows quotes and nothing else: no variables, no patterns, no pipes.
    ///
    /// - Returns: The absolute path of the program and its arguments.
    /// - Throws: ``LedgerError/Code/keyCommand`` where a quote is not closed, or there is no such program.
    package static func words(of line: String) throws -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                (quote, word) = (character, word ?? "")
            } else if quote == nil, character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil, !isEscaped else { throw error("has a quote that is not closed") }
        if let whole = word { words.append(whole) }
        guard let name = words.first else { throw error("is empty") }
        guard let program = ProgramPath.find(name) else {
            throw error("begins with a program that is not there, or may not be run")
        }
        words[0] = program
        return words
    }

    private static func error(_ what: String) -> LedgerError {
        LedgerError(
            .keyCommand, "The key command \(what).",
            hint:
                "It must write 64 hexadecimal digits and end with status 0. Run it by hand to see what it says; what it wrote is not shown here."
        )
    }
}
