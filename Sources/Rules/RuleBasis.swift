import Diagnostics

/// What a rule rests on, as the inspection report and `docs/rules.md` cite it.
public enum RuleBasis {
  private static let regulation = "《政府信息公开条例》"
  private static let guideline = "政府信息公开目录系统实施指引（试行）"
  private static let indicators = "政府网站与政务新媒体检查指标"

  private static let texts: [String: String] = [
    "secrecy.mark": "\(regulation)第十四条",
    "personal-data.found": "\(regulation)第十五条；2018年政务公开工作要点（去标识化）",
    "personal-data.suspected": "\(regulation)第十五条；2018年政务公开工作要点（去标识化）",
    "review.missing": "\(regulation)第十七条",
    "review.late": "\(regulation)第十七条",
    "publication.overdue": "\(regulation)第二十六条；2008年的条例期限相同",
    "publication.waiting": "\(regulation)第二十六条",
    "publication.future": "\(indicators)：伪造发稿日期属单项否决",
    "withholding.no-reason": "\(regulation)第十三条至第十六条；各地审查制度",
    "guide.contact-missing": "\(regulation)第十二条",
    "guide.topic-missing": "\(regulation)第十二条",
    "column.empty": "国办公开办函〔2019〕61号；\(indicators)：空白栏目",
    "column.stale": "\(indicators)：栏目不更新",
    "link.external": "\(indicators)：外链",
    "link.place": "\(indicators)：链接可用性",
    "link.unreachable": "\(indicators)：链接可用性",
    "markdown.broken-link": "\(indicators)：链接可用性",
    "attachment.missing": "\(indicators)：链接可用性",
    "site.identifier": "政府网站发展指引（国办发〔2017〕47号）",
    "index-number.form": guideline,
    "index-number.duplicate": guideline,
    "index-number.changed": guideline,
    "index-number.reused": guideline,
    "index-number.unlocked": guideline,
    "front-matter.missing-field": "\(guideline)：核心元数据",
    "document-number.form": "公文的通行写法；各地规定年份写全、用阿拉伯数字",
    "summary.too-long": "各地目录编制规定",
    "summary.repeats-title": "各地目录编制规定",
    "relation.unlinked-explanation": "政策解读与文件双向关联，是检查的内容",
    "report.late": "\(regulation)第四十九条；2008年的条例",
    "report.period": "\(regulation)关于年度报告的规定",
    "text.doubled-word": "错别字是检查的扣分项",
    "text.outdated-phrase": "\(regulation)（2019年修订）",
  ]

  /// `nil` for what follows from the matter itself: two dates in an impossible order, a link that leads nowhere.
  public static func text(of kind: DiagnosticKind) -> String? { texts[kind.id] }

  /// The identifiers that have a basis.
  public static var ids: [String] { texts.keys.sorted() }
}
