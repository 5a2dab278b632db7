extension OutdatedPhrase {
  /// What changed between the editions of 2008 and 2019, as far as a phrase can show it.
  public static let all: [OutdatedPhrase] = [
    OutdatedPhrase(
      id: "special-needs", words: ["生产、生活、科研等特殊需要", "生产、生活、科研等需要", "“三需要”"],
      explanationZh: "2019年修订的《政府信息公开条例》第二十七条不再要求申请与自身生产、生活、科研等特殊需要有关。",
      explanationEn: "Article 27 of the 2019 edition no longer asks applicants for a special need."),
    OutdatedPhrase(
      id: "reply-limit", words: ["15个工作日", "15 个工作日", "十五个工作日"], company: ["答复", "延长"],
      exceptions: ["第三方", "征求", "意见", "复议", "起诉", "诉讼"],
      explanationZh: "2019年修订的《政府信息公开条例》第三十三条规定的答复期限为20个工作日，延长不超过20个工作日。",
      explanationEn: "Article 33 of the 2019 edition allows 20 working days for a reply and 20 more when extended."),
    OutdatedPhrase(
      id: "exempt", words: ["免予公开", "免于公开"],
      explanationZh: "2019年修订的《政府信息公开条例》使用“不予公开”（第十四条至第十六条）。",
      explanationEn: "The 2019 edition says 不予公开 (Articles 14 to 16)."),
    OutdatedPhrase(
      id: "report-date", words: ["3月31日前", "3月31日之前", "三月三十一日前"], company: ["行政机关", "各部门", "本单位"],
      exceptions: ["主管部门", "人民政府"],
      explanationZh: "2019年修订的《政府信息公开条例》第四十九条规定，县级以上人民政府部门应当在每年1月31日前公布年度报告。",
      explanationEn: "Article 49 of the 2019 edition has departments publish the annual report by 31 January."),
    OutdatedPhrase(
      id: "cost-fee", words: ["检索、复制、邮寄等成本费", "收取检索费"],
      explanationZh: "2019年修订的《政府信息公开条例》第四十二条规定，提供政府信息不收取费用；明显超过合理范围的可以收取信息处理费。",
      explanationEn: "Article 42 of the 2019 edition makes answers free, within a reasonable number."),
    OutdatedPhrase(
      id: "purpose", words: ["所需信息的用途", "所需信息用途", "政府信息用途"],
      explanationZh: "2019年修订的《政府信息公开条例》第二十九条列举的申请内容不包括用途。",
      explanationEn: "Article 29 of the 2019 edition does not ask for the purpose of an application."),
    OutdatedPhrase(
      id: "secrecy-review", words: ["信息发布保密审查机制"],
      explanationZh: "2019年修订的《政府信息公开条例》第十七条规定的是政府信息公开审查机制，不限于保密审查。",
      explanationEn: "Article 17 of the 2019 edition asks for a review of disclosure, not of secrecy alone."),
    OutdatedPhrase(
      id: "definition", words: ["履行职责过程中制作或者获取"],
      explanationZh: "2019年修订的《政府信息公开条例》第二条的表述是“履行行政管理职能过程中制作或者获取的”。",
      explanationEn: "Article 2 of the 2019 edition speaks of exercising administrative functions (行政管理职能)."),
    OutdatedPhrase(
      id: "old-decree", words: ["国务院令第492号", "国务院第492号令", "国务院令（第492号）"], exceptions: ["修订", "原", "废止"],
      explanationZh: "《政府信息公开条例》2019年修订后以国务院令第711号公布，自2019年5月15日起施行。",
      explanationEn: "The Regulation was published anew as State Council Order 711, in force since 15 May 2019."),
  ]
}
