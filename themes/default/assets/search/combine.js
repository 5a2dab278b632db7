// What a plain first page of search.js does not need: words combined by spaces, synonyms, filters, order by date,
// later pages, counts of facets. `core` is what search.js lends of itself.

import {narrow, whole} from './narrow.js';

const BLOCK = 16384; // ids in a block of a facet

/** Every posting of q, or every candidate. */
const resolve = async (core, q) => {
  const found = await core.find(q);
  if (!found.exact) return {q, list: await narrow(core, q, found), exact: false};
  return {q, list: (found.complete ? found : await whole(core, found)).list, exact: true};
};

/** The word and what an office's file of synonyms puts beside it. */
const alternatives = async (core, word) => {
  if (!core.manifest.synonyms) return [word];
  const groups = await core.load('synonyms.json');
  return [...new Set([word, ...groups.filter(group => group.includes(word)).flat()])];
};

/** The entries that hold all terms; a term is a list of alternatives. Each has a posting and what proves it. */
const intersect = async (core, terms) => {
  const sets = await Promise.all(terms.map(async words => {
    const entries = new Map();
    for (const {q, list, exact} of await Promise.all(words.map(word => resolve(core, word))))
      for (const posting of core.ranked(list)) {
        const known = entries.get(posting.entry) ?? {title: core.NO_TITLE, exact: false, proofs: []};
        known.title = Math.min(known.title, posting.title);
        known.exact = known.exact || exact;
        known.proofs.push({posting, q});
        entries.set(posting.entry, known);
      }
    return entries;
  }));
  const out = [];
  for (const [entry, first] of sets.sort((a, b) => a.size - b.size)[0]) {
    const held = sets.map(set => set.get(entry));
    if (held.every(Boolean)) {
      const [{posting}] = first.proofs;
      out.push({...posting, title: Math.max(...held.map(h => h.title)), held, exact: held.every(h => h.exact)});
    }
  }
  return out;
};

/** The ids that filters allow, as one test. */
const allowed = async (core, filters) => {
  const tests = await Promise.all(Object.entries(filters).filter(([, values]) => values?.length).map(
    async ([name, values]) => {
      if (name === 'year') {
        const index = await core.load('facets.json');
        return entry => values.map(String).includes(yearOf(index, entry));
      }
      const entries = new Set();
      for (const block of await column(core, name))
        for (const [value, list] of block) if (values.includes(value)) list.forEach(({entry}) => entries.add(entry));
      return entry => entries.has(entry);
    }));
  return entry => tests.every(test => test(entry));
};

/** Ids are in the order of months. */
const yearOf = ({months}, entry) => months.filter(([, start]) => start <= entry).pop()?.[0].slice(0, 4);

/** A facet: for each block, its values with their postings. */
const column = async (core, name) => {
  if (!core.manifest.facets.includes(name)) return [];
  const file = /^[a-z0-9_]+$/.test(name)
    ? name : '_' + [...new TextEncoder().encode(name)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return Promise.all(Array.from({length: Math.ceil(core.manifest.universe / BLOCK)}, async (_, i) => {
    const {v, d} = await core.load(`x/${file}-${i}.json`);
    const bits = new core.Bits(d);
    return v.map(value => [value, bits.list(i * BLOCK, BLOCK)]);
  }));
};

/** Every entry of the site, for filters without a query. */
const everything = async core => {
  const names = core.manifest.facets.filter(name => name !== 'year');
  const entries = new Map();
  for (const name of names)
    for (const block of await column(core, name))
      for (const [, list] of block)
        for (const {entry} of list) entries.set(entry, {entry, title: core.NO_TITLE, held: [], exact: true});
  return [...entries.values()];
};

/** The text to show for a match, or nothing where a posting turns out not to be one. */
const prove = async (core, match) => {
  let shown;
  for (const {proofs} of match.held) {
    let item;
    for (const {posting, q} of proofs) item = item ?? await core.confirm(posting, q);
    if (!item) return null;
    shown = shown ?? item;
  }
  return shown ?? core.readText(match.entry, 0);
};

const matches = async (core, words, filters) => {
  const terms = await Promise.all(words.map(word => alternatives(core, word)));
  const list = terms.length ? await intersect(core, terms) : await everything(core);
  const test = await allowed(core, filters);
  return {terms: terms.flat(), list: list.filter(({entry}) => test(entry))};
};

/** Words of one unit are no words: spaces between them are noise, unless the run-together text is not found. */
const meant = async (core, words, filters) => {
  if (words.length > 1 && words.some(word => word.length < 2)) {
    const joined = await matches(core, [words.join('')], filters);
    if (joined.list.length) return joined;
  }
  return matches(core, words, filters);
};

export const combine = async (core, words, {limit, offset, filters, sort}) => {
  const {terms, list} = await meant(core, words, filters);
  const together = new Set(words.length > 1 && sort !== 'date'
    ? (await resolve(core, words.join(''))).list.map(({entry}) => entry) : []);
  // In all titles before run together in a text before anywhere.
  const apart = match => (match.title < core.NO_TITLE ? 0 : 2) + (together.has(match.entry) ? 0 : 1);
  list.sort(sort === 'date' ? (a, b) => b.entry - a.entry
    : (a, b) => apart(a) - apart(b) || a.title - b.title || b.entry - a.entry);
  const items = [];
  let read = 0;
  const exact = list.every(match => match.exact);
  if (exact) read = offset;
  while (read < list.length && items.length < limit + (exact ? 0 : offset)) {
    const batch = list.slice(read, read + Math.min(limit + (exact ? 0 : offset) - items.length, 100));
    read += batch.length;
    items.push(...(await Promise.all(batch.map(match => prove(core, match)))).filter(Boolean));
  }
  const shown = exact ? items : items.slice(offset);
  if (sort === 'date') shown.sort((a, b) => a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
  else if (words.length === 1) shown.sort(core.byMerit(terms));
  const total = exact ? list.length : items.length + list.length - read;
  return core.answer(total, exact || read >= list.length, shown, terms);
};

export const countFacets = async (core, words, filters) => {
  const index = await core.load('facets.json');
  const {facets} = index;
  if (!words.length && !Object.values(filters).some(values => values?.length))
    return Object.entries(facets).map(([name, values]) =>
      ({name, values: values.map(([value, count]) => ({value, count}))}));
  let {list} = await meant(core, words, filters);
  const proven = await Promise.all(list.map(match => match.exact || prove(core, match)));
  list = list.filter((_, i) => proven[i]);
  const held = new Set(list.map(({entry}) => entry));
  return Promise.all(Object.keys(facets).map(async name => {
    const counts = new Map();
    const add = (value, count) => counts.set(value, (counts.get(value) ?? 0) + count);
    if (name === 'year') for (const {entry} of list) add(yearOf(index, entry), 1);
    else
      for (const block of await column(core, name))
        for (const [value, postings] of block) add(value, postings.filter(({entry}) => held.has(entry)).length);
    const order = facets[name].map(([value]) => value).filter(value => counts.get(value));
    return {name, values: order.map(value => ({value, count: counts.get(value)}))};
  }));
};
