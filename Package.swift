// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

/// A room of the house. A floor imports the floors below it, never its own or those above.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: house)
}

/// A plugin sees what `PluginAPI` and `Summaries` publish, and nothing else of ours.
func plugin(_ folder: String, module: String, imports: [Target.Dependency] = []) -> Target {
    .target(
        name: module,
        dependencies: ["PluginAPI"] + imports,
        path: "Plugins/\(folder)",
        packageAccess: false,
        swiftSettings: house
    )
}

/// - Parameter files: Folders beside the sources, which the tests find by their own path.
func tests(of name: String, imports: [Target.Dependency], files: [String] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: imports, exclude: files, swiftSettings: house)
}

let package = Package(
    name: "rapporteur",
    products: [
        .executable(name: "rapporteur", targets: ["rapporteur"]),
        .library(name: "PluginAPI", targets: ["PluginAPI"]),
        .library(name: "PluginTesting", targets: ["PluginTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // 0: words. Values, no input or output.
        .systemLibrary(
            name: "CLibwebsockets",
            pkgConfig: "libwebsockets",
            providers: [.apt(["libwebsockets-dev", "libssl-dev"])]
        ),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CLibcurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]
        ),
        .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // What Swift does not see of the system's own calls.
        .systemLibrary(name: "CFileSystem"),
        // Debian's has no file for pkg-config.
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        room("MatrixTypes"),
        room("Discussion"),
        room("Cron"),

        // 1: contract. What a plugin author reads; the C event loops.
        room("PluginAPI", imports: ["MatrixTypes", "Discussion", "Cron", logging]),
        room("Summaries", imports: ["Discussion", "CStemmer"]),
        room("Networking", imports: ["CLibwebsockets", "COpenSSL", "CLibcurl"]),
        room("Markup", imports: ["CLibxml2"]),
        room(
            "Serving",
            imports: [
                logging, lifecycle,
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]
        ),

        // 2: memory.
        room(
            "BotStore",
            imports: ["PluginAPI", "MatrixTypes", "Discussion", "Cron", "Networking", database]
        ),
        room("PluginTesting", imports: ["PluginAPI", logging]),
        plugin("Quote", module: "Quote"),
        plugin("Summary", module: "Summarising", imports: ["Summaries"]),
        plugin("Archive", module: "Archive"),
        plugin("Schedule", module: "Scheduling"),
        plugin("Echo", module: "Echo"),

        // 3: core.
        room(
            "BotCore",
            imports: [
                "BotStore", "PluginAPI", "MatrixTypes", "Discussion", "Cron", logging, lifecycle, signals,
            ]
        ),

        // 4: edges.
        room(
            "Homeservers",
            imports: ["BotCore", "BotStore", "MatrixTypes", "PluginAPI", "Networking"]
        ),
        room("Formats", imports: ["Discussion", "Summaries", "Markup"]),
        room(
            "ArchiveSite",
            imports: ["Discussion", "BotStore", "Networking", "Serving", logging, lifecycle]
        ),
        room("Writing", imports: ["PluginAPI", "Networking", logging]),
        room("Monitoring", imports: ["BotCore", "BotStore", "Serving", logging, lifecycle]),
        room(
            "Endpoint",
            imports: [
                "MatrixTypes", "Networking",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]
        ),

        // 5: door.
        .executableTarget(
            name: "rapporteur",
            dependencies: [
                "BotCore", "BotStore", "PluginAPI", "MatrixTypes", "Discussion", "Cron", "Summaries",
                "CFileSystem", "Homeservers", "Serving", "ArchiveSite",
                "Networking", "Formats", "Writing", "Endpoint", "Monitoring", "Quote", "Summarising",
                "Archive",
                "Scheduling", "Echo",
                logging, lifecycle, signals,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
            ],
            resources: [.embedInCode("default.yaml")],
            swiftSettings: house
        ),

        // What an HTTPS request costs; `make bench-http` runs it.
        .executableTarget(
            name: "http-bench",
            dependencies: ["Networking"],
            path: "Tests/HTTPBench",
            exclude: ["server.py"],
            swiftSettings: house
        ),

        // What summaries are worth and cost; `make bench-summaries` runs it.
        .executableTarget(
            name: "summary-bench",
            dependencies: ["Summaries", "Discussion", "Formats", "TestSupport"],
            path: "Tests/SummaryBench",
            exclude: [
                "bench.py", "classical.py", "discussions.py", "figures.md", "fit.py", "requirements.txt",
            ],
            swiftSettings: house
        ),

        // Fills a store for `make bench-archive`.
        .executableTarget(
            name: "archive-bench",
            dependencies: ["BotStore", "PluginAPI", "MatrixTypes", "Discussion", "TestSupport"],
            path: "Tests/ArchiveBench",
            exclude: ["bench.py", "exchange.py"],
            swiftSettings: house
        ),

        // What the tests of several rooms need.
        .target(
            name: "TestSupport",
            dependencies: ["Discussion"],
            path: "Tests/TestSupport",
            swiftSettings: house
        ),

        tests(of: "MatrixTypes", imports: ["MatrixTypes"]),
        tests(of: "Discussion", imports: ["Discussion", "TestSupport"]),
        tests(of: "Cron", imports: ["Cron"]),
        tests(of: "PluginAPI", imports: ["PluginAPI"]),
        tests(of: "Summaries", imports: ["Summaries", "Discussion", "TestSupport"]),
        tests(of: "Networking", imports: ["Networking", "TestSupport"]),
        tests(
            of: "BotStore",
            imports: ["BotStore", "PluginAPI", "MatrixTypes", "Discussion", "TestSupport", database]
        ),
        tests(of: "Quote", imports: ["Quote", "PluginTesting", "TestSupport"]),
        tests(
            of: "Summarising",
            imports: [
                "Summarising", "Summaries", "Archive", "Quote", "Scheduling", "PluginTesting", "TestSupport",
            ]
        ),
        tests(of: "Archive", imports: ["Archive", "Quote", "PluginTesting"]),
        tests(of: "Scheduling", imports: ["Scheduling", "Quote", "PluginTesting"]),
        tests(of: "Echo", imports: ["Echo", "PluginTesting"]),
        tests(
            of: "BotCore",
            imports: [
                "BotCore", "BotStore", "PluginAPI", "MatrixTypes", "Discussion", "Quote", "Echo", "Archive",
                "Summarising", "TestSupport", logging, lifecycle,
            ]
        ),
        tests(
            of: "Homeservers",
            imports: [
                "Homeservers", "BotCore", "BotStore", "Endpoint", "MatrixTypes", "Networking", "TestSupport",
            ]
        ),
        tests(of: "House", imports: ["rapporteur"]),
        tests(of: "Writing", imports: ["Writing", "Networking", "PluginAPI", "TestSupport", logging]),
        tests(of: "Markup", imports: ["Markup", "TestSupport"]),
        tests(of: "Formats", imports: ["Formats", "Summaries", "Discussion", "Networking", "TestSupport"]),
        tests(of: "ArchiveSite", imports: ["ArchiveSite", "Discussion", "TestSupport"]),
        tests(
            of: "Monitoring",
            imports: [
                "Monitoring", "BotCore", "BotStore", "MatrixTypes", "Networking", "Serving", "TestSupport",
                logging,
                lifecycle,
            ]
        ),
        tests(
            of: "Endpoint",
            imports: [
                "Endpoint", "MatrixTypes", "Networking", "Discussion", "rapporteur", "TestSupport",
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]
        ),
        tests(
            of: "EndToEnd",
            imports: [
                "Endpoint", "MatrixTypes", "Networking", "Discussion", "BotStore", "BotCore", "rapporteur",
                "TestSupport", database,
            ],
            files: ["Transcripts"]
        ),
    ]
)
