import Diagnostics

/// What a rule rests on, as the inspection report and `docs/rules.md` cite it.
public enum RuleBasis {
  private static let texts: [String: String] = [
    "secrecy.mark": "《政府信息公开条例》第十四条",
    "personal-data.found": "《政府信息公开条例》第十五条",
    "personal-data.suspected": "《政府信息公开条例》第十五条",
    "review.missing": "《政府信息公开条例》第十七条",
    "review.late": "《政府信息公开条例》第十七条",
    "publication.overdue": "《政府信息公开条例》第二十六条",
    "publication.future": "政府网站与政务新媒体检查指标：单项否决",
    "withholding.no-reason": "《政府信息公开条例》第十三条至第十六条",
    "guide.contact-missing": "《政府信息公开条例》第十二条",
    "guide.topic-missing": "《政府信息公开条例》第十二条",
    "column.empty": "国办公开办函〔2019〕61号；政府网站与政务新媒体检查指标",
    "column.stale": "政府网站与政务新媒体检查指标",
    "link.external": "政府网站与政务新媒体检查指标", "link.place": "政府网站与政务新媒体检查指标",
    "site.identifier": "政府网站发展指引（国办发〔2017〕47号）",
    "index-number.form": "政府信息公开目录系统实施指引（试行）",
    "index-number.duplicate": "政府信息公开目录系统实施指引（试行）",
    "index-number.changed": "政府信息公开目录系统实施指引（试行）",
    "index-number.reused": "政府信息公开目录系统实施指引（试行）",
    "index-number.unlocked": "政府信息公开目录系统实施指引（试行）",
    "front-matter.missing-field": "政府信息公开目录系统实施指引（试行）：核心元数据",
    "summary.too-long": "各地目录编制规定",
    "summary.repeats-title": "各地目录编制规定",
    "text.outdated-phrase": "《政府信息公开条例》（2019年修订）",
    "report.period": "《政府信息公开条例》关于年度报告的规定",
  ]

  /// `nil` for what follows from the matter itself: two dates in an impossible order, a link that leads nowhere.
  public static func text(of kind: DiagnosticKind) -> String? { texts[kind.id] }

  /// The identifiers that have a basis.
  public static var ids: [String] { texts.keys.sorted() }
}
