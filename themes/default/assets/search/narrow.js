// Complete lists of frequent strings, fewer candidates for long queries, matches across passages.
// `core` is what search.js lends of itself.

const LISTED = 4; // longer frequent strings have no list of their own: their pages hold it

/** The leaves of a string that spans several pages. */
const pagesOf = async (core, {key, borders}) => {
  const rest = key.slice(2);
  const from = borders.findLastIndex(border => border <= rest);
  const spanned = borders.filter((border, i) => i >= from && (border <= rest || border.startsWith(rest)));
  if (from < 0) spanned.unshift('');
  const pages = await Promise.all(spanned.map(border => core.page(key.slice(0, 2), border)));
  return pages.flatMap(({rows}) => rows.filter(row => !row.header && row.key.startsWith(key)));
};

const filesOf = ({key, blocks}) => key.length > LISTED ? Infinity : blocks;

/** A string that is too frequent for one page, with its complete list. */
export const whole = async (core, found) => {
  const {key, blocks} = found;
  if (key.length > LISTED) return {...found, list: core.union(await pagesOf(core, found)), complete: true};
  const span = Math.ceil(core.manifest.universe / blocks);
  const lists = await Promise.all(Array.from({length: blocks}, async (_, i) =>
    new core.Bits(await core.load(`${core.named('l/', key)}-${i}.json`)).list(i * span, span)));
  return {...found, list: lists.flat(), complete: true};
};

/** The candidates for q that also hold its other parts: cheaper than reading their texts. */
export const narrow = async (core, q, {key, list}, files = Infinity) => {
  let start = key.length - 1;
  for (let step = 0; step < 3 && list.length > 12 && start < q.length - 1; step++) {
    let other = await core.find(q.slice(start));
    start += Math.max(1, other.key.length - 1);
    // A complete list has an entry's first passage only; others have each, and the part may be in the next one.
    const isWhole = !other.complete;
    if (isWhole && (list.length <= 24 || filesOf(other) > files)) continue;
    if (isWhole) other = await whole(core, other);
    const name = isWhole ? posting => posting.entry : core.idOf;
    const titles = new Map(other.list.map(posting => [name(posting), posting.title]));
    list = list.flatMap(posting => {
      const [here, next] = [titles.get(name(posting)), isWhole ? undefined : titles.get(name(posting) + 1)];
      const title = Math.min(here ?? Infinity, next ?? Infinity);
      // Only a title that holds both parts speaks for a match in the title.
      return title > core.NO_TITLE ? [] : [{...posting, title: title < core.NO_TITLE ? posting.title : core.NO_TITLE}];
    });
  }
  return list;
};

/** Whether q begins in the item and runs on into the next passage; then the item's text grows by that. */
export const runsOn = async (item, q) => {
  const {text, folded} = await item.following();
  const {units, from} = item.folded;
  const joined = units + folded.units;
  const at = joined.indexOf(q, Math.max(0, units.length - q.length));
  if (at < 0 || at >= units.length) return false;
  item.folded = {units: joined, from: [...from, ...folded.from.map(place => place + item.text.length)]};
  item.text += text;
  return true;
};
