// swift-tools-version: 6.1
import PackageDescription

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
    ],
    swiftLanguageModes: [.v6]
)
