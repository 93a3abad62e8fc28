// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where changes are checked; a newer compiler's warnings stop nobody else.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Where every use of a pointer is marked `unsafe`; the Decisions page says why it is not so everywhere.
let pointersMarked: [SwiftSetting] = strict + [.strictMemorySafety()]

/// Where a loop crosses the wall above a target, the optimizer may look through it.
let inlining: [SwiftSetting] =
    strict + [
        .unsafeFlags(
            ["-cross-module-optimization", "-Xllvm", "-cmo-function-size-limit=500"], .when(configuration: .release))
    ]

/// Tests find what the optimizer does to the program, not to themselves; unoptimized they compile in a fraction of the time.
let tests: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
    name: "dossier",
    products: [
        .executable(name: "dossier", targets: ["dossier"])
    ],
    targets: [
        .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev", "zlib1g-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "DossierText", dependencies: ["CUtf8proc"], swiftSettings: pointersMarked),
        .target(name: "LineEditor", dependencies: ["CEditline", "DossierText"], swiftSettings: strict),
        .target(name: "DossierTime", swiftSettings: pointersMarked),
        .target(
            name: "DossierModel", dependencies: ["CNettle", "DossierText", "DossierTime"], swiftSettings: inlining),
        .target(
            name: "DossierLanguage", dependencies: ["DossierModel", "DossierText", "DossierTime"],
            swiftSettings: inlining),
        .target(
            name: "DossierStorage", dependencies: ["CLinux", "DossierLanguage", "DossierModel", "DossierTime"],
            swiftSettings: strict),
        .target(
            name: "DossierAnalysis", dependencies: ["DossierLanguage", "DossierModel", "DossierText", "DossierTime"],
            swiftSettings: strict),
        .target(
            name: "DossierOutput",
            dependencies: ["DossierAnalysis", "DossierLanguage", "DossierModel", "DossierText", "DossierTime"],
            swiftSettings: strict),
        .target(
            name: "DossierWorkbook", dependencies: ["CExpat", "CMinizip", "DossierTime"], swiftSettings: strict),
        .target(
            name: "DossierImporting",
            dependencies: [
                "DossierAnalysis", "DossierLanguage", "DossierModel", "DossierOutput", "DossierText", "DossierTime",
                "DossierWorkbook",
            ],
            swiftSettings: strict),
        .target(
            name: "DossierCommands",
            dependencies: [
                "DossierAnalysis", "DossierImporting", "DossierLanguage", "DossierModel", "DossierOutput",
                "DossierStorage", "DossierText",
                "DossierTime",
            ],
            swiftSettings: pointersMarked),
        .target(
            name: "DossierEngine",
            dependencies: [
                "DossierAnalysis", "DossierCommands", "DossierImporting", "DossierLanguage", "DossierModel",
                "DossierOutput",
                "DossierStorage", "DossierText", "DossierTime",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "dossier",
            dependencies: [
                "DossierAnalysis", "DossierCommands", "DossierEngine", "DossierLanguage", "DossierModel",
                "DossierOutput",
                "DossierStorage", "DossierText", "DossierTime", "LineEditor",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "dossier-benchmark",
            dependencies: [
                "DossierAnalysis", "DossierEngine", "DossierLanguage", "DossierModel", "DossierStorage", "DossierTime",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DossierCoreTests",
            dependencies: [
                "DossierAnalysis", "DossierCommands", "DossierEngine", "DossierImporting", "DossierLanguage",
                "DossierModel", "DossierOutput", "DossierStorage", "DossierText", "DossierTime", "DossierWorkbook",
                "Recording",
                "TestSupport",
            ],
            exclude: ["Gallery", "Goldens", "NamePairs"],
            swiftSettings: tests),
        .testTarget(
            name: "DossierTextTests", dependencies: ["DossierText", "TestSupport"], swiftSettings: tests),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "Recording", dependencies: ["DossierText", "TestSupport"], path: "Tests/Recording",
            swiftSettings: strict),
        .testTarget(name: "RecordingTests", dependencies: ["Recording"], swiftSettings: tests),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .target(
            name: "TerminalTesting", dependencies: ["CPseudoTerminal"], path: "Tests/TerminalTesting",
            swiftSettings: strict),
        .executableTarget(
            name: "EditorDemo", dependencies: ["LineEditor"], path: "Tests/EditorDemo", swiftSettings: strict),
        .testTarget(
            name: "LineEditorTests",
            dependencies: ["LineEditor", "TerminalTesting", "TestSupport", "EditorDemo", "DossierText"],
            swiftSettings: tests),
        .target(
            name: "CrashTesting",
            dependencies: [
                "DossierAnalysis", "DossierEngine", "DossierLanguage", "DossierModel", "DossierStorage", "TestSupport",
            ],
            path: "Tests/CrashTesting",
            swiftSettings: strict),
        .executableTarget(
            name: "dossier-crash", dependencies: ["CrashTesting", "DossierStorage", "dossier"],
            path: "Tests/CrashDriver",
            swiftSettings: strict),
        .testTarget(
            name: "DossierTests",
            dependencies: [
                "CrashTesting", "DossierAnalysis", "DossierCommands", "DossierText", "Recording", "TestSupport",
                "dossier",
            ],
            exclude: ["Transcripts"],
            swiftSettings: tests),
        .testTarget(
            name: "ShellTests", dependencies: ["DossierText", "TerminalTesting", "TestSupport", "dossier"],
            swiftSettings: tests),
    ],
    swiftLanguageModes: [.v6]
)
