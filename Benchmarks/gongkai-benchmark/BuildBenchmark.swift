import Build
import Glibc

/// `gongkai-benchmark SOURCE OUTPUT [rules] [search] [hashes]`: one build with only the parts named, for measuring what
/// each of them costs. It takes its numbers from outside: run it under `time -v`.
@main struct BuildBenchmark {
  private static let parts: [String: BuildOptions.Parts] = ["rules": .rules, "search": .search, "hashes": .hashes]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else {
      print("usage: gongkai-benchmark SOURCE OUTPUT [rules] [search] [hashes]")
      exit(2)
    }
    var options = BuildOptions()
    options.source = arguments[1]
    options.output = arguments[2]
    options.jobs = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    options.parts = BuildOptions.Parts(arguments.dropFirst(2).compactMap { parts[$0] })
    let outcome = try SiteBuilder(options).build()
    for stage in outcome.stages { print("\(stage.stage.name.en): \(stage.elapsed) \(stage.processor)") }
    print("\(outcome.files) files, \(outcome.changed) changed, \(outcome.summary.errors) errors")
    if outcome.summary.errors > 0 { exit(1) }
  }
}
