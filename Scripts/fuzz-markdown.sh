#!/bin/sh
# Renders documents put together at random and checks each (Tests/MarkdownTests/MarkdownFuzzTests.swift); looks for
# inputs that take quadratic time. A million documents unless GONGKAI_FUZZ_COUNT says otherwise; GONGKAI_FUZZ_SEED is
# the first one's number, so that another night can go on where the last one stopped.
set -eu
cd "$(dirname "$0")/.."
export GONGKAI_FUZZ_COUNT="${GONGKAI_FUZZ_COUNT:-1000000}"
exec swift test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter MarkdownFuzzTests
