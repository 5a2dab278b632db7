import CCmark

/// Text, breaks, links and images.
extension HTMLRenderer {
  // MARK: - Text

  mutating func text(_ literal: UnsafeBufferPointer<UInt8>) {
    let shown = UnsafeBufferPointer(rebasing: literal.dropFirst(skippedBytes))
    skippedBytes = 0
    softBreaks.precedingText = shown
    write(shown)
  }

  /// Writes the text as the editor wrote it, escaped.
  mutating func write(_ literal: UnsafeBufferPointer<UInt8>) {
    guard hasMarks, Mark.first(in: literal) != nil else { return writePiece(literal) }
    unmarked.removeAll()
    var rest = literal
    while let piece = Mark.nextPiece(of: &rest) { unmarked.append(piece) }
    writePiece(unmarked.bytes)
  }

  mutating func writePiece(_ piece: UnsafeBufferPointer<UInt8>) {
    html.appendEscaped(piece)
    if options.collectsPlainText { plainText.append(piece) }
  }

  mutating func softBreak(_ node: CmarkNode) {
    if options.chineseTypography, softBreaks.joins(node) { return }
    html.append(UInt8(ascii: image == nil ? "\n" : " "))
    plainText.appendSpace()
  }

  mutating func lineBreak() {
    if image == nil { html.append("<br />\n") } else { html.append(UInt8(ascii: " ")) }
    plainText.appendSpace()
  }

  mutating func code(_ literal: UnsafeBufferPointer<UInt8>) {
    if image == nil { html.append("<code>") }
    text(literal)
    if image == nil { html.append("</code>") }
  }

  // MARK: - Raw HTML

  mutating func inlineHTML(_ node: CmarkNode, _ page: inout PageContext) {
    // libcmark writes the tags of an image's alternative text into the attribute, escaped.
    if image != nil { return html.appendEscaped(node.literal) }
    omit(node, &page)
  }

  mutating func htmlBlock(_ node: CmarkNode, _ page: inout PageContext) {
    startLine()
    omit(node, &page)
    startLine()
  }

  mutating func omit(_ node: CmarkNode, _ page: inout PageContext) {
    if !options.extensions { html.append("<!-- raw HTML omitted -->") }
    let literal = node.literal
    guard !RawHTML.isComment(literal), page.admits(.rawHTML) else { return }
    page.report(RawHTML.diagnostic(literal, at: page.locator.span(of: node)))
  }

  // MARK: - Links and images

  mutating func openLink(_ node: CmarkNode, _ page: inout PageContext) {
    let outcome = LinkChecks.check(node, isImage: false, isTextless: node.firstChild == nil, &page)
    html.append("<a href=\"")
    write(destination: outcome, of: node)
    writeTitle(node)
    html.append("\">")
  }

  mutating func openImage(_ node: CmarkNode, _ page: inout PageContext) {
    let outcome = LinkChecks.check(node, isImage: true, isTextless: node.firstChild == nil, &page)
    html.append("<img src=\"")
    write(destination: outcome, of: node)
    html.append("\" alt=\"")
    image = node
  }

  mutating func closeImage(_ node: CmarkNode) {
    writeTitle(node)
    html.append("\" />")
    image = nil
    softBreaks.precedingText = UnsafeBufferPointer(start: nil, count: 0)
  }

  mutating func write(destination outcome: LinkChecks.Outcome, of node: CmarkNode) {
    switch outcome {
    case .refused: break
    case .replaced(var address): address.withUTF8 { html.appendHref($0) }
    case .asWritten:
      var rest = node.url
      guard hasMarks else { return html.appendHref(rest) }
      while let piece = Mark.nextPiece(of: &rest) { html.appendHref(piece) }
    }
  }

  mutating func writeTitle(_ node: CmarkNode) {
    guard node.hasTitle else { return }
    var rest = node.title
    html.append("\" title=\"")
    guard hasMarks else { return html.appendEscaped(rest) }
    while let piece = Mark.nextPiece(of: &rest) { html.appendEscaped(piece) }
  }
}
