import Search
import TestSupport

/// Entries that are changed at random.
struct ChangingSamples {
  private(set) var samples: [Sample]
  private var random: SeededGenerator
  private var next = 1_000

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    samples = Array(GeneratedCorpus(count: 101, seed: seed).samples[1...])
    // About as long as one passage may be, so that a change of a few characters can cut it.
    for index in 0..<3 { samples[index].text = text(below: 750) }
  }

  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  private mutating func text(below pieces: Int) -> String { GeneratedCorpus.text(1 + below(pieces), &random) }

  /// Makes one change and says which.
  mutating func change() -> String {
    let index = below(samples.count)
    switch below(16) {
    case 0, 1:
      samples[index].text += ["末", "县级以上", "\n"][below(3)]
      return "end of \(index)"
    case 2, 3, 4: return "text of \(edit(\.text, of: index, by: 3))"
    case 5: return "text of \(edit(\.text, of: below(3), by: 3))"
    case 6: return "text of \(edit(\.text, of: index, by: 900))"
    case 7: return "title of \(edit(\.entry.title, of: index, by: 3))"
    case 8:
      samples[index].entry.title = samples[below(samples.count)].entry.title
      return "name of \(index)"
    case 9: return "number of \(edit(\.document.numbers[0], of: index, by: 1))"
    case 10:
      samples[index].document.numbers = below(2) == 0 ? [] : ["示发〔2019〕\(below(9))号", "000/\(index)"]
      return "numbers of \(index)"
    case 11:
      samples[index].document.publisher = "局\(below(9))"
      return "publisher of \(index)"
    case 12:
      samples[index].entry.date = "20\(10 + below(9))-0\(1 + below(9))-01"
      return "date of \(index)"
    case 13:
      samples.remove(at: index)
      return "removed \(index)"
    case 14:
      let other = below(samples.count)
      (samples[index].text, samples[other].text) = (samples[other].text, samples[index].text)
      return "texts of \(index) and \(other)"
    default:
      next += 1
      let entry = SearchEntry(key: "000/\(next)", date: "20\(10 + below(9))-0\(1 + below(9))-01", title: "新的\(next)")
      samples.append(
        Sample(entry, url: "/d/\(next).html", numbers: ["\(next)号"], text: text(below: 90), facets: []))
      return "added \(next)"
    }
  }

  /// Takes some characters out of a text and puts others in their place.
  private mutating func edit(_ field: WritableKeyPath<Sample, String>, of index: Int, by pieces: Int) -> Int {
    var characters = Array(samples[index][keyPath: field])
    let start = below(characters.count + 1)
    let end = min(characters.count, start + below(pieces * 3))
    characters.replaceSubrange(start..<end, with: Array(text(below: pieces)))
    samples[index][keyPath: field] = String(characters.filter { $0 != "\n" || field == \.text })
    return index
  }
}
