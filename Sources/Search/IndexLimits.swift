/// The measures an index is cut by. Readers need not know them; tests make them small.
struct IndexLimits: Sendable {
  /// A string in more passages than this is split by its next unit.
  var ordinary = 240
  /// After a digit or a letter less: dates and document numbers differ from their neighbours only further on.
  var numeric = 10
  /// A character in at most this many passages has its complete list in the shard.
  var character = 128
  /// Estimated bytes of a page.
  var page = 3_500
  /// About as many bytes of bits are in a block of a complete list.
  var block = 1_500

  /// Units of text: a partition sorts the strings of about so many, within the processor's cache.
  var partition = 60_000
  /// One job looks through so many for pairs of units: two bytes hold the distance.
  var stretch = Int(UInt16.max)
  /// One job looks through so many for units that stand alone: two bytes hold a passage and a field.
  var passages = 1_024
  /// The places of all partitions are in memory together for at most so many.
  var round = 30_000_000
}
