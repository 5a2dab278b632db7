// swift-tools-version: 6.2
import PackageDescription

// The rooms it measures are linked into Sources: a package cannot depend on the targets of another that are no product,
// and the product should not build its benchmarks.
let package = Package(
  name: "bench-markdown",
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "Bytes"),
    .target(name: "Diagnostics"),
    .target(name: "Markdown", dependencies: ["CCmark", "Bytes", "Diagnostics"]),
    .executableTarget(name: "bench-markdown", dependencies: ["CCmark", "Markdown"]),
  ],
  swiftLanguageModes: [.v6]
)
