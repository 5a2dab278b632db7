// Runs the reader's search module over an index on the disk, for tests: node search-query.mjs SITE REQUESTS ANSWERS
// REQUESTS: JSON array of {op: 'search' | 'facets' | 'fold' | 'differential', …}; ANSWERS: one each.
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

/** Where a string is, by a plain scan of the folded documents in one run of text. */
const scan = documents => {
  let text = '';
  const starts = documents.map(({fields}) => {
    const start = text.length;
    text += fields.join('\n') + '\n';
    return start;
  });
  return q => {
    const found = [];
    let document = 0;
    for (let at = text.indexOf(q); at >= 0 && document < starts.length; at = text.indexOf(q, starts[document])) {
      while (starts[document + 1] <= at) document++;
      found.push(documents[document++].url);
    }
    return found;
  };
};

const numbers = seed => below => {
  seed = Math.imul(seed ^ seed >>> 15, 0x2c1b3c6d) + 0x6d2b79f5 | 0;
  return ((seed ^ seed >>> 13) >>> 0) % below;
};

/** A random part of a field; now and then its last character is another's, so that most are found nowhere. */
const part = (folded, random) => {
  const {fields} = folded[random(folded.length)];
  const field = fields[random(4) ? fields.length - 1 : random(fields.length)];
  const length = random(8) ? 1 + random(9) : 1 + random(60);
  const start = random(Math.max(1, field.length - length));
  const q = field.slice(start, start + length);
  return random(10) ? q : q.slice(0, -1) + field[random(field.length)];
};

/** Random parts of the documents are looked for by the index and by a plain scan; the first difference is told. */
const differential = async ({documents, count, seed}) => {
  const folded = documents.map(({url, title, numbers, text}) => ({url, fields: [title, ...numbers, text].map(plainFold)}));
  const expect = scan(folded);
  const random = numbers(seed);
  const seen = new Set();
  let hits = 0;
  for (let tries = 0; seen.size < count && tries < count * 4; tries++) {
    const q = part(folded, random);
    if (!q || seen.has(q) || !q.isWellFormed()) continue;
    seen.add(q);
    const expected = expect(q);
    const {total, results, note} = await module.search(q, {limit: Infinity});
    const found = results.map(({url}) => url);
    const isSame = found.toSorted().join() === expected.toSorted().join() && total === expected.length;
    if (!isSame || (note === 'nothing') !== !total) return {q, expected, found, total, note: note ?? ''};
    hits += total;
    for (const {excerpt, titleHTML, numbers} of results) {
      const isMarked = (excerpt + titleHTML).includes('<mark>');
      if (!isMarked && !numbers.some(number => plainFold(number).includes(q)))
        return {q, expected, found, total, note: 'no mark: ' + excerpt};
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
  else if (op === 'facets') out.push(await module.facets(query, options));
  else if (op === 'fold') {
    await module.init();
    await module.prepare('國');
    out.push(text.map(part => module.fold(part).units));
  } else out.push(await differential(request));
}
fs.writeFileSync(answers, JSON.stringify(out));
