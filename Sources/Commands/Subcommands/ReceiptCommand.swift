import ArgumentParser

/// Receipts: given of records, and taken from others.
struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract:
            "Give a receipt of one record: for the person, for programs, or as a proof; or take one of another system.",
        discussion: """
            It holds personal data. Without a subcommand, the receipt of the named record is
            given.

            Examples:
              consentgate receipt 5f0c…9a --out ada.tlog-proof
              consentgate receipt 5f0c…9a --form html --out receipt.html
              consentgate receipt import theirs.json --purpose newsletter
            """,
        subcommands: [ReceiptGiveCommand.self, ReceiptCheckCommand.self, ReceiptImportCommand.self],
        defaultSubcommand: ReceiptGiveCommand.self)
}
