import Diagnostics
import Inspection

extension DiagnosticKind {
  static let photoMetadata = DiagnosticKind(
    "attachment.photo-metadata", .warning, zh: "图片文件里有拍摄地点或者姓名", en: "a picture tells where or by whom it was taken")
}

/// A photograph's file tells where it was taken, and whose the camera was, to everyone who downloads it. What it tells is
/// not repeated.
enum PhotoMetadataRule {
  static func check(_ attachment: PublishedAttachment, _ diagnostics: inout [Diagnostic]) {
    let metadata = PhotoMetadata(of: attachment.bytes)
    let found = [
      metadata.hasPosition ? Text(zh: "拍摄地点的经纬度", en: "the position it was taken at") : nil,
      metadata.hasName ? Text(zh: "拍摄者或者作者的姓名", en: "the name of its author") : nil,
    ].compactMap { $0 }
    guard !found.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .photoMetadata, at: SourceSpan(path: attachment.path), zh: "图片文件里记着\(found.map(\.zh).joined(separator: "和"))",
        en: "the picture's file holds \(found.map(\.en).joined(separator: " and "))",
        fixes: [
          .init(
            zh: "用 exiftool -all= 去掉，或者在 Windows 里“属性—详细信息—删除属性和个人信息”",
            en:
              "remove it: exiftool -all=, or in Windows Properties, Details, Remove Properties and Personal Information"
          )
        ]))
  }
}
