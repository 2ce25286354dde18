// swift-tools-version:6.2
import PackageDescription

// Fuzzing stands apart from the house: its products need a sanitizer that ordinary builds must not have.
// `run.sh` builds and runs them. A new target is an executable `fuzz-<what>` beside the others, with its
// corpus under `Corpus/fuzz-<what>`.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A fuzzer of one room of the house, which is compiled with it, so that the fuzzer sees into it.
func fuzzer(_ name: String, of rooms: [String]) -> Target {
    .executableTarget(
        name: name, dependencies: ["FuzzDriver"] + rooms.map { .target(name: $0) }, swiftSettings: settings)
}

/// A room of the house, built once more.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
    linking libraries: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Rooms/\(name)", exclude: exclude,
        swiftSettings: settings + [.strictMemorySafety()],
        linkerSettings: libraries.map { .linkedLibrary($0) }, plugins: plugins)
}

/// A library of the system, as the house sees it.
func library(_ name: String, _ pkgConfig: String) -> Target {
    .systemLibrary(name: name, path: "Rooms/\(name)", pkgConfig: pkgConfig)
}

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .target(name: "FuzzDriver", dependencies: ["CFuzzer"], swiftSettings: settings),

        fuzzer("fuzz-addresses", of: ["Consent"]),
        fuzzer("fuzz-containers", of: ["Containers", "Tables"]),
        fuzzer("fuzz-lists", of: ["Containers", "Lists", "Origins", "Tables"]),
        fuzzer("fuzz-tables", of: ["Tables"]),

        .systemLibrary(name: "CArchive", path: "Rooms/CArchive"),
        .systemLibrary(name: "CLinux", path: "Rooms/CLinux"),
        .systemLibrary(name: "CVectors", path: "Rooms/CVectors"),
        library("CExpat", "expat"),
        library("COpenSSL", "openssl"),
        library("CZlib", "zlib"),
        room("CanonicalJSON"),
        room("Cryptography", ["COpenSSL"]),
        room("Files", ["CLinux"]),
        room("StrictYAML", [.product(name: "Yams", package: "Yams"), "Suggestions"]),
        room("Suggestions"),
        room("Tables", ["CVectors"]),
        room("UnicodeForms", linking: ["_FoundationICU"]),
        room("Containers", ["CArchive", "CExpat", "CZlib", "CanonicalJSON", "Suggestions", "Tables"]),
        room("Consent", ["UnicodeForms"]),
        room(
            "Origins", ["Consent", "StrictYAML", "Tables", "UnicodeForms"], exclude: ["Layouts"],
            plugins: ["EmbedFiles"]),
        room("Policies", ["Consent", "StrictYAML", "Suggestions"], plugins: ["EmbedFiles"]),
        room(
            "Lists",
            [
                "Consent", "Containers", "Cryptography", "Files", "Origins", "Policies", "Suggestions",
                "Tables",
            ]),
        .executableTarget(
            name: "embed-files", dependencies: ["StrictYAML"], path: "Rooms/EmbedFilesTool",
            swiftSettings: settings),
        .plugin(
            name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
            path: "Rooms/EmbedFilesPlugin"),
    ],
    swiftLanguageModes: [.v6]
)
