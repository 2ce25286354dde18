import ArgumentParser

/// The root of all commands.
struct ConsentGate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consentgate",
        abstract: "Keeps people who never agreed off your newsletter, and proves who did.",
        discussion: """
            A session:
              consentgate init --controller "Example GmbH" --country DE
              consentgate wording publish newsletter.md
              consentgate record ada@example.org --purpose newsletter \\
                  --wording newsletter@1 --method web-form --at 2026-10-02T09:15:00Z \\
                  --evidence form.html
              consentgate show ada@example.org

            The ledger lies in --home, else in CONSENTGATE_HOME, else in
            XDG_DATA_HOME/consentgate. Answers go to standard output, everything else to
            standard error; --json gives one JSON object. Exit status: 0 done, 1 contacts
            were kept out or a check found something, 2 it could not be done, 64 wrong
            usage. Completions for your shell: consentgate --generate-completion-script bash
            """,
        version: ProgramVersion.text,
        subcommands: [
            VetCommand.self, InitCommand.self, WordingCommand.self, RecordCommand.self,
            ImportCommand.self, WithdrawCommand.self,
            RefuseCommand.self,
            ObjectCommand.self, SuppressCommand.self, RestrictCommand.self, EraseCommand.self,
            RetentionCommand.self, NoteCommand.self,
            RequestCommand.self, SourceCommand.self, ShowCommand.self,
            ReceiptCommand.self, ExportCommand.self, LogCommand.self,
            TimestampCommand.self, WitnessCommand.self,
            PolicyCommand.self, DeclareCommand.self, ReleaseCommand.self, ConfirmCommand.self,
            LayoutsCommand.self, ToolsCommand.self, VerifyCommand.self, AuditCommand.self, DoctorCommand.self,
            BackupCommand.self, RestoreCommand.self, DrillCommand.self, KeysCommand.self,
        ])

    @OptionGroup var place: LedgerOptions
}
