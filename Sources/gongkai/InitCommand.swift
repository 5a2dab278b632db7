import ArgumentParser
import Build
import Diagnostics
import Disclosure
import Scaffold

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "新建一个网站 · Start a new site",
    discussion: "在终端里运行时逐项询问；写了 --name 就不再询问，没有写的留待以后填写。")

  @Argument(help: "新文件夹 · folder to make")
  var folder: String

  @Option(help: "机关全称 · full name of the organ")
  var name: String?

  @Option(help: "发布后的网址 · address once published")
  var baseURL: String?

  @Option(help: "机构代码，索引号的开头 · organization code, which index numbers start with")
  var code: String?

  @Option(help: "10 位网站标识码 · 10-digit site code")
  var siteCode: String?

  @Option(name: .customLong("department"), help: "责任科室，可以写多次 · department, may be repeated")
  var departments: [String] = []

  @Option(help: "工作机构名称 · office in charge")
  var office: String?

  @Option(help: "办公地址 · address")
  var address: String?

  @Option(help: "邮政编码 · postcode")
  var postcode: String?

  @Option(help: "联系电话 · telephone")
  var phone: String?

  @Option(help: "传真号码 · fax")
  var fax: String?

  @Option(help: "互联网联系方式 · e-mail or other internet contact")
  var email: String?

  @Option(help: "办公时间 · office hours")
  var hours: String?

  @OptionGroup var day: TodayOption

  @OptionGroup var speech: LanguageOption

  func validate() throws {
    if let baseURL, !baseURL.hasPrefix("https://"), !baseURL.hasPrefix("http://") {
      throw ValidationError("--base-url 应以 https:// 或 http:// 开头 · must start with https:// or http://")
    }
    if let code, !Self.isCode(code) {
      throw ValidationError("--code 只能用数字、大写字母和连字符，最多 32 个 · takes at most 32 digits, capital letters and hyphens")
    }
    if let siteCode, siteCode.count != 10 || !siteCode.allSatisfy({ $0.isASCII && $0.isNumber }) {
      throw ValidationError("--site-code 应是 10 位数字 · must be 10 digits")
    }
    if let postcode, !Self.isPostcode(postcode) {
      throw ValidationError("--postcode 应是 6 位数字 · must be 6 digits")
    }
  }

  func run() throws {
    let office = try name.map(answered) ?? asked()
    let files = SiteScaffold(office, today: day.date).files
    try NewFile.write(files.map { NewFile($0.path, $0.text, isExecutable: $0.isExecutable) }, below: folder)
    let chinese = speech.language == .zh
    Output.standardOutput(
      chinese
        ? """
        已在 \(folder) 写入 \(files.count) 个文件。接着：
          cd \(folder)
          gongkai serve      # 边写边看；草稿只在这里显示
          gongkai build      # 检查并生成到 public/

        """
        : """
        \(files.count) files written to \(folder). Next:
          cd \(folder)
          gongkai serve      # see what you write; drafts show here alone
          gongkai build      # check, and build into public/

        """)
  }

  /// From the options alone.
  private func answered(name: String) -> Office {
    Office(
      name: name, baseURL: baseURL ?? "https://www.example.gov.cn/zfxxgk/", code: code ?? Self.unknownCode,
      siteCode: siteCode, departments: departments.isEmpty ? ["办公室"] : departments,
      contact: contact { $1 })
  }

  /// From the options, and the answers on the terminal where there is no option.
  private func asked() throws -> Office {
    guard Question.isPossible else {
      throw ValidationError("请写 --name 机关全称；在终端里运行时会逐项询问 · give --name, or run this on a terminal to be asked")
    }
    let ask = Question(language: speech.language)
    let name = try ask.required(Text(zh: "机关全称", en: "full name of the organ"))
    let url = baseURL ?? ask(Text(zh: "发布后的网址", en: "address once published"), "https://www.example.gov.cn/zfxxgk/")
    let code = code ?? ask(Text(zh: "机构代码（索引号的开头）", en: "organization code"), Self.unknownCode, where: Self.isCode)
    let siteCode = siteCode ?? ask(Text(zh: "10 位网站标识码", en: "10-digit site code"))
    let department = departments.first ?? ask(Text(zh: "责任科室", en: "department"), "办公室")
    return Office(
      name: name, baseURL: url, code: code, siteCode: siteCode,
      departments: departments.isEmpty ? [department] : departments,
      contact: contact { field, given in
        given ?? (field == .postcode ? ask(Self.postcodeQuestion, where: Self.isPostcode) : ask(field.field.summary))
      })
  }

  private func contact(_ value: (ContactField, String?) -> String?) -> [ContactField: String] {
    let given: [(ContactField, String?)] = [
      (.office, office), (.address, address), (.postcode, postcode), (.phone, phone), (.fax, fax), (.email, email),
      (.hours, hours),
    ]
    var contact: [ContactField: String] = [:]
    for (field, text) in given { contact[field] = value(field, text) }
    return contact
  }

  /// Stands for a code until it is known; its form and check digit are right.
  private static let unknownCode = "000000000"

  private static let postcodeQuestion = Text(zh: "邮政编码，6 位数字", en: "postcode of 6 digits")

  private static func isPostcode(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isCode(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D }
  }
}
