import CCmark
import Diagnostics
import Glibc
import Markdown

/// Measures the Markdown room against libcmark alone.
///
///     bench-markdown body                 CPU time of an ordinary texts, of 2.8 KB
///     bench-markdown list                 the bodies and the pathological inputs
///     bench-markdown NUMBER ours|libcmark renders one of them once, to be counted by callgrind; `none` only makes it
///     bench-markdown NUMBER text          prints it
struct EveryLink: LinkResolver {
  func resolve(_ destination: String, isImage: Bool) -> LinkResolution { .keep }
}

func renderLibcmark(_ source: UnsafeBufferPointer<UInt8>) -> Int {
  guard let start = UnsafeRawPointer(source.baseAddress)?.assumingMemoryBound(to: CChar.self),
    let html = cmark_markdown_to_html(start, source.count, CMARK_OPT_DEFAULT)
  else { return 0 }
  defer { free(html) }
  return strlen(html)
}

func renderOurs(_ source: UnsafeBufferPointer<UInt8>, _ renderer: MarkdownRenderer) -> Int {
  var diagnostics: [Diagnostic] = []
  let result = renderer.render(
    source, path: "a.md", baseOffset: 0, links: EveryLink(), diagnostics: &diagnostics)
  return result.html.count + diagnostics.count
}

/// Processor time in microseconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// The best of several runs: what the work takes when nothing disturbs it.
func microseconds(_ work: () -> Int) -> Double {
  let (runs, repetitions) = (40, 1000)
  var best = Double.infinity
  var written = 0
  for _ in 0..<runs {
    let start = processorTime()
    for _ in 0..<repetitions { written &+= work() }
    best = min(best, (processorTime() - start) / Double(repetitions))
  }
  return written == 0 ? 0 : best
}

func rounded(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

func measureBody() {
  let renderer = MarkdownRenderer()
  for (name, text) in Inputs.bodies {
    let source = Array(text.utf8)
    source.withUnsafeBufferPointer { source in
      let theirs = microseconds { renderLibcmark(source) }
      let ours = microseconds { renderOurs(source, renderer) }
      print("\(name), \(source.count) bytes: libcmark \(rounded(theirs)) µs, ours \(rounded(ours)) µs")
    }
  }
}

switch CommandLine.arguments.dropFirst() {
case ["body"]: measureBody()
case ["list"]: for (number, input) in Inputs.all.enumerated() { print("\(number) \(input.name)") }
case let arguments where arguments.count == 2:
  guard let number = Int(CommandLine.arguments[1]), Inputs.all.indices.contains(number) else { exit(2) }
  let source = Array(Inputs.all[number].text().utf8)
  let renderer = MarkdownRenderer()
  // What is done once in a process is done before anything is counted.
  var written = Array(Inputs.everything.utf8).withUnsafeBufferPointer { renderOurs($0, renderer) + renderLibcmark($0) }
  written += source.withUnsafeBufferPointer { source in
    switch CommandLine.arguments[2] {
    case "ours": renderOurs(source, renderer)
    case "libcmark": renderLibcmark(source)
    case "text": write(1, source.baseAddress, source.count)
    default: source.count
    }
  }
  if written == 0 { exit(1) }
default: exit(2)
}
