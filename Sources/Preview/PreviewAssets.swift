/// The overlay's own files.
enum PreviewAssets {
  static func response(to path: String) -> PreviewSite.Response? {
    guard path.hasPrefix(PageOverlay.prefix) else { return nil }
    let name = path.dropFirst(PageOverlay.prefix.count)
    guard let file = EmbeddedFiles.all.first(where: { $0.path == "Sources/Preview/Files/\(name)" }) else { return nil }
    let text = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
    return PreviewSite.Response(bytes: Array(text), mediaType: MediaType.of(path), isFound: true)
  }
}
