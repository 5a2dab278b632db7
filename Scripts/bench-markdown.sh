#!/bin/bash
# Measures the Markdown room against libcmark alone (Benchmarks/Markdown): processor time for an ordinary text, and, with
# valgrind's callgrind, instructions for texts that are hard on parsers. Prints one line each; fails if a text takes more
# than GONGKAI_BENCH_LIMIT (150) per cent of libcmark's instructions; of cmark-gfm's where GFM's extensions are tried.
#
# Usage: bench-markdown.sh [body|pathological [NAME]]
set -euo pipefail
cd "$(dirname "$0")/.."
limit=${GONGKAI_BENCH_LIMIT:-150}
scratch=${GONGKAI_BENCH_SCRATCH:-$PWD/Benchmarks/Markdown/.build}
swift build -c release --package-path Benchmarks/Markdown --scratch-path "$scratch" --quiet
program=$scratch/bench-markdown
# Valgrind stumbles over the compiler's debug information.
strip --strip-debug -o "$program" "$scratch/release/bench-markdown"

# The instructions of one run.
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

gfm() { count cmark-gfm -e table -e strikethrough -e autolink -e tasklist -e footnotes "$1"; }

[ "${1:-body}" = body ] && "$program" body
[ "${1:-pathological}" = pathological ] || exit 0
text=$(mktemp)
trap 'rm -f "$text"' EXIT
worst=0
while read -r number name; do
  case $name in *"${2:-}"*) ;; *) continue ;; esac
  base=$(count "$program" "$number" none)
  ours=$(($(count "$program" "$number" ours) - base))
  case $name in
  GFM*)
    oracle=cmark-gfm
    "$program" "$number" text >"$text"
    theirs=$(($(gfm "$text") - $(gfm /dev/null)))
    ;;
  *)
    oracle=libcmark
    theirs=$(($(count "$program" "$number" libcmark) - base))
    ;;
  esac
  percent=$((ours * 100 / theirs))
  printf '%s: %s %d, ours %d instructions, %d %%\n' "$name" "$oracle" "$theirs" "$ours" "$percent"
  worst=$((percent > worst ? percent : worst))
done < <("$program" list)
echo "worst: $worst %"
[ "$worst" -le "$limit" ]
