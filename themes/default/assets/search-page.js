// The search page: results as the reader types, filters with counts, and the query kept in the address.
import {search, facets} from './search.js';

const PAGE = 10;
const LABELS = {
  theme: '主题分类', genre: '体裁分类', publisher: '发布机构', department: '责任科室', validity: '有效性', year: '年份',
  organ: '行政机关',
};
const SENTENCES = {
  empty: '在上方的检索框输入文字，几个词之间用空格隔开。',
  'too-long': '检索的文字太长了，请缩短一些。',
  nothing: '没有找到。请换一个较短的词，或者按下面的分类浏览。',
  unreachable: '检索数据没有载入，请按下面的分类浏览目录。',
};

const input = document.getElementById('site-search');
const status = document.getElementById('search-status');
const list = document.getElementById('search-results');
const panel = document.getElementById('search-filters');
const more = document.getElementById('search-more');
const address = new URLSearchParams(location.search);
const filters = {};
for (const name of Object.keys(LABELS)) if (address.has(name)) filters[name] = [address.get(name)];
let shown = 0;
let turn = 0; // answers of older queries are dropped

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// The module escapes what it marks, so only its own <mark> elements are markup.
const item = ({url, titleHTML, excerpt, date, publisher}) => element('li', {},
  element('a', {href: url, innerHTML: titleHTML}),
  element('p', {className: 'note', textContent: [date, publisher].filter(Boolean).join(' ')}),
  element('p', {innerHTML: excerpt}));

const remember = () => {
  const state = new URLSearchParams();
  if (input.value) state.set('q', input.value);
  for (const [name, [value]] of Object.entries(filters)) state.set(name, value);
  history.replaceState(null, '', `?${state}`);
};

const drawFilters = async query => {
  const groups = await facets(query, {filters});
  panel.replaceChildren(...groups.filter(({values}) => values.length).map(({name, values}) => {
    const select = element('select', {id: `filter-${name}`, name},
      element('option', {value: '', textContent: '全部'}),
      ...values.map(({value, count}) => element('option', {
        value, textContent: `${value}（${count}）`, selected: filters[name]?.[0] === value,
      })));
    select.addEventListener('change', () => {
      if (select.value) filters[name] = [select.value];
      else delete filters[name];
      show();
    });
    return element('p', {}, element('label', {htmlFor: select.id, textContent: LABELS[name] ?? name}), ' ', select);
  }));
};

const show = async (offset = 0) => {
  const mine = ++turn;
  const query = input.value;
  remember();
  const found = await search(query, {limit: PAGE, offset, filters});
  if (mine !== turn) return;
  if (!offset) list.replaceChildren();
  list.append(...found.results.map(item));
  shown = offset + found.results.length;
  more.hidden = shown >= found.total;
  status.textContent = SENTENCES[found.note] ?? `找到${found.exact ? '' : '约'} ${found.total} 条，列出 ${shown} 条。`;
  if (found.note === 'unreachable' || found.note === 'empty') panel.replaceChildren();
  else if (!offset) await drawFilters(query).catch(() => panel.replaceChildren());
  if (offset) list.children[offset]?.querySelector('a')?.focus();
};

let timer = 0;
input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(show, 200);
});
input.form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(timer);
  show();
});
more.addEventListener('click', () => show(shown));
input.value = address.get('q') ?? '';
show();
