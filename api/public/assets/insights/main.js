/** Counts and times of a period, as the API gives them: plain tables, under the key of the team page. */
import { el } from '../dom.js';
import { signIn, signOut } from '../team/sign-in.js';
import { MODES, REASONS } from '../team/words.js';

const DAY_MS = 86_400_000;
const PERIODS = { 1: 'Last day', 7: 'Last 7 days', 30: 'Last 30 days', 90: 'Last 90 days' };
const AUTHORS = { customer: 'Customers', ai: 'The AI', operator: 'People', system: 'Notices' };

const { api } = await signIn(new URL('../../', import.meta.url), document.body);
const options = Object.entries(PERIODS).map(([days, label]) =>
  el('option', { value: days, selected: days === '7' }, label),
);
const period = el('select', { 'aria-label': 'Period', onchange: show }, ...options);
const tables = el('main', { class: 'tables' });
const problem = el('p', { class: 'problem', role: 'alert' });
const head = el(
  'header',
  { class: 'top' },
  el('h1', {}, 'Insights'),
  period,
  el('button', { type: 'button', onclick: signOut }, 'Sign out'),
);
document.body.append(head, problem, tables);
await show();

async function show() {
  const now = api.now();
  const from = new Date(now - Number(period.value) * DAY_MS).toISOString();
  try {
    const counts = await api.insights({ from, to: new Date(now).toISOString() });
    problem.textContent = '';
    tables.replaceChildren(...tablesOf(counts));
  } catch (error) {
    problem.textContent = `The counts can not be read. ${error.message}`;
  }
}

function tablesOf({ conversations, modes, messages, handoffs }) {
  const { answered } = handoffs;
  return [
    table('Conversations', [
      ['Begun in this period', conversations],
      ['Handed to a person', handoffs.total],
    ]),
    table('Messages', named(messages, AUTHORS)),
    table('Why a person', named(handoffs.byReason, REASONS)),
    table('Until a person answered', [
      ['Handoffs answered', answered.count],
      ['Half of them within', duration(answered.medianMs)],
      ['Nine of ten within', duration(answered.p90Ms)],
    ]),
    table('All conversations, by mode now', named(modes, MODES)),
  ];
}

function named(counts, words) {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => [words[name] ?? name, count]);
}

function table(title, rows) {
  const lines = rows.map(([name, value]) =>
    el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, String(value))),
  );
  const body = lines.length > 0 ? lines : [el('tr', {}, el('td', {}, 'Nothing in this period'))];
  return el('table', {}, el('caption', {}, title), el('tbody', {}, ...body));
}

function duration(ms) {
  if (ms === null) return '–';
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
