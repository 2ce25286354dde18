import Commands
import Testing

@Suite("Where --home may stand")
struct HomePlacementTests {
    @Test(
        "goes behind the subcommand",
        arguments: [
            (["--home", "X", "show", "A"], ["show", "--home", "X", "A"]),
            (["--home=X", "show", "A"], ["show", "--home=X", "A"]),
            (["--home", "X", "wording", "publish", "F"], ["wording", "publish", "--home", "X", "F"]),
            (["--home", "X", "show", "A", "--home", "Y"], ["show", "--home", "X", "A", "--home", "Y"]),
        ])
    func moves(typed: [String], read: [String]) { #expect(HomePlacement.moved(typed) == read) }

    @Test(
        "stays where nothing is to be moved",
        arguments: [
            [], ["show", "A"], ["--home"], ["--home", "X"], ["--home", "X", "nothing"], ["--help"],
        ])
    func stays(typed: [String]) { #expect(HomePlacement.moved(typed) == typed) }
}
