/// Runs pandoc, which reads Word files.
enum Pandoc {
  static func html(ofWordFile path: String) throws(MachineFailure) -> String {
    // A path that starts with “-” would be taken for an option.
    let file = path.hasPrefix("/") ? path : "./\(path)"
    guard Disk.exists(path) else { throw MachineFailure(zh: "没有文件“\(path)”", en: "there is no file “\(path)”") }
    let arguments = ["--from=docx", "--to=html", "--wrap=none", file]
    guard
      case .finished(let output, let status) = ChildProcess.run(
        "pandoc", arguments, mostBytes: 64 << 20, mostSeconds: 120)
    else {
      throw MachineFailure(
        zh: "读取 .docx 要用 pandoc，这台机器上没有；请先运行 apt-get install pandoc，或者把文件另存为 .txt",
        en: "reading .docx needs pandoc, which is not installed; run apt-get install pandoc, or save the file as .txt")
    }
    guard status == 0, let html = String(validating: output, as: UTF8.self) else {
      throw MachineFailure(
        zh: "pandoc 读不了“\(path)”，它可能不是 .docx 文件", en: "pandoc cannot read “\(path)”; it may not be a .docx file")
    }
    return html
  }
}
