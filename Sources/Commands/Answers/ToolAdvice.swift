import HandOver

/// What to choose in a tool when importing, and what to leave alone.
struct ToolAdvice {
    let tool: Tool

    /// A line for each sentence.
    var text: String {
        var lines = NamedLines()
        for (number, sentence) in tool.instructions.enumerated() {
            lines.add(number == 0 ? "  choose" : "", sentence)
        }
        for (number, sentence) in tool.warnings.enumerated() {
            lines.add(number == 0 ? "  beware" : "", sentence)
        }
        return lines.text
    }
}
