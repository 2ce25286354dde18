/// A short Go program that verifies one receipt with nothing of ours, for whoever trusts neither us nor our program.
///
/// Its libraries are Go's own and `golang.org/x/mod`, which checks the modules of Go itself.
package enum ReceiptProgram {
    /// What the file is called.
    package static let fileName = "verify-receipt.go"
    /// The text of the program.
    package static let text = EmbeddedFiles.all.first { $0.name == fileName }?.text ?? ""
}
