extension Mistake {
  static let inTexts: [Mistake] = [
    .text("链接的文件不存在", "markdown.broken-link", "见[办法](办法.md)。"),
    .text("链接的索引号不存在", "markdown.broken-link", "见[办法](#000000000/2017-00009)。"),
    .text("链接没有地址", "markdown.empty-link", "见[办法]()。"),
    .text("链接指向自己电脑里的文件", "markdown.unsafe-link", "见[办法](file:///C:/办法.docx)。"),
    .text("链接是一段脚本", "markdown.unsafe-link", "[返回](javascript:history.back())"),
    .text("标题跳级", "markdown.heading-skip", "## 办理\n\n#### 材料"),
    .text("图片没有说明", "markdown.missing-alt", "![](https://www.example.gov.cn/a.png)"),
    .text("粘贴了网页的 HTML", "markdown.raw-html", "<font color=red>重要</font>"),
    .text("表格这一行多一格", "markdown.surplus-cells", "| 项目 | 件 |\n|---|---|\n| 申请 | 3 | 4 |"),
    .text("表格块的行不齐", "markdown.broken-table", "~~~table\n项目, 件\n申请, 3, 4\n~~~"),
    .text("容器没有结束", "markdown.unclosed-container", "::: 注意\n窗口周末不办公。"),
    .text("容器的名称不对", "markdown.unknown-container", "::: 主意\n窗口周末不办公。\n:::"),
    .text("脚注没有内容", "markdown.unknown-footnote", "按原规定办理[^1]。"),
    .text("脚注没有引用", "markdown.unused-footnote", "按原规定办理。\n\n[^1]: 见第三条。"),
    .text("词语连写两次", "text.doubled-word", "主动公开公开的政府信息。"),
    .text("写了手机号码", "personal-data.found", "联系人张某，13812345678。"),
    .text("写了身份证号码", "personal-data.found", "申请人，11010519491231002X。"),
    .text("带有密级标志", "secrecy.mark", "机密★1年"),
  ]
}
