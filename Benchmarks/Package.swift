// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that measuring the index builds nothing but the index.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "CompositeIndex", swiftSettings: settings),
        .executableTarget(name: "IndexBench", dependencies: ["CompositeIndex"], swiftSettings: settings),
    ]
)
