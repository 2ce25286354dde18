import ArgumentParser

/// In which form a command answers.
struct AnswerOptions: ParsableArguments {
    @Flag(help: "Answer with one JSON object.")
    var json = false
}
