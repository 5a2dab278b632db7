import Bytes
import Disclosure

/// The address of a document below the site's root. It follows from what never changes.
public enum Permalink {
  /// - Parameter folder: that of the document's section, empty or `kjj/`; index numbers are unique without it.
  static func path(of position: Int, in catalog: Catalog, folder: String) -> String {
    // Far away in memory: of an entry only the index number is needed, which lies beside the others'.
    var document: Document { catalog.documents[position] }
    var name: String { document.slug ?? document.name }
    let kind = catalog.facts[position].kind
    switch kind {
    case .guide, .apply: return "\(folder)\(kind.folder)/\(document.isColumnIndex ? "index" : name).html"
    case .rule: return "\(folder)rules/\(name).html"
    case .report: return "\(folder)reports/\(document.reportYear.map(String.init) ?? name).html"
    case .page: return "pages/\(name).html"
    case .entry:
      return catalog.withIndexNumber(of: position) { number in
        number.isEmpty
          ? path(inFolder: "d/", document.indexNumber ?? name, ".html") : path(inFolder: "d/", number, ".html")
      }
    }
  }

  /// An index number made safe for an address: `/` becomes `-`, other unusual bytes `_xx`.
  public static func identifier(_ indexNumber: String) -> String { path(inFolder: "", indexNumber, "") }

  private static func path(inFolder folder: String, _ indexNumber: String, _ end: String) -> String {
    indexNumber.withBytes { path(inFolder: folder, UnsafeRawBufferPointer($0), end) }
  }

  /// Made in one step, as every entry has one.
  private static func path(inFolder folder: String, _ indexNumber: UnsafeRawBufferPointer, _ end: String) -> String {
    // No byte becomes more than three.
    String(unsafeUninitializedCapacity: folder.utf8.count + indexNumber.count * 3 + end.utf8.count) { out in
      var count = out[...].update(fromContentsOf: folder.utf8)
      func add(_ byte: UInt8) {
        out[count] = byte
        count += 1
      }
      for byte in indexNumber {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
          add(byte)
        case UInt8(ascii: "/"): add(UInt8(ascii: "-"))
        default:
          add(UInt8(ascii: "_"))
          for half in [byte >> 4, byte & 15] { add(half + (half < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)) }
        }
      }
      return out[count...].update(fromContentsOf: end.utf8)
    }
  }
}

/// Addresses as they are written in a page.
public struct RelativeURL {
  /// Leads from the page to the site's root.
  let root: String

  init(page: String) {
    // Over the bytes where they lie: every page asks.
    root = String(repeating: "../", count: page.withBytes { $0.count { $0 == UInt8(ascii: "/") } })
  }

  /// From the page to `path` below the root, percent-encoded.
  func callAsFunction(_ path: String) -> String { root + Self.encoded(path) }

  /// From the page to an address below the root that is encoded already.
  func to(_ address: String) -> String { root + address }

  /// RFC 3986: everything but unreserved characters and `/`.
  public static func encoded(_ path: String) -> String {
    if path.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(isUnreserved) }) ?? false { return path }
    var out: [UInt8] = []
    for byte in path.utf8 {
      if isUnreserved(byte) {
        out.append(byte)
      } else {
        out += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

/// The parts of a site's full address.
struct SiteAddress {
  let host: String
  /// From the host to the site's root, with a slash at both ends.
  let path: String

  init(_ address: String) {
    let parts = address.split(separator: "/", omittingEmptySubsequences: true)
    let afterScheme = parts.first?.hasSuffix(":") == true ? parts.dropFirst() : parts[...]
    host = afterScheme.first.map(String.init) ?? ""
    path = "/" + afterScheme.dropFirst().map { $0 + "/" }.joined()
  }
}
