/// One bar of a chart: what it counts, and how many.
package struct ChartRow: Hashable, Sendable {
    /// What is counted.
    package let label: String
    /// How many.
    package let count: Int
    /// The colour: `accept`, `hold`, `reject`, or empty for a neutral one.
    package let tone: String

    /// A bar.
    package init(_ label: String, _ count: Int, tone: String = "") {
        self.label = label
        self.count = count
        self.tone = tone
    }

    /// A table whose bars are decoration: whoever hears or prints it loses nothing.
    static let template = """
        <table class="chart"><tbody>
        {{#rows}}<tr><th scope="row">{{label}}</th>\
        <td class="bar" aria-hidden="true"><span class="{{tone}}" style="width:{{percent}}%"></span></td>\
        <td class="count">{{count}}</td><td class="share">{{share}}</td></tr>
        {{/rows}}</tbody></table>

        """
}

extension PageValue {
    /// A chart for the partial `{{>chart}}`: label, bar, count and share of each row.
    ///
    /// Bars are as long as their count is to the greatest; shares are of the sum, in whole percent, and say `<1 %` rather
    /// than nothing.
    package static func chart(_ rows: [ChartRow]) -> PageValue {
        let greatest = rows.map(\.count).max() ?? 0
        let sum = rows.reduce(0.0) { $0 + Double(max(0, $1.count)) }
        return [
            "rows": .list(
                rows.map { row in
                    [
                        "label": .text(row.label), "tone": .text(row.tone), "count": .number(row.count),
                        "percent": .text(String(percent(row.count, of: Double(greatest)))),
                        "share": .text(share(row.count, of: sum)),
                    ]
                })
        ]
    }

    private static func percent(_ count: Int, of whole: Double) -> Int {
        guard whole > 0, count > 0 else { return 0 }
        return max(1, Int(min(100, (Double(count) / whole * 100).rounded())))
    }

    private static func share(_ count: Int, of sum: Double) -> String {
        guard sum > 0, count > 0 else { return "0 %" }
        let percent = Double(count) / sum * 100
        if percent < 1 { return "<1 %" }
        // 99.9 % of a list is not all of it.
        let rounded = Int(min(100, percent.rounded()))
        return rounded == 100 && Double(count) < sum ? ">99 %" : "\(rounded) %"
    }
}
