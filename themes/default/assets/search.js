// Format, reasons, what functions answer: docs/search.md.

const HOME = new URL('../search/', import.meta.url);
const LONGEST = 400; // passages are longer, so a match spans two at most
const NO_TITLE = 16;

// Frequent characters and short codes change places. PICKS: which of GB 2312's first level are frequent.
const PICKS =
  '<#4#1#3#B#=#B?!4#484#12#2I6020#5#22>#02:8#100!1301#241<110#623#9#4#1006#81>#0#1#235=:#6610#3407I45;043#34#123#15' +
  '!5360#2#2!02#04!:!183#?!>01#3#=0954#0;=:!4!1#0!4#;#11#41#0417#1#4054499#2#=51#325#04A#3#681#40002!51#2#1#6#60530' +
  '30!=2!005!2!C0#1#32F515!10#03#O#>012#3#05#112F4!8#<10!0220!02?#0001#1#56#202#7#0511#23#7822#20!6213#9=#2#623609#' +
  '3#72;1#110#2;0#4245222#0#1#F5#;:69#2372106#;42?3P1#@:!1:1#0#1#233B0#0643#052980#052#1K460#42>82:15N3!5B353!:#53P' +
  '095#:#1#=#L4F:?11#ED#5525>#4#4#4;#2301:16>F>#3#1#7#4#6#6#220#7200144!2#20#5429#3!A;A524#0#29<#0!0#12#5#6#440#1!4' +
  '#21#100#1110!3422!220#00110#074:#015#>1470#581?3<#8#1:3[#8#0#26!8731#2#3624043044#A7758#11#21#2#4#64!35@10#6#9!1' +
  '><57#45:000#150#0640#0#306031357<1#0600!1#399214523#5754A202E>>#05!4!51#24027!2233220#2255210!5#35!B1#3020!16#27' +
  '3#1#2#6#:4#5201#0#23#115#8:10#02>#313C1#:21#3<0#4!93<1411#1!0#3223#0#000#10204#20#0#2#3#3#140#10010!I2300#51532#' +
  '4#=8#0130052#34014#0';
const CODES = "!#$&'*+<=>?@^_`abcdefghijklmnopqrstuvwxyz{|}~";
const level = new TextDecoder('gbk').decode(
  Uint8Array.from({length: 7520}, (_, i) => i & 1 ? 0xa1 + (i >> 1) % 94 : 0xb0 + i / 188));
