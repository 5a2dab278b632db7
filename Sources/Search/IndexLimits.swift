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
}
