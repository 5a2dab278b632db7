extension Mistake {
  static let inSettings: [Mistake] = [
    .files("没有 site.yml", "site.no-settings", written: "（文件夹里没有 site.yml）", "-- site.yml (absent) --\n"),
    .settings("没有写网址", "site.missing-field", "网址: https://www.example.gov.cn/\n", ""),
    .settings("项目的名称写错", "front-matter.unknown-key", "主办机构: 示例局", "主办机构: 示例局\n网站标示码: 1234567890"),
    .settings("网站标识码少一位", "site.identifier", "", "网站标识码: 370404000"),
    .settings("备案号写错", "site.identifier", "", "ICP备案号: 12345"),
    .settings("发布机构没有代码", "taxonomy.incomplete-term", "{代码: slj, 名称: 示例局}", "{名称: 示例局}"),
    .settings("代码用了汉字", "taxonomy.incomplete-term", "代码: slj", "代码: 示例局"),
    .settings("行政机关没有名称", "site.invalid-organ", "", "行政机关: [{代码: kjj}]"),
    .settings("主题没有这个文件夹", "theme.unknown", "", "主题: ourtheme"),
    .settings("检查级别的编号写错", "rule-level.unknown", "", "检查级别: {text.doubled-words: 关闭}"),
    .settings("想关掉密级检查", "rule-level.fixed", "", "检查级别: {secrecy.mark: 关闭}"),
    .settings("同义词一行只有一个词", "site.lone-synonym", "", "检索: {同义词: [社保]}"),
    .settings("页眉文件不在", "portal.missing-file", "", "页眉文件: portal/header.html"),
    .settings("site.yml 里用了制表符", "yaml.tab", "", "联系方式:\n\t电话: 0632-0000000"),
    .settings("site.yml 里冒号是中文的", "yaml.fullwidth-colon", "主办机构: 示例局", "主办机构：示例局"),
  ]
}
