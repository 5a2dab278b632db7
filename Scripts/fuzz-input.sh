#!/bin/sh
# Reads front matter, site.yml and templates put together at random (Tests/BuildTests/InputFuzzTests.swift): nothing may
# crash, take a second, or be reported without a place. A hundred thousand of each unless GONGKAI_FUZZ_COUNT says
# otherwise; GONGKAI_FUZZ_SEED is the first one's number, so that another night can go on where the last one stopped.
set -eu
cd "$(dirname "$0")/.."
export GONGKAI_FUZZ_COUNT="${GONGKAI_FUZZ_COUNT:-100000}"
exec swift test -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --filter InputFuzzTests
