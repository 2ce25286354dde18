import Origins
import Testing

@Suite("Words for what columns mean")
struct MeaningWordTests {
    @Test(
        "are those that people type",
        arguments: [
            (ColumnMeaning.address, "email"), (.otherAddress, "other-email"), (.firstName, "first-name"),
            (.fullName, "name"), (.tag, "tags"), (.ignored, "ignore"), (.optInTime, "opt-in-time"),
            (.optInIP, "opt-in-ip"), (.confirmIP, "confirm-ip"), (.connectedOn, "connected-on"),
            (.linkedInOnly, "linkedin-only"), (.linkedInFlag, "linkedin-flag"), (.status, "status"),
        ])
    func word(meaning: ColumnMeaning, word: String) {
        #expect(meaning.word == word)
    }

    @Test("lead back to their meanings, each to its own", arguments: ColumnMeaning.allCases)
    func unique(meaning: ColumnMeaning) {
        #expect(ColumnMeaning(word: meaning.word) == meaning)
        #expect(meaning.word.allSatisfy { $0.isLowercase || $0 == "-" })
    }

    @Test("are not guessed")
    func unknown() { #expect(ColumnMeaning(word: "Email") == nil) }
}
