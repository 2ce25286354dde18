// swift-tools-version:6.2
import PackageDescription

// The floors of the house, from the ground up; an arrow points only down. Tests/FloorPlanTests holds
// the imports of every source file against this order, and the build's undeclared-import check holds
// them against the dependencies named here.

let relaxed: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let strict: [SwiftSetting] = relaxed + [.strictMemorySafety()]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

/// The released program brings the toolchain's libraries within itself: loading them took ten of the twenty
/// milliseconds in which it starts, and who installs it needs no toolchain.
let wholeProgram: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-stdlib", "-lFoundation", "-lCoreFoundation", "-lFoundationInternationalization",
            "-lFoundationEssentials", "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU",
            "-lswift_RegexParser", "-lswiftSynchronization", "-lswiftDispatch", "-ldispatch",
            "-lBlocksRuntime", "-lstdc++",
        ], .when(configuration: .release))
]

/// A target of the house under `Sources`, with its tests under `Tests/<name>Tests`.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
    linking libraries: [String] = [], plugins: [Target.PluginUsage] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict,
        linkerSettings: libraries.map { .linkedLibrary($0) }, plugins: plugins)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: relaxed)
}

let package = Package(
    name: "ConsentGate",
    products: [
        .executable(name: "consentgate", targets: ["consentgate"]),
        .library(
            name: "ConsentKit",
            targets: [
                "Consent", "MerkleLog", "Origins", "Policies", "Ledger", "HandOver", "Lists", "Gate",
                "SourceRegister", "Claims", "Audit", "Retention", "Rights", "Vouching",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // Floor 0: the system's C libraries, each imported by exactly one target above.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CVectors"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Opened at run time by those who need them, so nothing is linked.
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CCurl"),

        // Floor 1: tools without a domain word.
        room("CanonicalJSON"),
        room("Cryptography", ["COpenSSL"]),
        room("Database", ["CSQLite"]),
        room("Files", ["CLinux"]),
        room("HTTPRequests", ["CCurl"]),
        room("Pages", [mustache]),
        room("StrictYAML", [yams, "Suggestions"]),
        room("Suggestions"),
        room("Tables", ["CVectors"]),
        room("Workers"),
        // The toolchain's own ICU, which Foundation stands on.
        room("UnicodeForms", linking: ["_FoundationICU"]),
        room("Containers", ["CArchive", "CExpat", "CZlib", "CanonicalJSON", "Suggestions", "Tables"]),

        // Floor 2: values.
        room("Consent", ["UnicodeForms"]),
        room("MerkleLog", ["Cryptography"]),
        // Beside them, without a domain word: derived files in which keys are found.
        room("LookUp", ["Cryptography", "Files", "Workers"]),

        // Floor 3: where a contact comes from, what a policy says of it, what the ledger knows.
        room(
            "Origins", ["Consent", "StrictYAML", "Tables", "UnicodeForms"], exclude: ["Layouts"],
            plugins: ["EmbedFiles"]),
        room("Policies", ["Consent", "StrictYAML", "Suggestions"], plugins: ["EmbedFiles"]),
        room(
            "Ledger",
            [
                "CanonicalJSON", "Consent", "Cryptography", "Database", "Files", "LookUp", "MerkleLog",
                "StrictYAML", "Suggestions", "Workers",
            ]),

        // Between them: a list, opened.
        room(
            "Lists",
            [
                "Consent", "Containers", "Cryptography", "Files", "Origins", "Policies", "Suggestions",
                "Tables", "Workers",
            ]),
        room(
            "HandOver", ["Consent", "StrictYAML", "Suggestions", "Tables"], exclude: ["Tools"],
            plugins: ["EmbedFiles"]),

        // Floor 4: a list in, verdicts out; trails and their verification.
        room(
            "Gate",
            [
                "CanonicalJSON", "Consent", "Cryptography", "Files", "HandOver", "Ledger", "Lists",
                "LookUp", "MerkleLog", "Origins",
                "Pages", "Policies", "Tables", "UnicodeForms", "Workers",
            ]),
        room("SourceRegister", ["Consent", "Files", "Ledger", "Lists", "Origins", "Tables"]),
        room(
            "Claims",
            [
                "CanonicalJSON", "Consent", "Cryptography", "Files", "Ledger", "Lists", "Origins", "Tables",
                "Workers",
            ]),
        room(
            "Retention", ["CanonicalJSON", "Consent", "Cryptography", "Files", "Ledger", "Policies"]),
        room(
            "Audit",
            [
                "CanonicalJSON", "Consent", "Containers", "Cryptography", "Files", "Ledger", "MerkleLog",
                "Pages", "Workers",
            ], exclude: ["Dossier/Enclosures"], plugins: ["EmbedFiles"]),

        room(
            "Rights",
            [
                "CanonicalJSON", "Consent", "Cryptography", "Files", "Ledger", "MerkleLog", "Pages",
                "Policies", "StrictYAML",
            ], exclude: ["Texts"], plugins: ["EmbedFiles"]),
        room("Vouching", ["Consent", "Cryptography", "HTTPRequests", "Ledger", "MerkleLog"]),

        // Floors 6 and 7: the program.
        room(
            "Commands",
            [
                "Audit", "CanonicalJSON", "Claims", "Consent", "Cryptography", "Files", "Gate", "HandOver",
                "Ledger",
                "Lists",
                "MerkleLog",
                "Origins", "Policies", "Retention", "Rights", "SourceRegister", "Suggestions", "Vouching",
                "Workers", arguments, logging,
            ]),
        .executableTarget(
            name: "consentgate", dependencies: ["Commands"], path: "Sources/CLI", swiftSettings: strict,
            linkerSettings: wholeProgram),

        // Builders: what the build itself runs; no part of the house.
        .executableTarget(
            name: "embed-files", dependencies: ["StrictYAML"], path: "Sources/Builders/EmbedFilesTool",
            swiftSettings: relaxed),
        .plugin(
            name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
            path: "Sources/Builders/EmbedFilesPlugin"),

        .target(
            name: "TestSupport", dependencies: ["Consent", "Cryptography", "Files", "Ledger", "MerkleLog"],
            path: "Tests/TestSupport", exclude: ["Samples", "Servers", "README.md"], swiftSettings: relaxed),
        .executableTarget(
            name: "launder", dependencies: ["TestSupport"], path: "Tests/Scale/Launder",
            swiftSettings: relaxed),
        .executableTarget(
            name: "bench-policies", dependencies: ["Consent", "Policies", "TestSupport"],
            path: "Tests/Benchmarks/Policies", swiftSettings: relaxed),
        .executableTarget(
            name: "bench-scan", dependencies: ["Consent", "Tables"],
            path: "Tests/Benchmarks/Scan", swiftSettings: relaxed),
        .executableTarget(
            name: "bench-vet",
            dependencies: ["Consent", "Gate", "Ledger", "Lists", "Origins", "Policies"],
            path: "Tests/Benchmarks/Vet", swiftSettings: relaxed),
        .executableTarget(
            name: "bench-lookup", dependencies: ["Consent", "Cryptography", "Database", "Ledger", "LookUp"],
            path: "Tests/Benchmarks/LookUp", swiftSettings: relaxed),
        .executableTarget(
            name: "bench-record", dependencies: ["Consent", "Ledger"], path: "Tests/Benchmarks/Record",
            swiftSettings: relaxed),
        .executableTarget(
            name: "bench-verify",
            dependencies: ["Consent", "Cryptography", "Ledger", "MerkleLog", "TestSupport"],
            path: "Tests/Benchmarks/Verify", swiftSettings: relaxed),
        tests(
            "Acceptance",
            [
                "Audit", "Consent", "consentgate", "Cryptography", "Database", "Files", "Ledger", "MerkleLog",
                "TestSupport",
            ], exclude: ["Demo", "Fixtures", "ForeignVerifiers/Verifiers", "Scripts"]),
        tests(
            "Audit",
            [
                "Audit", "CanonicalJSON", "Consent", "Containers", "Cryptography", "Files", "Ledger",
                "MerkleLog",
                "TestSupport",
            ]),
        tests(
            "Claims",
            [
                "Audit", "CanonicalJSON", "Claims", "Consent", "Cryptography", "Gate", "Ledger", "Lists",
                "MerkleLog",
                "Origins",
                "Policies", "TestSupport",
            ]),
        tests("Commands", ["Commands", "Consent", "Ledger"]),
        tests("Consent", ["Consent"], exclude: ["Fixtures"]),
        tests("Cryptography", ["Cryptography"], exclude: ["Fixtures"]),
        tests("FloorPlan", []),
        tests(
            "Gate",
            [
                "CanonicalJSON", "Consent", "Database", "Files", "Gate", "HandOver", "Ledger", "Lists",
                "MerkleLog",
                "Origins",
                "Policies",
                "Tables", "TestSupport",
            ]),
        tests("HandOver", ["Consent", "HandOver", "StrictYAML", "Tables"]),
        tests(
            "Lists",
            [
                "Consent", "Cryptography", "Files", "Lists", "Origins", "Policies", "Tables", "TestSupport",
                "Workers",
            ]),
        tests("LookUp", ["Cryptography", "Files", "LookUp", "Workers"]),
        tests("MerkleLog", ["Cryptography", "MerkleLog", "TestSupport"], exclude: ["Fixtures"]),
        tests("Origins", ["Consent", "Origins", "StrictYAML", "Tables", "TestSupport"]),
        tests("Pages", ["Pages"]),
        tests("Policies", ["Consent", "Policies", "StrictYAML", "TestSupport"], exclude: ["Fixtures"]),
        tests("CanonicalJSON", ["CanonicalJSON", "TestSupport"]),
        tests(
            "Containers", ["Consent", "Containers", "Origins", "Tables", "TestSupport"], exclude: ["Fixtures"]
        ),
        tests("Database", ["Database"]),
        tests("Files", ["Files"]),
        tests("HTTPRequests", ["HTTPRequests", "TestSupport"]),
        tests("Suggestions", ["Suggestions"]),
        tests("UnicodeForms", ["UnicodeForms"], exclude: ["Fixtures"]),
        tests(
            "Ledger",
            [
                "CanonicalJSON", "Consent", "Cryptography", "Database", "Files", "Ledger", "LookUp",
                "MerkleLog", "StrictYAML",
            ]),
        tests(
            "Retention",
            [
                "CanonicalJSON", "Consent", "Files", "Gate", "Ledger", "Origins", "Policies", "Retention",
                "TestSupport",
            ]),
        tests(
            "Rights",
            [
                "CanonicalJSON", "Consent", "Database", "Files", "Ledger", "MerkleLog", "Policies", "Rights",
                "TestSupport",
            ], exclude: ["Fixtures"]),
        tests(
            "SourceRegister",
            [
                "Consent", "Database", "Files", "Gate", "Ledger", "MerkleLog", "Origins", "Policies",
                "SourceRegister", "TestSupport",
            ]),
        tests("StrictYAML", ["StrictYAML"]),
        tests("Workers", ["Workers"]),
        tests("Tables", ["Tables", "TestSupport"], exclude: ["Fixtures"]),
        tests(
            "Vouching",
            ["Audit", "Consent", "Cryptography", "Files", "Ledger", "MerkleLog", "TestSupport", "Vouching"]),
    ],
    swiftLanguageModes: [.v6]
)
