// Full-text search in a few kilobytes: finds every substring with static files only. Format: docs/search.md.
//   const {total, exact, results, note} = await search('社会保险', {limit, offset, filters: {year: ['2019']}, sort})
// What a plain first page does not need (words combined, filters, dates, later pages) is in search/combine.js.

const HOME = new URL('../search/', import.meta.url);
const LONGEST = 400; // units of a query; verifying relies on passages being longer than this

// Frequent characters that changed places with short codes in the index files (Swift: WireText).
const COMMON =
  '、。一三业主二人以会关务十发和国地定工市应当或政文有机条民法理用的第管者行规设部门（），；上不中为事五产位作例依保全公六共其出分制动区单及可合员四在处大委安实对常府建性成护提方施日期本权构水照物生由监章等级经证责资进院七下与交他代件任体信八内准划利办化县同品城境审家年并开律得情所报按据收改时服查标案检款相督程立类组织职自至营表要议请违通重防项题专个九予于令企使供元入具农决列加反取受后向告商场域备外学展执批技教明未术正求治活海源环申百省社罚育能范计调负质费车过运道采量金高万之乡书修况则前力医华协原各名基害导度强息意承持指排接措支放新月村染根格止污电益目知确科结给统置节被解记诉财起路造限除险集需预：《》东从价传偿养刑到助励卫参口号司因围土复察将山布式形急总房投担损效数料无是核次气河测济消特犯现登直种符筑系罪认许评适销间障面验严举义住停健劳包危变器失存容居属履平广序录必态托控推故救整最林果校江游点疗病禁称究算约纳线维绿网药补裁装见警讼转输选配镇长际非食付优侵促先军判别南台响售善回团园培好字守完密小届废影征志户旅易更材没注流浙清灾然研示移税空续编联航船识该货身辖追送释鉴问领额风鼓';
const CODES = "!#$&'*+<=>?@^_`abcdefghijklmnopqrstuvwxyz{|}~";
const places = new Map();
[...COMMON].forEach((character, i) => {
  const code = CODES[i] ?? String.fromCharCode(0x80 + i - CODES.length);
  places.set(character, code).set(code, character);
});
export const unwire = text => text.replace(/./gsu, character => places.get(character) ?? character);

// ---- Normalisation (Swift: Fold; a test compares the two over every character) ----

const SAME = new Map(Object.entries({
  '[': '〔［【〖', ']': '〕］】〗', '"': '“”„‟＂「」『』〝〞〟', "'": '‘’‚‛＇`´', '-': '‐‑‒–—―−－﹣─━', '·': '•‧・･●', '~': '〜～∼',
}).flatMap(([form, others]) => [...others].map(other => [other, form])));
// Spaces, controls, invisible characters, half a pair.
const DROPPED = /[\s\0-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}]/u;
const MARK = /[\u0300-\u036f\u3099\u309a]/;
let traditional = new Map();
let folded = new Map();

const foldCharacter = character => {
  let out = folded.get(character);
  if (out === undefined) {
    out = '';
    for (const part of (SAME.get(character) ?? character).normalize('NFKC').toLowerCase())
      if (!DROPPED.test(part)) out += traditional.get(SAME.get(part) ?? part) ?? SAME.get(part) ?? part;
    folded.set(character, out);
  }
  return out;
};

/** The folded text, and for each of its units where in `text` it comes from. */
export const fold = text => {
  let units = '';
  const from = [];
  let offset = 0;
  for (const character of text) {
    for (const unit of foldCharacter(character).split('')) {
      const whole = MARK.test(unit) && units ? (units.at(-1) + unit).normalize('NFC') : '';
      if (whole.length === 1) units = units.slice(0, -1) + whole;
      else {
        units += unit;
        from.push(offset);
      }
    }
    offset += character.length;
  }
  return {units, from};
};

let simplified;
/** Fetches the table of traditional characters when a text has a Han character that GB 2312 lacks. */
export const prepareFold = async text => {
  if (!manifest.traditional || traditional.size || !/[一-鿿]/.test(text)) return;
  if (!simplified) {
    const bytes = new Uint8Array(72 * 94 * 2);
    for (let i = 0; i < 72 * 94; i++) bytes.set([0xb0 + (i / 94 | 0), 0xa1 + i % 94], i * 2);
    simplified = new Set(new TextDecoder('gbk').decode(bytes));
  }
  if ([...text].some(c => c >= '一' && c <= '鿿' && !simplified.has(c))) await loadTraditional();
};
const loadTraditional = async () => {
  const pairs = await load(new URL('search/traditional.json', import.meta.url));
  for (let i = 0; i < pairs.length; i += 2) traditional.set(pairs[i], pairs[i + 1]);
  folded = new Map();
};

