#!/usr/bin/env python3
"""Checks texts that hold no personal data for false alarms: makes a catalog entry of each and runs `gongkai check`.

    python3 Scripts/check-corpus.py FOLDER [--gongkai .build/release/gongkai]

FOLDER holds Markdown or plain text, for example the texts of published laws. Prints how many were checked and every
finding of personal data or a secrecy mark; fails if there is one.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

SETTINGS = """网站名称: 示例局
网址: https://www.example.gov.cn/
主办机构: 示例局
发布机构: [{代码: slj, 名称: 示例局}]
"""
ENTRY = """---
标题: 第{number}号文件
索引号: 000000000/2017-{number:05}
发布机构: 示例局
成文日期: 2017-05-08
发布日期: 2017-05-12
主题分类: 科技、教育/科技
体裁分类: 通知
公开方式: 主动公开
有效性: 有效
审查: {{审查人: 示例审查员, 日期: 2017-05-10, 结论: 同意公开}}
---
{body}
"""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--gongkai", default=".build/release/gongkai")
    options = options.parse_args()
    texts = sorted(path for path in options.folder.rglob("*") if path.suffix in (".md", ".txt"))
    with tempfile.TemporaryDirectory() as site:
        content = pathlib.Path(site, "content/catalog")
        content.mkdir(parents=True)
        pathlib.Path(site, "site.yml").write_text(SETTINGS, encoding="utf-8")
        for number, path in enumerate(texts, 1):
            body = path.read_text(encoding="utf-8", errors="replace")
            content.joinpath(f"{number}.md").write_text(ENTRY.format(number=number, body=body), encoding="utf-8")
        command = [options.gongkai, "check", "--source", site, "--format", "json", "--quiet"]
        result = json.loads(subprocess.run(command, capture_output=True, check=False).stderr)
    counts = collections.Counter(found["id"] for found in result["diagnostics"])
    gates = [found for found in result["diagnostics"] if found["id"].startswith(("personal-data.", "secrecy."))]
    for found in gates:
        number = int(pathlib.Path(found["path"]).stem)
        print(f"{texts[number - 1]}: {found['id']} {found['message']}")
    print(f"{len(texts)} files, {len(gates)} findings of personal data or secrecy marks")
    print("others: " + ", ".join(f"{count} {name}" for name, count in counts.most_common(8)))
    sys.exit(1 if gates else 0)


if __name__ == "__main__":
    main()
