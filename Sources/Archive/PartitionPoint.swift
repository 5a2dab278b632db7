extension Range<Int> {
  /// The first number that `isBehind`, as are all after it; the upper bound where none is.
  @inlinable
  public func partitionPoint(_ isBehind: (Int) throws -> Bool) rethrows -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if try isBehind(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
