// Traditional characters: fetched only when a query finds nothing, or a result's text is marked to hold some.

const bytes = new Uint8Array(72 * 94 * 2);
for (let i = 0; i < 72 * 94; i++) bytes.set([0xb0 + (i / 94 | 0), 0xa1 + i % 94], i * 2);
const common = new Set(new TextDecoder('gbk').decode(bytes));

/** The table if `text` has a Han character outside GB 2312, which the table's characters all are. */
export const table = async text => {
  if (![...text].some(character => /[一-鿿]/.test(character) && !common.has(character))) return null;
  const pairs = await (await fetch(new URL('traditional.json', import.meta.url))).json();
  return new Map(pairs.match(/../gs).map(pair => pair.split('')));
};
