"""Makes benchmark sites of any size: catalog entries with the texts of a folder of Markdown files.

    corpus.py TEXTS SITE SIZE

The same folder, size and seed give the same bytes. Hugo and gongkai read the same files. It is a process of its own, as
a program's peak of memory is counted from that of the process that started it.
"""
import math
import pathlib
import random
import sys

SEED = 20190515
PUBLISHERS = [f"示例省第{n}厅" for n in "一二三四五六七八九十"] + [f"示例市第{n}局" for n in "一二三四五六七八九十"]
THEMES = ["综合政务", "财政、金融、审计", "工业、交通", "城乡建设、环境保护", "科技、教育", "卫生、体育", "劳动、人事、监察", "其他"]
GENRES = ["通知", "意见", "公告", "决定", "批复", "通告", "函", "报告"]
VALIDITY = ["有效", "有效", "有效", "有效", "已修改", "失效"]
KEYWORDS = ["行政许可", "财政预算", "政府采购", "安全生产", "义务教育", "医疗保障", "社会救助", "土地征收"]


def paragraphs(folder):
    """All paragraphs of the Markdown files below a folder, front matter and links left out, in the order of paths."""
    found = []
    for path in sorted(pathlib.Path(folder).rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if text.startswith("---\n"):
            text = text.partition("\n---\n")[2]
        for block in text.split("\n\n"):
            block = " ".join(block.split())
            if len(block) >= 12 and not any(mark in block for mark in ("](", "<", "|", "[^", ":::", "`")):
                found.append(block.lstrip("#->* ")[:1500])
    if not found:
        raise SystemExit(f"no text in the Markdown files below {folder}")
    return found


def body(number, texts, rng):
    """Paragraphs up to a size that is log-normal round 2.6 KB, as real notices are; no two bodies are equal."""
    wanted = min(6000, max(700, int(math.exp(rng.gauss(math.log(2600), 0.45)))))
    parts, size = [], 0
    while size < wanted:
        part = rng.choice(texts)
        if rng.random() < 0.1:
            part = "## " + part[:24]
        parts.append(part)
        size += len(part.encode())
    if rng.random() < 0.3:
        parts.append("\n".join(f"- {word}：**{rng.randint(1, 900)}** 件" for word in rng.sample(KEYWORDS, 3)))
    return "\n\n".join(parts + [f"本件序号 {number}。"])


def entry(number, texts, rng):
    """One entry that no rule finds fault with: its path below the catalog, and its text."""
    year = 2008 + int(18 * math.sqrt(rng.random()))
    month, day = rng.randint(1, 12), rng.randint(8, 28)
    organ, genre = rng.randrange(len(PUBLISHERS)), rng.choice(GENRES)
    lines = [
        f"title: {PUBLISHERS[organ]}关于{rng.choice(KEYWORDS)}工作的{genre}（第{number}号）",
        f"index_number: 000014349/{year}-{number:05d}",
        f"publisher: {PUBLISHERS[organ]}",
        f"document_number: 示发〔{year}〕{rng.randint(1, 400)}号",
        f"date_created: {year}-{month:02d}-{day - rng.randint(0, 4):02d}",
        f"date_published: {year}-{month:02d}-{day:02d}",
        f"theme: {rng.choice(THEMES)}",
        f"genre: {genre}",
        f"validity: {rng.choice(VALIDITY)}",
        "disclosure: 主动公开",
        f"keywords: [{', '.join(rng.sample(KEYWORDS, 2))}]",
        f"review: {{reviewer: 王某, date: {year}-{month:02d}-{day - 6:02d}, conclusion: 同意公开}}",
    ]
    if "validity: 失效" in lines:
        lines.append(f"date_repealed: {year + 2}-{month:02d}-{day:02d}")
    return f"{organ:02d}/{year}/{number:06d}.md", "---\n" + "\n".join(lines) + "\n---\n\n" + body(number, texts, rng) + "\n"


def make(folder, site, size):
    """A site of `size` entries in the folder `site`, with the texts of `folder`, unless it is there."""
    site = pathlib.Path(site)
    done = site / "complete"
    if done.exists():
        return
    texts = paragraphs(folder)
    rng = random.Random(SEED)
    for number in range(1, size + 1):
        path, text = entry(number, texts, rng)
        path = site / "content/catalog" / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    organs = "".join(f"  - {{代码: o{i}, 名称: {name}}}\n" for i, name in enumerate(PUBLISHERS))
    (site / "site.yml").write_text(
        "网站名称: 示例省人民政府\n网址: https://www.example.gov.cn/\n主办机构: 示例省人民政府\n发布机构:\n" + organs,
        encoding="utf-8")
    done.touch()


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2], int(sys.argv[3]))
