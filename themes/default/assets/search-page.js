// The search page: results as the reader types, filters with counts, and the query kept in the address.
import {init, search, facets} from './search.js';

const PAGE = 10;
const LABELS = {
  organ: '行政机关', publisher: '发布机构', department: '责任科室', theme: '主题分类', genre: '体裁分类', year: '年份',
  validity: '有效性',
};
const ORDERS = {relevance: '相关程度', date: '日期，新的在前'};
const SENTENCES = {
  empty: '在上方的检索框输入文字，几个词之间用空格隔开。',
  'too-long': '检索的文字太长了，请缩短到四百字以内。',
  nothing: '没有找到。请换一个较短的词，或者按下面的分类浏览。',
  unreachable: '检索数据没有载入，请稍后再试，或者按下面的分类浏览目录。',
};

const input = document.getElementById('site-search');
const status = document.getElementById('search-status');
const options = document.getElementById('search-options');
const panel = document.getElementById('search-filters');
const list = document.getElementById('search-results');
const more = document.getElementById('search-more');
const address = new URLSearchParams(location.search);
const filters = {};
for (const name of Object.keys(LABELS)) if (address.has(name)) filters[name] = [address.get(name)];
let sort = address.get('sort') === 'date' ? 'date' : 'relevance';
let shown = 0;
let turn = 0; // answers of older queries are dropped

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// The module escapes what it marks, so only its own <mark> elements are markup.
const item = ({url, titleHTML, excerpt, date, publisher, numbers}) => element('li', {},
  element('a', {href: url, innerHTML: titleHTML}),
  element('p', {className: 'note', textContent: [date, publisher, ...numbers].filter(Boolean).join(' ')}),
  element('p', {innerHTML: excerpt}));

const remember = () => {
  const state = new URLSearchParams();
  if (input.value) state.set('q', input.value);
  for (const [name, [value]] of Object.entries(filters)) state.set(name, value);
  if (sort === 'date') state.set('sort', sort);
  // An address has to fit what servers accept; a longer query is not found anyway.
  if (`${state}`.length < 4000) history.replaceState(null, '', `?${state}`);
};

const choice = (name, label, values, chosen, change) => {
  const select = element('select', {id: `filter-${name}`},
    ...values.map(([value, text]) => element('option', {value, textContent: text, selected: value === chosen})));
  select.addEventListener('change', () => change(select.value));
  return element('p', {}, element('label', {htmlFor: select.id, textContent: label}), ' ', select);
};

/** The filters are fetched once the reader opens them. */
const drawFilters = async mine => {
  if (!options.open) return;
  const found = await facets(input.value, {filters}).catch(() => []);
  if (mine !== turn) return;
  const focused = document.activeElement?.id;
  panel.replaceChildren(
    choice('sort', '排序', Object.entries(ORDERS), sort, value => {
      sort = value;
      show();
    }),
    ...Object.entries(LABELS).flatMap(([name, label]) => {
      const values = found.find(facet => facet.name === name)?.values ?? [];
      if (!values.length && !filters[name]) return [];
      const all = [['', '全部'], ...values.map(({value, count}) => [value, `${value}（${count}）`])];
      const [chosen] = filters[name] ?? [''];
      if (!all.some(([value]) => value === chosen)) all.push([chosen, `${chosen}（0）`]);
      return choice(name, label, all, chosen, value => {
        if (value) filters[name] = [value];
        else delete filters[name];
        show();
      });
    }));
  if (panel.querySelector(`#${focused || 'none'}`)) document.getElementById(focused).focus();
};

const show = async (offset = 0) => {
  const mine = ++turn;
  remember();
  const patience = setTimeout(() => (status.textContent = '正在检索……'), 700);
  const found = await search(input.value, {limit: PAGE, offset, filters, sort});
  clearTimeout(patience);
  if (mine !== turn) return;
  if (!offset) list.replaceChildren();
  list.append(...found.results.map(item));
  shown = offset + found.results.length;
  more.hidden = !found.results.length || shown >= found.total;
  status.textContent = SENTENCES[found.note] ?? `找到${found.exact ? '' : '约'} ${found.total} 条，列出 ${shown} 条。`;
  if (offset) list.children[offset]?.querySelector('a').focus();
  else await drawFilters(mine);
};

let timer = 0;
const showSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(show, 200);
};
// While an input method is composing, the box holds letters that the reader does not mean.
input.addEventListener('input', ({isComposing}) => isComposing || showSoon());
input.addEventListener('compositionstart', () => clearTimeout(timer));
input.addEventListener('compositionend', showSoon);
input.addEventListener('focus', () => init().catch(() => undefined), {once: true});
input.form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(timer);
  show();
});
options.addEventListener('toggle', () => drawFilters(turn));
more.addEventListener('click', () => show(shown));
options.hidden = false;
options.open = location.hash === '#search-options' || sort === 'date' || Object.keys(filters).length > 0;
input.value = address.get('q') ?? input.value;
show();
