extension Mistake {
  static let inTemplates: [Mistake] = [
    .template("模板里的名称写错", "template.unknown-name", "<h1>{{tilte}}</h1>"),
    .template("区段没有结束", "template.unbalanced", "{{#fields}}{{value}}"),
    .template("花括号没有结束", "template.syntax", "<h1>{{title</h1>"),
    .template("引用的模板不存在", "template.unknown-partial", "{{> heder}}"),
  ]
}
