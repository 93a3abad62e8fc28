// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where changes are checked; a newer compiler's warnings stop nobody else.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
    name: "dossier",
    products: [
        .executable(name: "dossier", targets: ["dossier"])
    ],
    targets: [
        .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "UnicodeText", dependencies: ["CUtf8proc"], swiftSettings: strict),
        .target(name: "LineEditor", dependencies: ["CEditline", "UnicodeText"], swiftSettings: strict),
        .target(name: "DossierCore", dependencies: ["CLinux", "CNettle", "UnicodeText"], swiftSettings: strict),
        .executableTarget(
            name: "dossier", dependencies: ["DossierCore", "LineEditor", "UnicodeText"], swiftSettings: strict),
        .executableTarget(name: "dossier-benchmark", dependencies: ["DossierCore"], swiftSettings: strict),
        .testTarget(
            name: "DossierCoreTests", dependencies: ["DossierCore", "TestSupport", "UnicodeText"],
            exclude: ["Gallery", "Goldens", "NamePairs"],
            swiftSettings: strict),
        .testTarget(
            name: "UnicodeTextTests", dependencies: ["UnicodeText", "TestSupport"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .target(
            name: "TerminalTesting", dependencies: ["CPseudoTerminal"], path: "Tests/TerminalTesting",
            swiftSettings: strict),
        .executableTarget(
            name: "EditorDemo", dependencies: ["LineEditor"], path: "Tests/EditorDemo", swiftSettings: strict),
        .testTarget(
            name: "LineEditorTests",
            dependencies: ["LineEditor", "TerminalTesting", "TestSupport", "EditorDemo", "UnicodeText"],
            swiftSettings: strict),
        .target(
            name: "CrashTesting", dependencies: ["DossierCore", "TestSupport"], path: "Tests/CrashTesting",
            swiftSettings: strict),
        .executableTarget(
            name: "dossier-crash", dependencies: ["CrashTesting", "DossierCore", "dossier"], path: "Tests/CrashDriver",
            swiftSettings: strict),
        .testTarget(
            name: "DossierTests", dependencies: ["dossier", "TestSupport", "CrashTesting"], exclude: ["Transcripts"],
            swiftSettings: strict),
        .testTarget(
            name: "ShellTests", dependencies: ["TerminalTesting", "TestSupport", "dossier"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
