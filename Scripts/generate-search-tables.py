#!/usr/bin/env python3
"""Writes the frozen tables of the search room; run by hand, only to make a new table version.

generate-search-tables.py TSCharacters.txt CORPUS.jsonl   (run from the package's folder, Python with Unicode 14.0)

TSCharacters.txt is OpenCC's table of traditional characters (Apache License 2.0); CORPUS.jsonl has `blocks`, the
paragraphs of ordinary official texts, and serves only to count which characters are the most frequent.
Writes Sources/Search/Generated/*.swift, themes/default/assets/search/traditional.json and prints the picks of common
characters that search.js holds. A change of any table changes every index: raise `Fold.version` with it.
"""
import collections
import json
import sys
import unicodedata

ROOM = 'Sources/Search/Generated/'
assert unicodedata.unidata_version == '14.0.0', 'the tables are frozen at Unicode 14.0'

# Forms a reader does not tell apart: brackets of document numbers, quotation marks, dashes, dots, tildes.
SAME = {}
for target, forms in {'[': '〔［【〖', ']': '〕］】〗', '"': '“”„‟＂「」『』〝〞〟', "'": '‘’‚‛＇`´',
                      '-': '‐‑‒–—―−－﹣─━', '·': '•‧・･●', '~': '〜～∼'}.items():
    for form in forms:
        SAME[form] = target

def dropped(c):
    o = ord(c)
    return (c.isspace() or o < 0x20 or 0x7F <= o <= 0x9F or o == 0xAD or 0x200B <= o <= 0x200F or 0x2028 <= o <= 0x202E
            or 0x2060 <= o <= 0x206F or 0xFE00 <= o <= 0xFE0F or o == 0xFEFF or 0xFFF9 <= o <= 0xFFFB
            or 0xE0000 <= o <= 0xE0FFF)

def plain_fold(c):
    folded = unicodedata.normalize('NFKC', SAME.get(c, c)).lower()
    return ''.join(SAME.get(x, x) for x in folded if not dropped(x))

def traditional(path):
    """Pairs that are safe in both directions: a character of GB2312 is also a simplified text's own (乾, 著)."""
    pairs = {}
    for line in open(path, encoding='utf-8'):
        if '\t' not in line:
            continue
        source, targets = line.rstrip('\n').split('\t')
        target = targets.split(' ')[0]
        try:
            source.encode('gb2312')
        except UnicodeEncodeError:
            if len(source) == 1 and source != target and 0x4E00 <= ord(source) <= 0x9FFF and ord(target) < 0x10000:
                pairs[source] = target
    return {source: pairs.get(target, target) for source, target in sorted(pairs.items())}

def lines(text, width=36):
    return '\n'.join('    ' + text[i:i + width] for i in range(0, len(text), width))

def wrapped(words, width=110):
    out, line = [], ''
    for word in words:
        if len(line) + len(word) + 1 > width:
            out.append(line)
            line = ''
        line += (' ' if line else '') + word
    return '\n'.join('    ' + x for x in out + [line])

def fold_records():
    """`S+N>T` N scalars from S go to those from T; `S+N/2>T` every second one; `S>T.U` several; `S+N` are dropped."""
    single, several, drop = {}, {}, []
    for o in range(0x110000):
        if 0xD800 <= o <= 0xDFFF:
            continue
        c, f = chr(o), plain_fold(chr(o))
        if f == c:
            continue
        if f == '':
            drop.append(o)
        elif len(f) == 1:
            single[o] = ord(f)
        else:
            several[o] = f
    records, done = [], set()
    for o, target in single.items():
        if o in done:
            continue
        best = (1, 1)
        for step in (1, 2):
            n = 1
            while single.get(o + n * step) == target + n * step and o + n * step not in done:
                n += 1
            if n > best[0]:
                best = (n, step)
        n, step = best
        done.update(o + i * step for i in range(n))
        records.append('%X' % o + ('+%X' % n if n > 1 else '') + ('/2' if step == 2 and n > 1 else '') + '>%X' % target)
    for o, f in several.items():
        records.append('%X>' % o + '.'.join('%X' % ord(x) for x in f))
    start = None
    for i, o in enumerate(drop):
        if start is None:
            start = o
        if i + 1 == len(drop) or drop[i + 1] != o + 1:
            records.append('%X+%X' % (start, o - start + 1))
            start = None
    return records

def compositions():
    """`B.M>C`: folded base, combining mark, the one scalar they make in NFC."""
    marks = list(range(0x300, 0x370)) + [0x3099, 0x309A]
    out = []
    for base in range(0x20, 0x10000):
        if 0xD800 <= base <= 0xDFFF or plain_fold(chr(base)) != chr(base):
            continue
        for mark in marks:
            whole = unicodedata.normalize('NFC', chr(base) + chr(mark))
            if len(whole) == 1:
                out.append('%X.%X>%X' % (base, mark, ord(whole)))
    return out

def common(corpus):
    """The characters that get short codes on the wire, and how search.js picks them from the first level of GB 2312.

    Three groups in the order of GB 2312: one-byte codes, the next two-byte codes, the rest. In the picks a character's
    distance from the one before is a letter from `0` up, after `!` for the first group and `#` for the second.
    """
    level = [bytes([0xB0 + i // 94, 0xA1 + i % 94]).decode('gb2312') for i in range(3755)]
    place = {c: i for i, c in enumerate(level)}
    count = collections.Counter()
    for i, line in enumerate(open(corpus, encoding='utf-8')):
        if i % 7 == 0:
            count.update(''.join(json.loads(line)['blocks']))
    rank = [c for c, _ in count.most_common() if c in place][:42 + 192 + 448]
    group = {c: 0 if i < 42 else 1 if i < 42 + 192 else 2 for i, c in enumerate(rank)}
    picks, last = '', -1
    for c in sorted(rank, key=place.get):
        picks += ['!', '#', ''][group[c]] + chr(47 + place[c] - last)
        last = place[c]
    assert '\\' not in picks and "'" not in picks
    groups = [''.join(sorted((c for c in rank if group[c] == g), key=place.get)) for g in range(3)]
    return '，。、' + groups[0] + '（）《》；：“”' + groups[1] + groups[2], picks

LICENSE = '// Pairs from OpenCC (TSCharacters.txt), Copyright 2010 the OpenCC authors, Apache License 2.0.\n'

def write(path, text):
    open(path, 'w', encoding='utf-8').write(text)

def swift(name, doc, fields, head=''):
    body = '// Generated by Scripts/generate-search-tables.py; do not edit.\n' + head
    body += '\n/// ' + doc + '\nenum ' + name + ' {\n'
    for field, raw in fields:
        body += '  static let ' + field + ' = #"""\n' + raw + '\n    """#\n'
    write(ROOM + name + '.swift', body + '}\n')

def main():
    pairs = traditional(sys.argv[1])
    chars, picks = common(sys.argv[2])
    swift('FoldRecords', 'NFKC, lower case, equal forms and dropped characters of Unicode 14.0: what changes.',
          [('scalars', wrapped(fold_records())), ('compositions', wrapped(compositions()))])
    swift('TraditionalPairs', 'Traditional characters outside GB2312, each followed by its simplified form.',
          [('text', lines(''.join(a + b for a, b in pairs.items())))], LICENSE)
    swift('CommonCharacters', 'The most frequent characters of official texts, by their codes on the wire.',
          [('text', lines(chars))])
    write('themes/default/assets/search/traditional.json',
          json.dumps(''.join(a + b for a, b in pairs.items()), ensure_ascii=False))
    print(picks)

main()
