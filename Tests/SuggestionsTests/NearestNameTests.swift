import Suggestions
import Testing

@Suite("The name that was probably meant")
struct NearestNameTests {
    @Test(
        "is found within a third of its length",
        arguments: [
            ("newsleter", "newsletter"), ("NEWSLETTER", "newsletter"), ("newslettre", "newsletter"),
            ("news_letter", "newsletter"), ("nwslttr", "newsletter"), ("envents", "events"),
            ("eventx", "events"),
            ("offer", nil), ("", nil), ("---", nil), ("xyz", nil),
            (String(repeating: "newsletter", count: 21), nil),
        ] as [(String, String?)])
    func nearest(typed: String, name: String?) {
        #expect(nearestName(to: typed, among: ["events", "newsletter", "partner-offers"]) == name)
    }

    @Test("of two equally near the first wins, and a nearer one before both")
    func order() {
        #expect(nearestName(to: "bat", among: ["cat", "hat"]) == "cat")
        #expect(nearestName(to: "bat", among: ["cat", "bat"]) == "bat")
    }

    @Test("swapped neighbours are one edit")
    func transposition() {
        #expect(nearestName(to: "ab", among: ["ba"]) == "ba")
        #expect(nearestName(to: "abc", among: ["cab"]) == nil)
    }

    @Test("nothing is near where nothing is known")
    func none() { #expect(nearestName(to: "a", among: []) == nil) }
}
