import Diagnostics
import Inspection

extension DiagnosticKind {
  static let unreadableAttachment = DiagnosticKind(
    "attachment.unreadable", .warning, zh: "附件读不了，没有检查", en: "attachment cannot be read and was not checked")
  static let uninspectedAttachment = DiagnosticKind(
    "attachment.not-inspected", .note, zh: "没有检查这种附件的内容", en: "attachments of this type are not looked into",
    remedy: Text(zh: "人工核对以后再发布", en: "look through it before publishing"))
}

/// What holds for a document's text holds for what is attached to it.
struct AttachmentRule {
  let personalData: PersonalDataRule

  func check(_ attachment: PublishedAttachment, _ diagnostics: inout [Diagnostic]) {
    let path = attachment.path
    switch (AttachmentType(path: path), attachment.extraction) {
    case (.text, .text(let text)):
      check(text, .extracted, attachment, &diagnostics)
    case (.text, _):
      check(attachment.bytes, .plain, attachment, &diagnostics)
      if String(validating: attachment.bytes, as: UTF8.self) == nil {
        reportUnreadable(
          path, zh: "附件不是 UTF-8 文字，只检查了其中的号码", en: "the attachment is not UTF-8 text; only numbers in it were checked",
          fix: .init(zh: "另存为 UTF-8", en: "save it as UTF-8"), &diagnostics)
      }
    case (.office, _): checkOffice(attachment, &diagnostics)
    case (.pdf, .text(let text)):
      check(text, .extracted, attachment, &diagnostics)
      if text.allSatisfy({ $0 <= 0x20 }) {
        reportUninspected(path, zh: "PDF 里没有文字，可能是扫描件", en: "the PDF has no text and may be a scan", &diagnostics)
      }
    case (.pdf, .noTool):
      reportUninspected(
        path, zh: "这台机器上没有 pdftotext（Debian 软件包 poppler-utils）",
        en: "pdftotext (Debian package poppler-utils) is not installed",
        &diagnostics)
    case (.pdf, .failed(let reason)):
      reportUnreadable(
        path, zh: "附件\(reason.zh)，没有检查", en: "the attachment \(reason.en) and was not checked", &diagnostics)
    case (.picture, _):
      PhotoMetadataRule.check(attachment, &diagnostics)
      reportUninspected(path, zh: "图片里的文字读不出来", en: "the words in a picture cannot be read", &diagnostics)
    case (.pdf, .none), (.other, _):
      reportUninspected(path, zh: "这种格式的附件读不出文字", en: "no text can be read from this type of attachment", &diagnostics)
    }
  }

  private func checkOffice(_ attachment: PublishedAttachment, _ diagnostics: inout [Diagnostic]) {
    let path = attachment.path
    do {
      if let text = try AttachmentText.text(of: attachment.bytes) {
        return check(text, .extracted, attachment, &diagnostics)
      }
      reportUnreadable(
        path, zh: "附件的内容与扩展名不符，没有检查",
        en: "the attachment is not what its extension says and was not checked", &diagnostics)
    } catch {
      let reason = error.reason
      reportUnreadable(
        path, zh: "附件\(reason.zh)，没有检查", en: "the attachment \(reason.en) and was not checked", &diagnostics)
    }
  }

  private func check(
    _ bytes: [UInt8], _ syntax: CheckedText, _ attachment: PublishedAttachment, _ diagnostics: inout [Diagnostic]
  ) {
    bytes.withUnsafeBufferPointer { text in
      for mark in SecrecyMark.marks(in: text.span) {
        let line = text.lineNumber(of: mark.range.lowerBound)
        let isWholeFile = if case .extracted = syntax { true } else { false }
        let span =
          isWholeFile
          ? SourceSpan(path: attachment.path) : SourceSpan(path: attachment.path, range: ByteRange(mark.range))
        diagnostics.append(SecrecyRule.diagnostic(mark.level, line: line, at: span))
      }
      personalData.check(text, syntax, path: attachment.path, exceptions: attachment.exceptions, &diagnostics)
    }
  }

  private func reportUninspected(_ path: String, zh: String, en: String, _ diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      Diagnostic(
        .uninspectedAttachment, at: SourceSpan(path: path), zh: "\(zh)，没有检查密级标志和个人信息，请人工核对",
        en: "\(en); it was not checked for secrecy marks and personal data: look through it yourself"))
  }

  private func reportUnreadable(
    _ path: String, zh: String, en: String,
    fix: Diagnostic.Fix = .init(
      zh: "用办公软件打开后重新保存为 docx、xlsx 或者 csv，并人工核对",
      en: "open it and save it again as docx, xlsx or csv, and look through it yourself"),
    _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(Diagnostic(.unreadableAttachment, at: SourceSpan(path: path), zh: zh, en: en, fixes: [fix]))
  }
}

/// How an attachment can be looked into, by its extension.
enum AttachmentType {
  case text, office, pdf, picture, other

  init(path: String) {
    let name = path.split(separator: "/").last ?? ""
    let suffix = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    switch suffix {
    case "txt", "csv", "tsv", "html", "htm", "xml", "json", "svg": self = .text
    case "docx", "xlsx": self = .office
    case "pdf": self = .pdf
    case "jpg", "jpeg", "png": self = .picture
    default: self = .other
    }
  }
}

extension AttachmentFailure {
  fileprivate var reason: Text {
    switch self {
    case .truncated: Text(zh: "不完整", en: "is cut short")
    case .corrupt, .checksum, .malformedXML: Text(zh: "已经损坏", en: "is damaged")
    case .encrypted: Text(zh: "设有密码", en: "is encrypted")
    case .unsupported: Text(zh: "用了不支持的压缩方式", en: "uses an unsupported compression")
    case .tooLarge: Text(zh: "展开后太大", en: "unpacks to too much")
    }
  }
}
