// swift-tools-version: 6.2
import PackageDescription

/// One language for the whole house: every warning stops the build, imports are internal unless said otherwise.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A room and its test target.
///
/// Rooms are listed from the ground up; a room may use only rooms listed before it.
///
/// - Parameters:
///   - tools: what its tests use beside it.
///   - plugins: what writes some of its source.
func room(
    _ name: String, uses rooms: [Target.Dependency] = [], excluding excluded: [String] = [],
    testing tools: [Target.Dependency] = [], building plugins: [Target.PluginUsage] = []
) -> [Target] {
    [
        .target(name: name, dependencies: rooms, swiftSettings: settings, plugins: plugins),
        .testTarget(
            name: "\(name)Tests", dependencies: rooms + tools + [.byName(name: name)], exclude: excluded,
            swiftSettings: settings),
    ]
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "concord",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "concord", targets: ["concord"]),
        .library(name: "STIX", targets: ["STIX"]),
        .library(name: "MerkleLog", targets: ["MerkleLog"]),
        .library(name: "HTML", targets: ["HTML"]),
        .library(name: "CompositeIndex", targets: ["CompositeIndex"]),
        .library(name: "Kinds", targets: ["Kinds"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.24.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Ground: pure libraries, no I/O.
        room("HTML"),
        room("MerkleLog", uses: [crypto]),
        room("STIX", uses: [crypto], excluding: ["Patterns/Conformance"], testing: ["TestSupport"]),
        room("CompositeIndex"),
        room("Kinds", uses: ["STIX", crypto, "Yams"], excluding: ["Fixtures"], testing: ["TestSupport"]),
        room("Mail", testing: ["TestSupport"]),
        // The spine.
        room("Files"),
        // libpq's functions, found when the program runs.
        [.target(name: "CPostgreSQL", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))])],
        room(
            "Storage",
            uses: [
                "CPostgreSQL", "Files", crypto, .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], testing: ["TestSupport"]),
        room("Ledger", uses: ["Files", "Storage", "STIX", "MerkleLog", crypto], testing: ["TestSupport"]),
        room("Web", uses: ["HTML", crypto], testing: ["TestSupport"]),
        room("Work", uses: ["Files", "Storage", "Ledger", "STIX"], testing: ["TestSupport"]),
        room(
            "Outside",
            uses: [
                "Work", "Ledger", "Storage", "Mail", "STIX", .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
                "Files",
            ], testing: ["TestSupport"]),
        // The packs that ship with the program are text beside the source.
        [
            .executableTarget(name: "embed", swiftSettings: settings),
            .plugin(name: "EmbedPacks", capability: .buildTool(), dependencies: ["embed"]),
        ],
        room(
            "Hall", uses: ["Outside", "Work", "Web", "Mail", "Kinds", "Ledger", "Storage", "STIX", "HTML", crypto],
            testing: ["TestSupport"], building: ["EmbedPacks"]),
        // Domains.
        room(
            "Desk", uses: ["Hall", "Work", "Web", "Kinds", "Ledger", "Storage", "Files", "Mail", "STIX", "MerkleLog", "HTML", crypto],
            excluding: ["Snapshots"],
            testing: ["TestSupport"]),
        room(
            "Directory", uses: ["Hall", "Work", "Web", "Ledger", "Storage", "STIX", "HTML", crypto], excluding: ["Snapshots"],
            testing: ["TestSupport"]),
        room(
            "Exchange",
            uses: [
                "Outside", "Work", "Hall", "Web", "Ledger", "Storage", "Files", "STIX", "MerkleLog", "HTML", crypto,
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ], excluding: ["TAXII/Scenarios", "Lists/Snapshots"], testing: ["TestSupport"]),
        room(
            "Library", uses: ["Hall", "Outside", "Work", "Mail", "Web", "Kinds", "Ledger", "Storage", "STIX", "HTML", crypto], excluding: ["Snapshots"],
            testing: ["TestSupport"]),
        room("Measure", uses: ["CompositeIndex", "Kinds", "Hall", "Files", "HTML", crypto, "Yams"]),
        // The server and the composition.
        room(
            "Server",
            uses: [
                "Web", "HTML", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
            ], testing: ["TestSupport"]),
        [
            .executableTarget(
                name: "concord",
                dependencies: [
                    "Server", "Desk", "Directory", "Exchange", "Library", "Measure", "CompositeIndex", "Kinds", "Hall", "Outside", "Work", "Web", "Mail",
                    "Ledger",
                    "Storage",
                    "Files", "STIX", "MerkleLog",
                    crypto, .product(name: "ArgumentParser", package: "swift-argument-parser"),
                    .product(name: "NIOCore", package: "swift-nio"),
                ],
                swiftSettings: settings),
            .testTarget(
                name: "concordTests",
                dependencies: [
                    "concord", "Directory", "Exchange", "Library", "Kinds", "Hall", "Outside", "Work", "Web", "Ledger", "Storage", "Files",
                    "STIX", "MerkleLog", "TestSupport",
                ],
                exclude: ["Fixtures", "Scenarios"], swiftSettings: settings),
            // What the tests of several rooms use.
            .target(
                name: "TestSupport", dependencies: ["Hall", "Outside", "Work", "Web", "Ledger", "Storage", "STIX"], path: "Tests/TestSupport",
                swiftSettings: settings),
        ],
    ].flatMap(\.self)
)
