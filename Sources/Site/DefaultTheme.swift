import Templates

/// The theme that comes with the product; other themes fall back to its files.
public enum DefaultTheme {
  /// All files, by path below the theme's folder: `templates/home.mustache`, `assets/site.css`.
  public static var files: [(path: String, bytes: [UInt8])] {
    let folder = "themes/default/"
    return EmbeddedFiles.all.map { file in
      let text = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      return (String(file.path.dropFirst(folder.count)), Array(text))
    }
  }
}
