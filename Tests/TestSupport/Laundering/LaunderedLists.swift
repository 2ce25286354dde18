/// An export of connections, and lists in which its people hide among innocent namesakes.
///
/// The same seed gives the same lists. Of the innocent a third has the name of a connection and another company, a
/// third the company of a connection and another name, and a third any of both; no one shares both with a connection
/// as they are written, but spellings of both may agree, as they do in life.
package struct LaunderedLists: Sendable {
    private let connections: [InventedPerson]
    private let innocent: [InventedPerson]
    private let seed: UInt64

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Invents people.
    package init(connections count: Int, innocent others: Int, seed: UInt64) {
        var picks = SeededPicks(seed: seed)
        let connections = (0..<count).map { InventedPerson(ref: "L\($0)", &picks) }
        let known = Set(connections.map(\.identity))
        var innocent: [InventedPerson] = []
        while innocent.count < others {
            var person = InventedPerson(ref: "I\(innocent.count)", &picks)
            let model = picks.one(of: connections)
            switch innocent.count % 3 {
            case 0: (person.first, person.middle, person.last) = (model.first, model.middle, model.last)
            case 1: (person.company, person.form) = (model.company, model.form)
            default: break
            }
            if !known.contains(person.identity) { innocent.append(person) }
        }
        self.connections = connections
        self.innocent = innocent
        self.seed = seed
    }

    /// LinkedIn's `Connections.csv`.
    package var export: String {
        var text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        for person in connections {
            let day = person.day
            let date = "\(day.day < 10 ? "0" : "")\(day.day) \(Self.months[day.month - 1]) \(day.year)"
            text += Self.line([
                person.name.first, person.name.last, "https://www.linkedin.com/in/\(person.slug)",
                person.address ?? "", person.wholeCompany, "Manager", date,
            ])
        }
        return text
    }

    /// A list in which a trick hides the connections; the first cell of a laundered row begins with L.
    package func list(_ trick: LaunderingTrick) -> String {
        var picks = SeededPicks(
            seed: seed ^ UInt64(trick.rawValue.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        var rows = connections.filter(trick.concerns).map {
            Self.line(trick.cells($0, isLaundered: true, &picks))
        }
        rows += innocent.map { Self.line(trick.cells($0, isLaundered: false, &picks)) }
        return Self.line(trick.header) + picks.shuffled(rows).joined()
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.contains { ",\"\n".contains($0) } ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }.joined(separator: ",") + "\n"
    }
}
