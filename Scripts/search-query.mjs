// Runs the reader's search module over an index on the disk, for tests: node search-query.mjs SITE REQUESTS ANSWERS
// REQUESTS: JSON array of {op: 'search' | 'all' | 'facets' | 'fold' | 'differential', …}; ANSWERS: one each.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const [site, requests, answers] = process.argv.slice(2);
const files = new Map();
globalThis.fetch = async address => {
  const file = decodeURIComponent(new URL(address).pathname);
  if (!files.has(file)) files.set(file, fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined);
  const content = files.get(file);
  return {ok: content !== undefined, json: async () => content};
};
const module = await import(pathToFileURL(path.resolve(site, 'assets/search.js')));

/** Random parts of the documents are looked for by the index and by a plain scan; the first difference is told. */
const differential = async ({documents, count, seed}) => {
  const folded = documents.map(({url, title, numbers, text}) =>
    ({url, fields: [title, ...numbers, text].map(field => plainFold(field))}));
  let state = seed;
  const random = below => {
    state = Math.imul(state ^ state >>> 15, 0x2c1b3c6d) + 0x6d2b79f5 | 0;
    return ((state ^ state >>> 13) >>> 0) % below;
  };
  const seen = new Set();
  let hits = 0;
  for (let tries = 0; seen.size < count && tries < count * 4; tries++) {
    const {fields} = folded[random(folded.length)];
    const field = fields[random(4) ? fields.length - 1 : random(fields.length)];
    const length = random(8) ? 1 + random(9) : 1 + random(60);
    const start = random(Math.max(1, field.length - length));
    let q = field.slice(start, start + length);
    if (random(10) === 0) q = q.slice(0, -1) + field[random(field.length)];
    if (!q || seen.has(q) || !q.isWellFormed()) continue;
    seen.add(q);
    const expected = folded.filter(document => document.fields.some(f => f.includes(q))).map(({url}) => url);
    const {total, results, note} = await module.search(q, {limit: Infinity});
    const found = results.map(({url}) => url);
    const isSame = [...found].sort().join() === expected.sort().join() && total === expected.length;
    if (!isSame || (note === 'nothing') !== !total)
      return {q, expected, found, total, note: note ?? ''};
    hits += total;
    if (results.length) {
      const {results: [best]} = await module.search(q);
      const isMarked = (best.excerpt + best.titleHTML).includes('<mark>');
      if (!isMarked && !best.numbers.some(number => plainFold(number).includes(q)))
        return {q, expected, found, total, note: 'no mark: ' + best.excerpt};
    }
  }
  return {q: '', checked: seen.size, hits};
};
const plainFold = text => text.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/〔/g, '[').replace(/〕/g, ']')
  .replace(/國/g, '国').replace(/務/g, '务');

const out = [];
for (const request of JSON.parse(fs.readFileSync(requests, 'utf8'))) {
  const {op, query, options, text} = request;
  if (op === 'search') out.push(await module.search(query, options));
  else if (op === 'all') out.push(await module.all(query));
  else if (op === 'facets') out.push(await module.facets(query, options));
  else if (op === 'fold') {
    await module.init();
    await module.prepare('國');
    out.push(text.map(part => module.fold(part).units));
  } else out.push(await differential(request));
}
fs.writeFileSync(answers, JSON.stringify(out));