// ---- Files ----

let manifest;
const files = new Map();
/** A file of the index, fetched once; the build in its address keeps files of two builds apart. */
export const load = path => {
  const address = new URL(path, HOME);
  if (manifest) address.search = 'b=' + manifest.build;
  let file = files.get(address.href);
  if (!file) {
    if (files.size > 500) files.delete(files.keys().next().value);
    file = fetch(address).then(answer => {
      if (!answer.ok) throw new Error(address.pathname);
      return answer.json();
    });
    file.catch(() => files.delete(address.href));
    files.set(address.href, file);
  }
  return file;
};

/** Start-up: the manifest. Called by the first search unless the page calls it earlier. */
export const init = async () => (manifest ??= await load('search.json'));

/** A run of bits in base64, most significant first, and the codes of posting lists (Swift: PostingCoder). */
export class Bits {
  constructor(base64) {
    this.bytes = atob(base64);
    this.at = 0;
  }
  bit() {
    return this.bytes.charCodeAt(this.at >> 3) >> (7 - (this.at++ & 7)) & 1;
  }
  number(count) {
    let value = 0;
    while (count--) value = value * 2 + this.bit();
    return value;
  }
  gamma() {
    let zeros = 0;
    while (!this.bit() && this.at < this.bytes.length * 8) zeros++;
    return 2 ** zeros + this.number(zeros);
  }
  rice(parameter) {
    let quotient = 0;
    while (this.bit()) quotient++;
    return quotient * 2 ** parameter + this.number(parameter);
  }
  /** Postings {entry, passage, title}: title is the length class of a title that matches, 8 where none does. */
  list(base = 0, universe = manifest.universe) {
    const count = this.gamma() - 1;
    const titles = count && this.bit() ? this.gamma() : 0;
    const out = [];
    let parameter = riceParameter(universe, titles);
    for (let i = 0, entry = base - 1; i < titles; i++) {
      entry += 1 + this.rice(parameter);
      out.push({entry, passage: 0, title: this.number(3)});
    }
    if (count === titles) return out;
    const split = manifest.passages && this.bit();
    parameter = riceParameter(universe, count - titles);
    for (let i = titles, entry = base - 1, passage = 0; i < count; i++) {
      const gap = this.rice(parameter) + (split ? 0 : 1);
      entry += gap;
      if (split) passage = this.gamma() + (gap ? -1 : passage);
      out.push({entry, passage, title: 8});
    }
    return out;
  }
}
const riceParameter = (universe, count) => {
  const mean = Math.floor(universe * 11 / (Math.max(1, count) * 16));
  return mean < 1 ? 0 : 31 - Math.clz32(mean);
};

const recordFiles = new WeakMap();
/** The records of a shard or page, and the page borders of a shard's frequent strings. */
const records = async (path, implied) => {
  const file = await load(path);
  let parsed = recordFiles.get(file);
  if (!parsed) {
    const bits = new Bits(file.d);
    let key = implied;
    const rows = unwire(file.k).match(/[A-W][^A-W]*/g)?.map(record => {
      const header = record.endsWith('X');
      key = key.slice(0, record.charCodeAt(0) - 65) + record.slice(1, header ? -1 : undefined);
      if (!header) return {key, list: bits.list()};
      return {key, header, count: bits.gamma(), titles: bits.gamma() - 1, blocks: bits.gamma(), list: bits.list()};
    }) ?? [];
    const borders = new Map(Object.entries(file.p ?? {}).map(([k, v]) => [unwire(k), unwire(v).split('A').slice(1)]));
    recordFiles.set(file, parsed = {rows, borders});
  }
  return parsed;
};

export const hex = text => text.split('').map(unit => unit.charCodeAt(0).toString(16).padStart(4, '0'));
const shardPath = q => {
  let x = Math.imul(q.charCodeAt(0), 0x9e3779b1) ^ Math.imul(q.charCodeAt(1) || 0, 0x85ebca6b);
  x = Math.imul(x ^ x >>> 15, 0x2c1b3c6d);
  const shard = (x ^ x >>> 13) & manifest.shards - 1;
  return `g/${shard >> 10}/${shard}.json`;
};
/** The page of a frequent string that begins at a border. */
export const page = (root, border) => {
  const [first, ...rest] = hex(root + border);
  return records(`p/${first}/${rest.join('')}.json`, root);
};

// ---- Looking up one string ----

/**
 * Where the folded string q is found: {list, count, complete, exact, key}.
 * complete: the list has every match. exact: every posting of the list is a match; else they are to be verified.
 */
