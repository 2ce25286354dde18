extension FactDefinition {
    /// The facts of the run, in the order of ``Fact``.
    static let ofRun = [
        FactDefinition(.runNow, "run.now", .time, from: .run, "The moment for which the verdict is asked."),
        FactDefinition(
            .runPurposeDeclared, "run.purposeDeclared", .boolean, from: .run,
            "It was said for which purpose the list is vetted."),
        FactDefinition(
            .runControllerDeclared, "run.controllerDeclared", .boolean, from: .run, "It was said who mails."),
        FactDefinition(
            .runChannelDeclared, "run.channelDeclared", .boolean, from: .run, "It was said by which channel."),
        FactDefinition(
            .runChannel, "run.channel", .name(.channels), from: .run,
            "The channel by which the contacts are mailed."),
    ]
}
