import Diagnostics
import Testing

@testable import Taxonomy

@Suite struct TaxonomyTests {
  private var builtIn: Taxonomy {
    var diagnostics: [Diagnostic] = []
    let taxonomy = Taxonomy.builtIn(&diagnostics)
    #expect(diagnostics.isEmpty)
    return taxonomy
  }

  @Test func builtInVocabulariesAreComplete() throws {
    let taxonomy = builtIn
    #expect(
      taxonomy.vocabularies.map(\.code) == [
        "theme", "genre", "statutory", "disclosure", "validity", "audience", "refusal",
      ])
    #expect(try #require(taxonomy["theme"]).terms.filter { $0.parent == nil }.count == 22)
    #expect(try #require(taxonomy["genre"]).terms.count == 15)
  }

  @Test func readsNamesAliasesCodesAndPaths() throws {
    let theme = try #require(builtIn["theme"])
    let expected = try #require(theme.ordinal(of: "科技、教育/科技"))
    for text in ["科技", "11-1", "科技、教育-科技", "科技、教育\\科技", "科技、教育 / 科技"] {
      #expect(theme.ordinal(of: text) == expected)
    }
    #expect(theme.paths[expected] == "科技、教育/科技")
    let validity = try #require(builtIn["validity"])
    #expect(validity.ordinal(of: "有效") == validity.ordinal(of: "现行有效"))
  }

  @Test func aSharedNameNeedsItsParent() throws {
    let theme = try #require(builtIn["theme"])
    let top = try #require(theme.ordinal(of: "科技、教育/其他"))
    #expect(theme.terms[top].parent != nil)
    #expect(theme.ordinal(of: "科技、教育/煤炭") == nil)
  }

  @Test func aTopTermTakesANameItSharesWithLowerOnes() throws {
    let theme = try #require(builtIn["theme"])
    let other = try #require(theme.ordinal(of: "其他"))
    #expect(theme.terms[other].parent == nil)
    let twice = Vocabulary(
      code: "x", label: "某",
      terms: [
        Term(code: "a", name: "甲"), Term(code: "b", name: "乙"), Term(code: "a-1", name: "丙", parent: 0),
        Term(code: "b-1", name: "丙", parent: 1),
      ])
    #expect(twice.ordinal(of: "丙") == nil)
    #expect(twice.ordinal(of: "乙/丙") == 3)
  }

  @Test func suggestsTheNearestName() throws {
    let genre = try #require(builtIn["genre"])
    #expect(genre.suggestion(for: "批付") == "批复")
  }

  @Test func incompleteTermsAreReported() {
    var diagnostics: [Diagnostic] = []
    let text = "代码: x\n名称: 某词表\n词条:\n- {名称: 缺代码}\n- {代码: 大写, 名称: 乙}\n- {代码: ok, 名称: 丙}\n"
    let vocabulary = Array(text.utf8).withUnsafeBufferPointer {
      VocabularyReader.read($0, path: "taxonomy/x.yml", &diagnostics)
    }
    #expect(diagnostics.map(\.id) == ["taxonomy.incomplete-term", "taxonomy.incomplete-term"])
    #expect(vocabulary?.terms.map(\.code) == ["ok"])
  }
}