export const find = async q => {
  const root = q.slice(0, 2);
  let {rows, borders} = await records(shardPath(q), '');
  borders = borders.get(root);
  if (q.length > 2 && borders) {
    const border = borders.filter(b => b <= q.slice(2)).at(-1) ?? '';
    ({rows} = await page(root, border));
  }
  const inside = rows.filter(row => q.length > 1 ? row.key.startsWith(q) : row.key === q);
  if (inside[0]?.header) return {...inside[0], borders, complete: false, exact: true};
  if (inside.length) return {key: q, list: union(inside), complete: true, exact: true};
  const shorter = rows.filter(row => !row.header && row.key.length > 1 && q.startsWith(row.key)).at(-1);
  return {key: shorter?.key ?? q, list: shorter?.list ?? [], complete: true, exact: !shorter};
};

/** Lists of several records as one, each passage once. */
export const union = rows => {
  if (rows.length === 1) return rows[0].list;
  const all = new Map();
  for (const row of rows)
    for (const posting of row.list) {
      const id = posting.entry * 4096 + posting.passage;
      if (!(all.get(id)?.title <= posting.title)) all.set(id, posting);
    }
  return [...all.values()];
};

/** One posting an entry with all its passages, best first: titles by length, then the newest. */
export const ranked = list => {
  const entries = new Map();
  for (const posting of list) {
    const known = entries.get(posting.entry);
    if (!known) entries.set(posting.entry, {...posting, passages: [posting.passage]});
    else {
      known.passages.push(posting.passage);
      known.title = Math.min(known.title, posting.title);
      known.passage = known.title < 8 ? 0 : Math.min(known.passage, posting.passage);
    }
  }
  return [...entries.values()].sort((a, b) => a.title - b.title || b.entry - a.entry);
};

/** Candidates for q that also hold the parts of q behind the string they were found by. */
export const narrow = async (q, {key, list}) => {
  let start = key.length - 1;
  for (let steps = 0; steps < 2 && list.length > 10 && start <= q.length - 2; steps++) {
    const other = await find(q.slice(start));
    if (other.complete) {
      const held = new Map(other.list.map(posting => [posting.entry * 4096 + posting.passage, posting.title]));
      list = list.flatMap(posting => {
        const id = posting.entry * 4096 + posting.passage;
        const title = Math.min(held.get(id) ?? 9, held.get(id + 1) ?? 9);
        // A title posting also stands for the text of its passage; only titles on both sides speak for the title.
        return title > 8 ? [] : [{...posting, title: title < 8 ? posting.title : 8}];
      });
    }
    start += Math.max(1, other.key.length - 1);
  }
  return list;
};

// ---- Results ----

/** The text of a posting: what a result shows, folded for verifying. */
export const readText = async ({entry, passage}) => {
  const path = number => `f/${entry >> 10}/${entry}${number ? '-' + number : ''}.json`;
  const [url, title, date, publisher, numbers, text, flags] = await load(path(passage));
  if (flags & 2 && !traditional.size) await loadTraditional();
  const plain = unwire(text);
  return {
    entry, url: new URL(url, new URL('..', HOME)), title: unwire(title), date: unwire(date), publisher: unwire(publisher),
    numbers: numbers.map(unwire), text: plain, folded: fold(plain), foldedTitle: fold(unwire(title)).units,
    following: flags & 1 ? () => load(path(passage + 1)).then(next => unwire(next[5])) : null,
  };
};

/** Whether q is in title or text; where it crosses into the next passage, the text is lengthened by that. */
export const holds = async (item, q) => {
  const inTitle = item.foldedTitle.includes(q) || item.numbers.some(number => fold(number).units.includes(q));
  if (inTitle || item.folded.units.includes(q)) return true;
  if (!item.following) return false;
  const text = item.text + await item.following();
  const longer = fold(text);
  const at = longer.units.indexOf(q);
  if (at < 0 || at >= item.folded.units.length) return false;
  Object.assign(item, {text, folded: longer, following: null});
  return true;
};

const escape = text => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

/** HTML of a text, or of the part around the first hit, with every hit of the terms in <mark>. */
export const highlight = (text, terms, {units, from} = fold(text), around = Infinity) => {
  const hits = [];
  for (const term of terms)
    for (let at = units.indexOf(term); term && at >= 0; at = units.indexOf(term, at + term.length))
      hits.push([from[at], from[at + term.length] ?? text.length]);
  hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const start = Math.max(0, (hits[0]?.[0] ?? 0) - around / 4);
  const end = Math.min(text.length, start + around + (hits.length ? hits[0][1] - hits[0][0] : 0));
  // Never cut a pair of surrogates.
  let at = start > 0 && /[\udc00-\udfff]/.test(text[Math.floor(start)]) ? Math.floor(start) + 1 : Math.floor(start);
  let html = at > 0 ? '…' : '';
  for (const [from, to] of hits) {
    if (from < at || to > end) continue;
    html += `${escape(text.slice(at, from))}<mark>${escape(text.slice(from, to))}</mark>`;
    at = to;
  }
  const stop = /[\udc00-\udfff]/.test(text[end] ?? '') ? end - 1 : end;
  return (html + escape(text.slice(at, Math.max(at, stop))) + (stop < text.length ? '…' : '')).replace(/\s+/g, ' ');
};

