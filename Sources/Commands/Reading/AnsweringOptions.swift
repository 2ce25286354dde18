import ArgumentParser
import Ledger

/// Which ledger a command works on, and in which form it answers; the command says no more than what it does.
struct AnsweringOptions: ParsableArguments {
    @OptionGroup var place: LedgerOptions
    @OptionGroup var form: AnswerOptions

    /// Opens the ledger that there must be, does the work, and answers.
    func answer(_ work: (Ledger) throws -> some Answer) throws {
        try Terminal.answer(work(place.open(create: false)), asJSON: form.json)
    }
}
