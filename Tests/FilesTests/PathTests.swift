import Files
import Testing

@Suite("Names of files")
struct PathTests {
    @Test(
        "are taken apart",
        arguments: [
            ("a/b.csv", "a", "b.csv"), ("b.csv", ".", "b.csv"), ("/b", "/", "b"), ("a/b/", "a", "b"),
            ("/", "/", ""),
        ])
    func split(path: String, folder: String, name: String) {
        #expect(Path.split(path) == (folder, name))
    }

    @Test(
        "have stems and endings",
        arguments: [
            ("list.csv", "list", "csv"), ("list.CSV", "list", "csv"), ("a.b.c", "a.b", "c"),
            (".part", ".part", nil),
            ("list", "list", nil), ("list.", "list", nil),
        ] as [(String, String, String?)])
    func endings(name: String, stem: String, ending: String?) {
        #expect(Path.stem(name) == stem)
        #expect(Path.ending(name) == ending)
    }

    @Test(
        "are joined",
        arguments: [("a", "b", "a/b"), ("a/", "b", "a/b"), (".", "b", "b"), ("", "b", "b"), ("/", "b", "/b")])
    func join(folder: String, name: String, path: String) { #expect(Path.join(folder, name) == path) }
}
