import Build
import Diagnostics
import Synchronization

/// The site as its sources are now, made page by page as pages are asked for.
final class PreviewSite: Sendable {
  struct Response: Sendable {
    let bytes: [UInt8]
    let mediaType: String
    let isFound: Bool
  }

  private struct State {
    var preview: SitePreview?
    var problems: Problems
    var generation = 0
    /// Pages as they last were, for when they cannot be made: not an archive, hence bounded.
    var last: [String: [UInt8]] = [:]
    /// Search and data files, which follow from all documents together: made when first asked for.
    var derived: [String: [UInt8]]?
  }

  private static let maximumRemembered = 500

  /// What search and data files end in; anything else that is not there is not made from all documents either.
  private static let derivedSuffixes = [".json", ".csv", ".xml", ".txt"]

  private let options: BuildOptions
  private let language: Language
  private let state: Mutex<State>

  init(_ options: BuildOptions, language: Language) {
    self.options = options
    self.language = language
    let (preview, problems) = Self.read(options, after: nil, language)
    state = Mutex(State(preview: preview, problems: problems))
  }

  var problems: Problems { state.withLock(\.problems) }

  /// Reads what has changed.
  func reload() {
    let before = state.withLock(\.preview)
    let (preview, problems) = Self.read(options, after: before, language)
    state.withLock { state in
      // Without anything readable, what could be read last stays.
      state.preview = preview ?? state.preview
      state.problems = problems
      state.generation += 1
      state.derived = nil
    }
  }

  /// The file at a path of the output; pages carry the panel with what is wrong.
  func response(to path: String) throws -> Response {
    let (preview, problems, generation) = state.withLock { ($0.preview, $0.problems, $0.generation) }
    let isPage = path.hasSuffix(".html")
    if let preview, let file = try preview.file(at: path) {
      guard isPage else { return Response(bytes: file.bytes, mediaType: MediaType.of(path), isFound: true) }
      remember(file.bytes, path)
      let outcome = preview.outcome
      let own = problems.isComplete ? [] : outcome.diagnostics.filter { $0.span?.path == file.source }
      let all = problems.adding(file.diagnostics, repeating: own, outcome.sources, language: language)
      return page(PageOverlay(problems: all, generation: generation).applied(to: file.bytes))
    }
    let overlay = PageOverlay(problems: problems, generation: generation)
    if isPage, problems.errors > 0, let last = state.withLock({ $0.last[path] }) {
      return page(overlay.applied(to: last))
    }
    if !isPage, let bytes = try derived(path) {
      return Response(bytes: bytes, mediaType: MediaType.of(path), isFound: true)
    }
    if problems.errors > 0 { return page(overlay.page("这一页现在还不能显示，原因见下。"), isFound: false) }
    let notFound = try preview?.file(at: "404.html")?.bytes
    return page(notFound.map(overlay.applied) ?? overlay.page("没有这一页。"), isFound: false)
  }

  private func page(_ bytes: [UInt8], isFound: Bool = true) -> Response {
    Response(bytes: bytes, mediaType: MediaType.of(".html"), isFound: isFound)
  }

  private func remember(_ bytes: [UInt8], _ path: String) {
    state.withLock { state in
      if state.last.count >= Self.maximumRemembered { state.last = [:] }
      state.last[path] = bytes
    }
  }

  private func derived(_ path: String) throws -> [UInt8]? {
    let (preview, generation, known) = state.withLock { ($0.preview, $0.generation, $0.derived) }
    if let known { return known[path] }
    guard Self.derivedSuffixes.contains(where: path.hasSuffix) else { return nil }
    let made = Mutex<[String: [UInt8]]>([:])
    _ = try preview?.makeAll { path, bytes in
      if !path.hasSuffix(".html") { made.withLock { $0[path] = bytes } }
    }
    let files = made.withLock { $0 }
    state.withLock { if $0.generation == generation { $0.derived = files } }
    return files[path]
  }

  private static func read(
    _ options: BuildOptions, after previous: SitePreview?, _ language: Language
  ) -> (SitePreview?, Problems) {
    do {
      let preview = try SitePreview(options, after: previous)
      return (preview, Problems(preview.outcome, language: language))
    } catch let failure as MachineFailure {
      return (nil, Problems(failure, language: language))
    } catch {
      return (nil, Problems(MachineFailure(zh: "\(error)", en: "\(error)"), language: language))
    }
  }
}
