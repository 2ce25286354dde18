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
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Rooms/\(name)",
        swiftSettings: settings + [.strictMemorySafety()])
}

let package = Package(
    name: "Fuzzing",
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .target(name: "FuzzDriver", dependencies: ["CFuzzer"], swiftSettings: settings),
        room("Tables"),
        fuzzer("fuzz-tables", of: ["Tables"]),
    ],
    swiftLanguageModes: [.v6]
)
