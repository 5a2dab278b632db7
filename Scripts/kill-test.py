#!/usr/bin/env python3
"""Kills builds at random moments and checks that nothing is lost and nothing mixed goes unnoticed.

    Scripts/kill-test.py [ROUNDS] [ENTRIES]     # 200 and 2,000

Each round changes every page, starts a build and kills it (SIGKILL): every other one at any moment, the rest while it
is putting files in their places, which takes a hundredth of the time and is where most could go wrong. Then: `gongkai
verify` either finds the old or the new output, whole, or says that publishing was interrupted; and the next build gives
what a build from the start gives, byte for byte.
"""
import filecmp
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
GONGKAI = ROOT / ".build/release/gongkai"
sys.path.insert(0, str(ROOT / "Benchmarks/Build"))
import corpus  # noqa: E402  (found by the line above)

SEED = 20190515


def build(site, output):
    subprocess.run([GONGKAI, "build", "--quiet", "--source", site, "--output", output], check=True, stderr=subprocess.DEVNULL)


def tree(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def same(a, b):
    names = tree(a)
    if names != tree(b):
        return False
    _, different, strange = filecmp.cmpfiles(a, b, names, shallow=False)
    return not different and not strange


def wait_for_publishing(process, output, more):
    """Until `more` seconds after publishing began, without sleeping: whoever sleeps wakes when it is over."""
    pending = str(output / "manifest.json.next")
    while process.poll() is None and not os.path.exists(pending):
        pass
    end = time.monotonic() + more
    while time.monotonic() < end:
        pass


def rename(site, version):
    """Gives the site another name, which every page shows."""
    settings = site / "site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub("(?m)^网站名称: .*$", f"网站名称: 示例省人民政府第{version}版", text), encoding="utf-8")


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    entries = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    work = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-kill-", dir=memory))
    rng = random.Random(SEED)
    try:
        site, output = work / "site", work / "public"
        corpus.make(ROOT / "content", site, entries)
        clean = []
        for version in (0, 1):
            rename(site, version)
            clean.append(work / f"clean-{version}")
            start = time.monotonic()
            build(site, clean[version])
            length = time.monotonic() - start
        interrupted, failures = 0, 0
        for number in range(rounds):
            version = number % 2
            rename(site, version)
            if number % 20 == 10:
                # A first build, which has no output to keep.
                shutil.rmtree(output, ignore_errors=True)
            process = subprocess.Popen(
                [GONGKAI, "build", "--quiet", "--source", site, "--output", output], stderr=subprocess.DEVNULL)
            if number % 4 < 2 or not output.exists():
                time.sleep(rng.random() * length * 1.1)
            else:
                wait_for_publishing(process, output, rng.random() * length / 100)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if output.exists():
                verified = subprocess.run([GONGKAI, "verify", output], capture_output=True)
                if verified.returncode == 0:
                    whole = any(same(output, tree) for tree in clean)
                else:
                    interrupted += 1
                    whole = (output / "manifest.json.next").exists()
            else:
                whole = True
            build(site, output)
            if not whole or not same(output, clean[version]) or subprocess.run(
                [GONGKAI, "verify", output], capture_output=True).returncode != 0:
                failures += 1
                print(f"round {number}: failed", flush=True)
        print(f"{rounds - failures} of {rounds} rounds right; {interrupted} were killed while publishing")
        sys.exit(1 if failures else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
