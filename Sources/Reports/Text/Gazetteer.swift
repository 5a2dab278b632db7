import Diagnostics
import YAML

/// The provinces and prefectures of the country, by their full names and the short ones in use.
struct Gazetteer: Sendable {
  /// A province with its prefectures, its own name first.
  let provinces: [[String]]

  static let national: Gazetteer = {
    var diagnostics: [Diagnostic] = []
    return builtIn(&diagnostics)
  }()

  static func builtIn(_ diagnostics: inout [Diagnostic]) -> Gazetteer {
    guard let file = EmbeddedFiles.all.first(where: { $0.path.hasSuffix("/places.yml") }) else {
      return Gazetteer(provinces: [])
    }
    let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
    let node = YAMLParser.parse(bytes, path: file.path, diagnostics: &diagnostics)
    var reader = FieldReader<GazetteerField>(node, path: file.path)
    let provinces = reader.records(.provinces, as: ProvinceField.self).map { entry in
      var entry = entry
      let names = [entry.text(.name) ?? ""] + entry.texts(.prefectures).map(\.value)
      reader.absorb(entry.diagnostics)
      return names
    }
    diagnostics += reader.diagnostics
    return Gazetteer(provinces: provinces)
  }

  var names: [String] { provinces.flatMap(\.self) }

  /// The names of places that `identity` shows to be home: those it mentions with or without 市 or 省, the province
  /// around them, and every prefecture of a province it names alone.
  func home(of identity: String) -> Set<String> {
    var home: Set<String> = []
    for names in provinces {
      let own = names.filter { identity.contains($0) || identity.contains($0.dropLast()) && $0.count > 2 }
      guard !own.isEmpty else { continue }
      home.formUnion(own == [names[0]] ? names : own + [names[0]])
    }
    return home
  }
}

enum GazetteerField: Int, FieldKey {
  case provinces

  static let table = FieldTable(
    "gazetteer", [Field("provinces", "省级", .records(ProvinceField.table), zh: "各省级行政区", en: "the provinces")])
}

enum ProvinceField: Int, FieldKey {
  case name, prefectures

  static let table = FieldTable(
    "province",
    [
      Field("name", "名称", .text, zh: "全称", en: "full name"),
      Field("prefectures", "地级", .texts, zh: "所辖地级行政区", en: "its prefectures"),
    ])
}
