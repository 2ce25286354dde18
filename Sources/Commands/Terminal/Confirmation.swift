import Glibc

/// A question that is asked before something that cannot be undone.
enum Confirmation {
    /// Asks for a yes where a person sits at a terminal; where nobody does, the command itself is the yes.
    ///
    /// - Parameters:
    ///   - question: A sentence that ends with a question mark.
    ///   - refusal: What is said where the answer is anything but yes.
    static func ask(_ question: String, refusal: String) throws {
        guard isatty(STDIN_FILENO) == 1, StandardStream.error.isTerminal else { return }
        StandardStream.error.writeIfPossible("\(question) [yes/no] ")
        guard readLine()?.lowercased() == "yes" else {
            throw Complaint(refusal, hint: "Answer yes, or add --yes to the command.")
        }
    }
}