const groups = [[...'，。、'], [...'（）《》；：“”'], []];
let last = -1;
for (const [, mark, distance] of PICKS.matchAll(/([!#]?)(.)/g))
  groups[mark ? '!#'.indexOf(mark) : 2].push(level[last += distance.charCodeAt(0) - 47]);
const places = new Map();
groups.flat().forEach((character, i) => {
  const code = CODES[i] ?? String.fromCharCode(0x80 + i - CODES.length);
  places.set(character, code).set(code, character);
});
const unwire = text => text.replace(/./gsu, character => places.get(character) ?? character);

const SAME = new Map();
const FORMS = ['[〔［【〖', ']〕］】〗', '"“”„‟＂「」『』〝〞〟', "'‘’‚‛＇`´", '-‐‑‒–—―−－﹣─━', '·•‧・･●', '~〜～∼'];
for (const forms of FORMS)
  for (const form of forms) SAME.set(form, forms[0]);
const DROPPED =
  /[\s\0-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}]/u;
const MARK = /[\u0300-\u036f\u3099\u309a]/;
let simplified = new Map();
let folds = new Map();

const foldCharacter = character => {
  let out = folds.get(character);
  if (out === undefined) {
    out = '';
    for (const part of (SAME.get(character) ?? character).normalize('NFKC').toLowerCase()) {
      const same = SAME.get(part) ?? part;
      if (!DROPPED.test(part)) out += simplified.get(same) ?? same;
    }
    folds.set(character, out);
  }
  return out;
};

// `from`: where in `text` each unit comes from.
export const fold = text => {
  let units = '';
  const from = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length; i++) {
      const unit = folded[i];
      const whole = units && unit < '\u309b' && MARK.test(unit) ? (units[units.length - 1] + unit).normalize('NFC') : '';
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

// Whether `text` needs characters that were not there.
export const prepare = async text => {
  if (!manifest.traditional || simplified.size || !/[一-鿿]/.test(text)) return false;
  const {table} = await import('./search/traditional.js');
  const found = await table(text);
  if (found) [simplified, folds] = [found, new Map()];
  return Boolean(found);
};

let manifest;
const files = new Map();
// Caches must not mix builds.
const load = path => {
  const address = new URL(path, HOME);
  if (manifest) address.search = 'b=' + manifest.build;
  let file = files.get(path);
  if (!file) {
    if (files.size > 2000) files.delete(files.keys().next().value);
    // Only the manifest keeps its address.
    file = fetch(address, manifest ? {} : {cache: 'no-cache'}).then(answer => {
      if (!answer.ok) throw new Error(path);
      return answer.json();
    });
    file.catch(() => files.delete(path));
    files.set(path, file);
  }
  return file;
};

export const init = async () => (manifest = manifest ?? await load('search.json'));

class Bits {
  constructor(base64) {
    this.bytes = atob(base64);
    this.at = 0;
  }
  number(count) {
    let value = 0;
    for (; count > 0; count--, this.at++)
      value = value * 2 + (this.bytes.charCodeAt(this.at >> 3) >> (7 - (this.at & 7)) & 1);
    return value;
  }
  gamma() {
    let zeros = 0;
    while (!this.number(1) && zeros < 32) zeros++;
    return 2 ** zeros + this.number(zeros);
  }
  rice(parameter) {
    let quotient = 0;
    while (this.number(1)) quotient++;
    return quotient * 2 ** parameter + this.number(parameter);
  }
  list(base = 0, universe = manifest.universe) {
    const count = this.gamma() - 1;
    const titles = count && this.number(1) ? this.gamma() : 0;
    const out = [];
    let parameter = riceParameter(universe, titles);
    let entry = base - 1;
    while (out.length < titles) out.push({entry: entry += 1 + this.rice(parameter), passage: 0, title: this.number(4)});
    const split = count > titles && manifest.passages && this.number(1);
    parameter = riceParameter(universe, count - titles);
    entry = base - 1;
    for (let passage = 0; out.length < count;) {
      const gap = this.rice(parameter) + (split ? 0 : 1);
      if (split) passage = this.gamma() + (gap ? -1 : passage);
      out.push({entry: entry += gap, passage, title: NO_TITLE});
    }
    return out;
  }
}
const riceParameter = (universe, count) => {
  const mean = Math.floor(universe * 11 / (Math.max(1, count) * 16));
  return mean < 1 ? 0 : 31 - Math.clz32(mean);
};

const parsed = new WeakMap();
const records = async (path, key = '') => {
  const file = await load(path);
  if (!parsed.has(file)) {
    const bits = new Bits(file.d);
    const rows = (unwire(file.k).match(/[A-W][^A-W]*/g) ?? []).map(record => {
      const header = record.endsWith('X');
      key = key.slice(0, record.charCodeAt(0) - 65) + record.slice(1, header ? -1 : undefined);
      if (!header) return {key, list: bits.list()};
      return {key, header, count: bits.gamma(), titles: bits.gamma() - 1, blocks: bits.gamma(), list: bits.list()};
    });
    parsed.set(file, {rows, borders: new Map(Object.entries(file.p ?? {}).map(p => p.map(unwire)))});
  }
  return parsed.get(file);
};

const named = (folder, key) => {
  const hex = key.replace(/[^]/g, unit => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return `${folder}${hex.slice(0, 2)}/${hex}`;
};
const page = (root, border) => records(named('p/', root + border) + '.json', root);

// `complete`: the list has every match; `exact`: nothing else, so q is no longer than the index's key.
const find = async q => {
  let hash = Math.imul(q.charCodeAt(0), 0x9e3779b1) ^ Math.imul(q.charCodeAt(1) || 0, 0x85ebca6b);
  hash = Math.imul(hash ^ hash >>> 15, 0x2c1b3c6d);
  const shard = (hash ^ hash >>> 13) & manifest.shards - 1;
  let {rows, borders} = await records(`g/${shard >> 10}/${shard}.json`);
  const root = q.slice(0, 2);
  borders = borders.get(root)?.split('A').slice(1);
  if (q.length > 2 && borders) ({rows} = await page(root, borders.filter(border => border <= q.slice(2)).pop() ?? ''));
  const inside = rows.filter(({key}) => q.length > 1 ? key.startsWith(q) : key === q);
  if (inside[0]?.header) return {...inside[0], borders, exact: true};
  if (inside.length) return {key: q, list: union(inside), complete: true, exact: true};
  const shorter = rows.filter(({key, header}) => !header && key.length > 1 && q.startsWith(key)).pop();
  return {key: shorter?.key ?? q, list: shorter?.list ?? [], complete: true, exact: !shorter};
};

const idOf = ({entry, passage}) => entry * 4096 + passage;
const union = rows => {
  const all = new Map();
  for (const {list} of rows)
    for (const posting of list) if (!(all.get(idOf(posting))?.title <= posting.title)) all.set(idOf(posting), posting);
  return [...all.values()];
};

// Entries with their passages: short titles first, then the newest.
const ranked = list => {
  const entries = new Map();
  for (const {entry, passage, title} of list) {
    const known = entries.get(entry);
    if (!known) entries.set(entry, {entry, passages: [passage], title});
    else {
      known.passages.push(passage);
      known.title = Math.min(known.title, title);
    }
  }
  for (const {passages} of entries.values()) passages.sort((a, b) => a - b);
  return [...entries.values()].sort((a, b) => a.title - b.title || b.entry - a.entry);
};

const texts = new WeakMap();

const readText = async (entry, passage) => {
  const file = await load(`f/${entry >> 10}/${entry}${passage ? '-' + passage : ''}.json`);
  if (!texts.has(file)) texts.set(file, await unpack(file, entry, passage));
  return {...texts.get(file)};
};

const unpack = async ([url, title, date, publisher, numbers, text, flags], entry, passage) => {
  const [plain, plainTitle] = [unwire(text), unwire(title)];
  if (flags & 2) await prepare(plain + plainTitle);
  return {
    entry, title: plainTitle, date, publisher: unwire(publisher), numbers: numbers.map(unwire), text: plain,
    url: new URL(url, new URL('..', HOME)), folded: fold(plain), foldedTitle: fold(plainTitle),
    foldedNumbers: numbers.map(number => fold(unwire(number)).units),
    following: flags & 1 ? () => readText(entry, passage + 1) : null,
  };
};

const holds = async (item, q) => {
  if ([item.foldedTitle.units, item.folded.units, ...item.foldedNumbers].some(s => s.includes(q)))
    return true;
  return Boolean(item.following) && (await import('./search/narrow.js')).runsOn(item, q);
};

const confirm = async ({entry, passages, title}, q) => {
  for (const passage of passages) {
    const item = await readText(entry, passage);
    if (await holds(item, q)) return {...item, isRepeat: title & 8};
  }
};

const escape = text => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

export const highlight = (text, terms, around = Infinity, {units, from} = fold(text)) => {
  const hits = [];
  for (const term of terms)
    for (let at = units.indexOf(term); at >= 0; at = units.indexOf(term, at + term.length))
      hits.push([from[at], from[at + term.length] ?? text.length]);
  hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const whole = at => at > 0 && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at; // never half a pair
  let at = whole(Math.max(0, (hits[0]?.[0] ?? 0) - Math.floor(around / 4)));
  const end = whole(Math.min(text.length, Math.max(at + around, hits[0]?.[1] ?? 0)));
  let html = at ? '…' : '';
  for (const [start, stop] of hits) {
    if (start < at || stop > end) continue;
    html += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, stop))}</mark>`;
    at = stop;
  }
  return (html + escape(text.slice(at, end))).replace(/\s+/g, ' ') + (end < text.length ? '…' : '');
};

const result = ({url, title, date, publisher, numbers, text, folded, foldedTitle}, terms) => ({
  url: url.origin === HOME.origin ? url.pathname : url.href, title, date, publisher, numbers,
  titleHTML: highlight(title, terms, Infinity, foldedTitle), excerpt: highlight(text, terms, 120, folded),
});

const byMerit = terms => {
  const rest = ({foldedTitle, foldedNumbers, isRepeat}) => {
    const allIn = text => terms.every(q => text.includes(q));
    return allIn(foldedTitle.units) ? foldedTitle.units.length + isRepeat * 1e6 : foldedNumbers.some(allIn) ? 1e8 : 1e9;
  };
  return (a, b) => rest(a) - rest(b) || (a.date < b.date) - (a.date > b.date) || b.entry - a.entry;
};

const answer = (total, exact, items, terms) => ({
  total, exact, results: items.map(item => result(item, terms)), ...(!total && {note: 'nothing'}),
});

const first = async (q, limit) => {
  const found = await find(q);
  const isLong = found.list.length > 12 && !found.exact;
  const narrow = async files => (await import('./search/narrow.js')).narrow(core, q, found, files);
  let list = ranked(isLong ? await narrow(2) : found.list);
  const items = [];
  let read = 0;
  while (read < list.length && items.length < limit) {
    const batch = list.slice(read, read + limit - items.length);
    read += batch.length;
    items.push(...(await Promise.all(batch.map(posting => confirm(posting, q)))).filter(Boolean));
    if (isLong && read === limit && items.length * 3 < read) {
      const known = new Set(list.splice(read - limit, limit).map(({entry}) => entry));
      list = ranked(await narrow(Infinity)).filter(({entry}) => !known.has(entry));
      read = 0;
    }
  }
  const total = found.exact ? found.count ?? list.length : items.length + list.length - read;
  return answer(total, found.exact || read === list.length, items.sort(byMerit([q])), [q]);
};

const haveSynonyms = async words =>
  manifest.synonyms && (await load('synonyms.json')).some(group => words.some(word => group.includes(word)));
const wordsOf = text => text.split(/\s+/).map(word => fold(word).units).filter(Boolean);
const isSet = filters => Object.values(filters).some(values => values?.length);

export const search = async (query, {limit = 10, offset = 0, filters = {}, sort = 'relevance'} = {}) => {
  const nothing = note => ({total: 0, exact: note !== 'unreachable', results: [], note});
  try {
    await init();
    const text = String(query ?? '').slice(0, LONGEST * 9);
    const run = async words => {
      const q = words.join('');
      const isPlain = !offset && sort === 'relevance' && limit <= 30 && !isSet(filters) && !await haveSynonyms(words);
      if (isPlain && (words.length === 1 || words.some(word => word.length < 2))) {
        const found = await first(q, limit);
        if (found.total || words.length === 1) return found;
      }
      return (await combining()).combine(core, words, {limit, offset, filters, sort});
    };
    const words = wordsOf(text);
    if (words.join('').length > LONGEST) return nothing('too-long');
    if (!words.length && !isSet(filters)) return nothing('empty');
    const found = await run(words);
    // The index has no traditional characters: a query with one finds nothing as it stands.
    return !found.total && await prepare(text) ? await run(wordsOf(text)) : found;
  } catch {
    return nothing('unreachable');
  }
};

export const facets = async (query = '', {filters = {}} = {}) => {
  await init();
  await prepare(query);
  return (await combining()).countFacets(core, wordsOf(String(query).slice(0, LONGEST)), filters);
};

const combining = () => import('./search/combine.js');
const core = {
  load, find, page, named, union, ranked, idOf, confirm, readText, answer, byMerit, Bits, NO_TITLE,
  get manifest() { return manifest; },
};
