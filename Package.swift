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
        .target(name: "LineEditor", dependencies: ["CEditline"]),
        .target(name: "DossierCore", dependencies: ["CNettle"]),
        .executableTarget(name: "dossier", dependencies: ["DossierCore", "LineEditor"]),
        .testTarget(name: "DossierCoreTests", dependencies: ["DossierCore"]),
        .testTarget(name: "DossierTests", dependencies: ["dossier"], exclude: ["Transcripts"]),
    ],
    swiftLanguageModes: [.v6]
)
