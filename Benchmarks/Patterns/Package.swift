// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that measuring patterns builds nothing but the room they are in.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "pattern-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
    targets: [
        .target(
            name: "STIX", dependencies: [.product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings),
        .executableTarget(name: "PatternBench", dependencies: ["STIX"], swiftSettings: settings),
    ]
)
