import ArgumentParser
import Build
import Diagnostics
import Rules

/// `check --fix mask`: lists the personal data in the sources, and masks it once that is confirmed.
struct MaskingFix {
  let options: CommonOptions
  let isConfirmed: Bool

  private var language: Language { options.language }

  func run() throws {
    let masker = PersonalDataMasker(options.buildOptions)
    let plan = try masker.plan()
    list(plan)
    guard plan.count > 0 else { return }
    guard isConfirmed || isAnsweredYes(plan) else {
      return say(
        zh: "没有改动文件；加上 --yes 即照上面的清单改正。", en: "No file was changed; with --yes the list above is carried out.")
    }
    for path in try masker.carryOut(plan) {
      say(zh: "\(path) 刚才有人改过，没有动它", en: "\(path) has just been changed by somebody and was left alone")
    }
    say(zh: "已遮盖 \(plan.count) 处。", en: "\(plan.count) values masked.")
  }

  private func list(_ plan: PersonalDataMasker.Plan) {
    for change in plan.changes {
      for replacement in change.replacements { print(change, replacement, Text(zh: "", en: "")) }
    }
    for change in plan.unplaced {
      for replacement in change.replacements {
        print(
          change, replacement,
          Text(zh: "（请人工改：直接替换会改变文件头的意思）", en: " (by hand: replacing it would change the front matter)"))
      }
    }
    for path in plan.untouched {
      say(
        zh: "\(path): 这种附件不能自动改，请人工核对", en: "\(path): attachments of this type are left alone; look through it yourself"
      )
    }
    if plan.changes.isEmpty, plan.unplaced.isEmpty { say(zh: "没有要遮盖的个人信息。", en: "There is no personal data to mask.") }
  }

  private func print(_ change: PersonalDataMasker.FileChange, _ replacement: PersonalDataReplacement, _ remark: Text) {
    let place = "\(change.path):\(change.line(of: replacement))"
    let name = replacement.kind.name
    say(
      zh: "\(place): \(name.zh) → \(replacement.masked)\(remark.zh)",
      en: "\(place): \(name.en) → \(replacement.masked)\(remark.en)")
  }

  private func isAnsweredYes(_ plan: PersonalDataMasker.Plan) -> Bool {
    guard Question.isPossible else { return false }
    let question = Text(zh: "改正这 \(plan.count) 处？写“是”继续", en: "Mask these \(plan.count) values? Type yes to go on")
    return ["是", "yes"].contains(Question(language: language)(question) ?? "")
  }

  private func say(zh: String, en: String) { Output.standardOutput(Text(zh: zh, en: en)[language] + "\n") }
}
