import Testing

@Suite("The floor plan")
struct FloorPlanTests {
    @Test("no import of the house points up or sideways, or at what is another's")
    func importsPointDown() throws {
        let files = try Repository.swiftFiles(in: "Sources").filter { !$0.isBuilder }
        #expect(files.count > 50, "the sources were not found")
        #expect(files.flatMap(FloorPlan.complaints) == [])
    }

    @Test("no dependency in the manifest points up or sideways")
    func dependenciesPointDown() throws {
        let rooms = try Repository.manifest().dependencies
        #expect(rooms["Ledger"]?.contains("Database") == true, "the manifest was not understood")
        #expect(rooms.flatMap { FloorPlan.complaints(about: $0.key, dependingOn: $0.value) } == [])
    }

    @Test("every folder of sources has a place in the plan")
    func everyFolderIsPlanned() throws {
        let folders = try Repository.folders(in: "Sources").filter { $0 != "Builders" }
        #expect(folders.filter { FloorPlan.floor(of: $0 == "CLI" ? "consentgate" : $0) == nil } == [])
    }

    @Test("every target has tests of its own")
    func everyTargetIsTested() throws {
        let manifest = try Repository.manifest()
        // The acceptance tests hold conversations with the whole program, and so test the commands.
        let covered = manifest.tested.union(manifest.tested.contains("Acceptance") ? ["Commands"] : [])
        #expect(manifest.dependencies.keys.filter { !covered.contains($0) }.sorted() == [])
        let folders = Set(try Repository.folders(in: "Tests"))
        #expect(manifest.tested.filter { !folders.contains($0 + "Tests") } == [])
    }

    @Test(
        "finds an arrow that points wrongly",
        arguments: [
            ("Consent", "import Ledger", "higher floor"),
            ("Gate", "public import Commands", "higher floor"),
            ("Gate", "@testable import Audit", "same floor"),
            ("Policies", "import struct Origins.Signal", "same floor"),
            ("Ledger", "import CSQLite", "only Database may import"),
            ("Database", "import COpenSSL", "only Cryptography may import"),
            ("Policies", "import Yams", "only StrictYAML may import"),
            ("Audit", "package import Mustache", "only Pages may import"),
            ("consentgate", "import ArgumentParser", "only Commands may import"),
            ("Tables", "import Foundation", "only UnicodeForms may import"),
            ("Files", "import NIOCore", "nobody planned"),
            ("Attic", "import Glibc", "no target Attic"),
        ])
    func findsWrongArrows(target: String, line: String, complaint: String) throws {
        let file = SourceFile(path: "Sources/\(target)/Sample.swift", text: "// A sample.\n\(line)\n")
        let found = FloorPlan.complaints(about: file)
        #expect(found.count == 1)
        #expect(try #require(found.first).contains(complaint))
    }

    @Test(
        "leaves right arrows alone",
        arguments: [
            ("Ledger", "import Database"), ("StrictYAML", "internal import Suggestions"),
            ("Files", "import Glibc"),
            ("consentgate", "import Commands"), ("Database", "import CSQLite"), ("Audit", "// import Gate"),
        ])
    func leavesRightArrows(target: String, line: String) {
        #expect(
            FloorPlan.complaints(about: SourceFile(path: "Sources/\(target)/Sample.swift", text: line)) == [])
    }

    @Test("reads rooms and tests out of a manifest, also over several lines")
    func readsManifest() {
        let manifest = Manifest(
            parsing: """
                    room("Files"),
                    room(
                        "Gate",
                        ["Consent", "Ledger"], plugins: ["EmbedFiles"]),
                    tests("Files", ["Files"], exclude: []),
                    .testTarget(name: "AcceptanceTests", dependencies: ["Commands"]),
                """)
        #expect(manifest.dependencies == ["Files": [], "Gate": ["Consent", "Ledger", "EmbedFiles"]])
        #expect(manifest.tested == ["Files", "Acceptance"])
        #expect(FloorPlan.complaints(about: "Consent", dependingOn: ["Ledger"]).count == 1)
        #expect(FloorPlan.complaints(about: "Gate", dependingOn: ["Audit"]).count == 1)
    }
}
