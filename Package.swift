// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the project's own checks (`make test`), but not a reader who builds with a newer compiler.
let strict: [SwiftSetting] =
  Context.environment["GONGKAI_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

func room(_ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "gongkai",
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    room("Diagnostics", []),
    room("YAML", ["CYAML", "Diagnostics"]),
    room("Markdown", ["CCmark", "Diagnostics"]),
    room("Templates", ["Diagnostics"]),
    room("Search", []),
    room("Inspection", []),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("YAMLTests", ["YAML"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("TemplatesTests", ["Templates"]),
    tests("SearchTests", ["Search"]),
    tests("InspectionTests", ["Inspection"]),
  ],
  swiftLanguageModes: [.v6]
)