/** What the page shows of an item. */
export const result = (item, terms) => ({
  url: item.url.protocol === 'file:' || item.url.origin === HOME.origin ? item.url.pathname : item.url.href,
  title: item.title, titleHTML: highlight(item.title, terms), date: item.date, publisher: item.publisher,
  numbers: item.numbers, excerpt: highlight(item.text, terms, item.folded, 120),
});

/** The order within a fetched page: titles the query covers most, then the newest. */
export const byMerit = terms => (a, b) => {
  const misses = item => terms.every(q => item.foldedTitle.includes(q)) ? item.foldedTitle.length : 1e6;
  return misses(a) - misses(b) || (a.date < b.date ? 1 : a.date > b.date ? -1 : b.entry - a.entry);
};

/** The text of the first passage of a posting that holds q. */
export const confirm = async (posting, q) => {
  for (const passage of posting.passages.sort((a, b) => a - b)) {
    const item = await readText({...posting, passage});
    if (await holds(item, q)) return item;
  }
};

/** The first matches of a ranked list that is to be verified; stops as soon as there are `limit`. */
export const verified = async (list, q, limit) => {
  const items = [];
  let read = 0;
  while (read < list.length && items.length < limit) {
    const batch = list.slice(read, read + Math.min(limit - items.length + 2, 100));
    read += batch.length;
    items.push(...(await Promise.all(batch.map(posting => confirm(posting, q)))).filter(Boolean));
  }
  return {items, rest: list.length - read};
};

const answer = (total, exact, results, note) => ({total, exact, results, ...(note && {note})});

/**
 * The first page for one string: {total, exact, results}, results {url, title, titleHTML, date, publisher, numbers,
 * excerpt}. `note` names a sentence to show: empty, too-long, nothing, unreachable.
 */
export const search = async (query, {limit = 10, offset = 0, filters = {}, sort = 'relevance'} = {}) => {
  try {
    await init();
    const text = String(query ?? '').slice(0, LONGEST * 8);
    await prepareFold(text);
    const words = text.split(/\s+/).map(word => fold(word).units).filter(Boolean);
    const q = words.join('');
    if (q.length > LONGEST) return answer(0, true, [], 'too-long');
    const filtered = Object.values(filters).some(values => values?.length);
    if (!q && !filtered) return answer(0, true, [], 'empty');
    if (!filtered && !offset && sort === 'relevance' && limit <= 30 && !manifest.synonyms
      && (words.length === 1 || words.some(word => word.length < 2))) {
      const found = await first(q, limit);
      if (found.total || words.length === 1) return found;
    }
    const {combine} = await import('./search/combine.js');
    return await combine(core, words, {limit, offset, filters, sort});
  } catch (error) {
    return answer(0, false, [], 'unreachable');
  }
};

const first = async (q, limit) => {
  const found = await find(q);
  if (found.exact) {
    const list = ranked(found.list);
    const total = found.count ?? list.length;
    const items = await Promise.all(list.slice(0, limit).map(readText));
    await Promise.all(items.map(item => holds(item, q)));
    return answer(total, true, items.sort(byMerit([q])).map(item => result(item, [q])), total ? '' : 'nothing');
  }
  const {items, rest} = await verified(ranked(await narrow(q, found)), q, limit);
  const total = items.length + rest;
  const results = items.sort(byMerit([q])).slice(0, limit).map(item => result(item, [q]));
  return answer(total, !rest, results, total ? '' : 'nothing');
};

/** The addresses of every match. */
export const all = async query => (await search(query, {limit: Infinity})).results.map(found => found.url);

/** Facets with exact counts within a query's results; of the whole site for an empty query. */
export const facets = async (query, {filters = {}} = {}) => {
  await init();
  const {countFacets} = await import('./search/combine.js');
  const text = String(query ?? '').slice(0, LONGEST);
  await prepareFold(text);
  return countFacets(core, text.split(/\s+/).map(word => fold(word).units).filter(Boolean), filters);
};

const core = {
  load, find, page, hex, union, ranked, narrow, readText, holds, confirm, result, byMerit, answer, Bits,
  get manifest() { return manifest; },
};
