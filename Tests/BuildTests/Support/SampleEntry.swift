/// A catalog entry with everything it must have; tests change what they are about.
struct SampleEntry {
  var number: String
  var title: String
  var published = "2017-05-12"
  var theme = "科技、教育/科技"
  var disclosure = "主动公开"
  var validity = "有效"
  /// Lines of front matter after the required ones.
  var extra = ""
  var body = "正文。"

  init(_ ordinal: Int, title: String? = nil) {
    number = "000000000/2017-" + String("0000\(ordinal)".suffix(5))
    self.title = title ?? "第\(ordinal)号通知"
  }

  /// Where its page is: the index number with `-` for `/`.
  var page: String { "d/\(number.replacing("/", with: "-")).html" }

  var text: String {
    """
    ---
    标题: \(title)
    索引号: \(number)
    发布机构: 示例局
    成文日期: 2017-05-08
    发布日期: \(published)
    主题分类: \(theme)
    体裁分类: 通知
    公开方式: \(disclosure)
    有效性: \(validity)
    审查: {审查人: 王某, 日期: 2017-05-10, 结论: 同意公开}
    \(extra)
    ---
    \(body)

    """
  }

  /// As a file of a sample site.
  func at(_ path: String) -> String { "-- content/catalog/\(path) --\n\(text)" }

  /// `count` entries, one a day, each with a file of its own.
  static func many(_ count: Int) -> String {
    (1...count).map { ordinal in
      var entry = SampleEntry(ordinal)
      let (month, day) = ((ordinal - 1) / 28 + 1, (ordinal - 1) % 28 + 1)
      entry.published = "2018-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      return entry.at("2018/\(ordinal).md")
    }.joined()
  }
}
