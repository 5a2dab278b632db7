/// Something editors get wrong, as a small site that has it.
struct Mistake: Sendable {
  /// What was done, in a few words.
  let name: String
  /// What it looks like in the file.
  let written: String
  /// What reports it.
  let id: String
  /// In the form of `SampleSite`.
  let site: String

  private init(_ name: String, _ id: String, written: String, site: String) {
    (self.name, self.id, self.written, self.site) = (name, id, written, site)
  }

  /// In the front matter of an otherwise good entry.
  static func entry(_ name: String, _ id: String, _ right: String, _ wrong: String) -> Mistake {
    Mistake(name, id, written: wrong, site: "-- content/catalog/2017/a.md --\n" + changed(SampleEntry(1).text, right, wrong))
  }

  /// In the text of a page.
  static func text(_ name: String, _ id: String, _ text: String) -> Mistake {
    Mistake(name, id, written: text, site: "-- content/pages/a.md --\n---\n标题: 办事说明\n---\n\(text)\n")
  }

  /// In `site.yml`; `right` is what it replaces, and what is appended where that is empty.
  static func settings(_ name: String, _ id: String, _ right: String, _ wrong: String) -> Mistake {
    let settings = right.isEmpty ? SampleSite.settings + wrong + "\n" : changed(SampleSite.settings, right, wrong)
    return Mistake(name, id, written: wrong, site: "-- site.yml --\n\(settings)")
  }

  /// In a template of the site's own theme.
  static func template(_ name: String, _ id: String, _ text: String) -> Mistake {
    let settings = SampleSite.settings + "主题: ours\n"
    return Mistake(
      name, id, written: text,
      site: "-- site.yml --\n\(settings)-- themes/ours/templates/document.mustache --\n\(text)\n")
  }

  /// Anything else.
  static func files(_ name: String, _ id: String, written: String, _ site: String) -> Mistake {
    Mistake(name, id, written: written, site: site)
  }

  private static func changed(_ text: String, _ right: String, _ wrong: String) -> String {
    precondition(text.contains(right), "the sample has no “\(right)”")
    return text.replacing(right, with: wrong, maxReplacements: 1)
  }

  static let all = inFrontMatter + inTexts + inFiles + inSettings + inTemplates
}
