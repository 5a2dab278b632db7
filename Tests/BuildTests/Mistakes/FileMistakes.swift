extension Mistake {
  static let inFiles: [Mistake] = [
    .files(
      "没有文件头", "front-matter.missing", written: "正文。", "-- content/pages/a.md --\n正文。\n"),
    .files(
      "文件头没有结束的一行", "front-matter.unclosed", written: "---\n标题: 办事说明\n\n正文。",
      "-- content/pages/a.md --\n---\n标题: 办事说明\n\n正文。\n"),
    .files(
      "文件头不是“字段: 值”", "front-matter.not-mapping", written: "---\n办事说明\n---",
      "-- content/pages/a.md --\n---\n办事说明\n---\n正文。\n"),
    .files(
      "编码是 GBK", "source.gb18030", written: "（文件存成了 GBK）",
      "-- content/pages/a.md (gb18030) --\n---\n标题: 办事说明\n---\n本机关的办事说明。\n"),
    .files(
      "文件损坏", "source.not-utf8", written: "（文件里有 0xFF 字节）",
      "-- content/pages/a.md (bytes: ff ff 00) --\n---\n标题: 办事说明\n---\n正文。\n"),
    .files(
      "文件放错了文件夹", "source.unknown-folder", written: "content/rulse/a.md",
      "-- content/rulse/a.md --\n---\n标题: 制度\n---\n正文。\n"),
    .files(
      "放了快捷方式", "source.symbolic-link", written: "a.md → ../guide/index.md",
      "-- content/rules/a.md (link: ../guide/index.md) --\n"),
    .files(
      "正文太大", "source.too-large", written: "（17 MB 的正文）",
      "-- content/pages/a.md (repeat 1150000) --\n十六个字节。\n"),
    .files(
      "两个条目的索引号相同", "index-number.duplicate", written: "索引号: 000000000/2017-00001",
      SampleEntry(1).at("2017/a.md") + SampleEntry(1, title: "另一件").at("2017/b.md")),
    .files(
      "两个文件的网址相同", "address.duplicate", written: "a.md 里写“网址名: help”，旁边有 help.md",
      "-- content/pages/a.md --\n---\n标题: 网站说明\n网址名: help\n---\n-- content/pages/help.md --\n---\n标题: 使用帮助\n---\n"),
    .files(
      "年度写成汉字", "front-matter.wrong-type", written: "年度: 二〇一七",
      "-- content/reports/2017.md --\n---\n标题: 二〇一七年年度报告\n年度: 二〇一七\n发布日期: 2018-03-01\n---\n正文。\n"),
    .files(
      "年度与文件名不一致", "report.year", written: "2017.md 里写“年度: 2018”",
      "-- content/reports/2017.md --\n---\n标题: 2018年年度报告\n年度: 2018\n发布日期: 2018-03-01\n---\n正文。\n"),
    .files(
      "报告没有附统计表", "report.missing-statistics", written: "（2021 年度报告没有“统计”）",
      "-- content/reports/2021.md --\n---\n标题: 2021年年度报告\n年度: 2021\n发布日期: 2022-01-20\n---\n正文。\n"),
    .files(
      "报告里的模板文字没有填", "report.placeholder", written: "××局收到申请",
      "-- content/reports/2017.md --\n---\n标题: 2017年年度报告\n年度: 2017\n发布日期: 2018-03-01\n---\n××局收到申请3件。\n"),
    .files(
      "指南用了旧条例的说法", "text.outdated-phrase", written: "生产、生活、科研等特殊需要",
      "-- content/guide/index.md --\n---\n标题: 政府信息公开指南\n---\n可以根据自身生产、生活、科研等特殊需要申请。\n"),
  ]
}
