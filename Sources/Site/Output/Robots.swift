/// `robots.txt` (RFC 9309): everything may be read. For a site in a folder its lines go into the host's own file.
struct Robots {
  let baseURL: String

  func text() -> [UInt8] { Array("User-agent: *\nAllow: /\nSitemap: \(baseURL)sitemap.xml\n".utf8) }
}
