// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the project's own checks (`make test`), but not a reader who builds with a newer compiler.
let strict: [SwiftSetting] =
  Context.environment["GONGKAI_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A room that carries the text files of the folders in its `Embed.txt` within itself.
func room(_ name: String, _ dependencies: [Target.Dependency], embedding excluded: [String]) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: ["Embed.txt"] + excluded, swiftSettings: strict,
    plugins: ["EmbedFiles"])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "gongkai",
  products: [.executable(name: "gongkai", targets: ["gongkai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CSHA256"),
    room("Archive", ["Bytes"]),
    room("Bytes", []),
    room("Workers", []),
    room("Diagnostics", []),
    room("Chronology", []),
    room("YAML", ["CYAML", "Archive", "Chronology", "Diagnostics"]),
    room("Markdown", ["CCmark", "Bytes", "Diagnostics"]),
    room("Templates", ["Bytes", "Diagnostics"]),
    room("Search", ["Archive", "Bytes", "Workers"]),
    room("Taxonomy", ["Diagnostics", "YAML"], embedding: ["Resources"]),
    room(
      "Disclosure", ["Archive", "Bytes", "Chronology", "Diagnostics", "YAML", "Taxonomy", "Inspection", "Workers"],
      embedding: ["Resources"]
    ),
    room(
      "Site",
      [
        "Archive", "Bytes", "Chronology", "Diagnostics", "YAML", "Taxonomy", "Disclosure", "Markdown", "Templates",
        "Search", "Reports", "Workers",
      ], embedding: []),
    room("Reports", ["Bytes", "Chronology", "Diagnostics", "YAML", "Inspection"], embedding: ["Resources"]),
    room(
      "Build",
      [
        "Archive", "Bytes", "Chronology", "CSHA256", "Diagnostics", "YAML", "Taxonomy", "Disclosure", "Templates",
        "Reports", "Rules", "Site", "Markdown", "Search", "Workers",
      ]),
    room(
      "Scaffold", ["Chronology", "Diagnostics", "Inspection", "YAML", "Taxonomy", "Disclosure", "Reports", "Site"],
      embedding: ["Files"]),
    .target(
      name: "Preview",
      dependencies: [
        "Build", "Bytes", "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      exclude: ["Embed.txt", "Files"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    .executableTarget(
      name: "gongkai",
      dependencies: [
        "Build", "Chronology", "Diagnostics", "Disclosure", "Preview", "Reports", "Rules", "Scaffold", "Site", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Embed.txt"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    .executableTarget(name: "embed-files", swiftSettings: strict),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    room("Inspection", ["Chronology"]),
    room("Rules", ["Chronology", "Diagnostics", "YAML", "Taxonomy", "Disclosure", "Inspection"]),
    .executableTarget(
      name: "gongkai-benchmark", dependencies: ["Build"], path: "Benchmarks/gongkai-benchmark", swiftSettings: strict,
      // As the program is shipped.
      linkerSettings: [.unsafeFlags(["-static-stdlib"])]),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("WorkersTests", ["Workers"]),
    tests("ArchiveTests", ["Archive"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("ChronologyTests", ["Chronology"]),
    tests("YAMLTests", ["Chronology", "YAML"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("TemplatesTests", ["Bytes", "Templates"]),
    tests("SiteTests", ["Site", "Templates"]),
    tests("SearchTests", ["Archive", "Bytes", "Search"]),
    tests("TaxonomyTests", ["Taxonomy"]),
    tests("DisclosureTests", ["Archive", "Chronology", "Diagnostics", "Disclosure", "Taxonomy"]),
    tests("InspectionTests", ["Chronology", "Inspection"]),
    tests(
      "BuildTests",
      [
        "Chronology", "Build", "Scaffold", "Rules", "Reports", "Diagnostics", "Disclosure", "Taxonomy", "YAML",
        "Templates", "Markdown", "Site", "Search", "Bytes",
      ]),
    tests("RulesTests", ["Chronology", "Rules", "Disclosure", "Taxonomy", "YAML", "Diagnostics"]),
    tests("ReportsTests", ["Chronology", "Reports", "Diagnostics", "YAML"]),
    tests("PreviewTests", ["Build", "Preview"]),
  ],
  swiftLanguageModes: [.v6]
)
