import Diagnostics

/// A line with the dates and document numbers in it put right, as far as what is meant is plain.
struct Repair {
  let text: String
  private var changes: [(before: String, after: String)] = []

  init(_ line: String) {
    var changes: [(before: String, after: String)] = []
    let note = { (before: Substring, after: String) -> String in
      if before != after { changes.append((String(before), after)) }
      return after
    }
    text =
      line
      // 2017 年 1 月 1 日, ２０１７年１月１日
      .replacing(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/) { match in
        note(match.0, "\(Self.ascii(match.1))年\(Self.ascii(match.2))月\(Self.ascii(match.3))日")
      }
      // 二○一七年, with a circle for the numeral.
      .replacing(/[一二三四五六七八九][〇零○ＯO0]?[一二三四五六七八九〇零○ＯO0]{2,3}年/) { match in
        note(match.0, String(match.0.map { "零○ＯO0".contains($0) ? "〇" : $0 }))
      }
      // 国办发[2014]32号, 国办发（2014）第32号
      .replacing(/(\p{Han}{2,12})\s*[\[［(（【﹝]\s*((?:19|20)\d{2})\s*[\]］)）】﹞]\s*第?\s*0*([1-9]\d{0,4})\s*号/) { match in
        note(match.0, "\(match.1)〔\(match.2)〕\(match.3)号")
      }
    self.changes = changes
  }

  func notes(line: Int) -> [ReportImporter.Note] {
    let repaired = changes.map { change in
      ReportImporter.Note(
        line: line, zh: "“\(change.before)”改为“\(change.after)”", en: "“\(change.before)” became “\(change.after)”",
        original: [change.before])
    }
    let unsure = Array(text.utf8).withUnsafeBufferPointer { MalformedDates.check($0, path: "") }.map { fault in
      ReportImporter.Note(
        line: line, zh: "\(fault.message.zh)，看不出是哪一天，没有改", en: "\(fault.message.en); left as it is")
    }
    return repaired + unsure
  }

  private static func ascii(_ digits: Substring) -> String {
    digits.compactMap(\.wholeNumberValue).map(String.init).joined()
  }
}
