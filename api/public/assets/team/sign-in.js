/** The door of the operators' page: a key and a name, asked once and kept until the tab closes. */
import { el } from '../dom.js';
import { TeamApi } from './team-api.js';

const KEPT = 'baton:team';

/** Resolves with `{ api, operator }` once a key was taken; a kept key goes straight in. */
export async function signIn(base, place) {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  if (kept) {
    const refusal = await knock(base, kept.key);
    if (!refusal?.final) return { api: new TeamApi(base, kept.key), operator: kept.operator };
  }
  return new Promise((resolve) => ask(base, place, resolve));
}

export function signOut() {
  sessionStorage.removeItem(KEPT);
  location.reload();
}

function knock(base, key) {
  return new TeamApi(base, key).list({ limit: 1 }).then(
    () => null,
    (error) => error,
  );
}

function ask(base, place, resolve) {
  const key = el('input', { type: 'password', name: 'key', required: true, autocomplete: 'off', spellcheck: 'false' });
  const name = el('input', { name: 'name', required: true, maxlength: 80, autocomplete: 'name' });
  const problem = el('p', { class: 'door-problem', role: 'alert' });
  const enter = async (event) => {
    event.preventDefault();
    problem.textContent = '';
    const refusal = await knock(base, key.value.trim());
    if (refusal) {
      problem.textContent = refusal.status === 401 ? `This key is not known. ${refusal.message}` : refusal.message;
      return key.select();
    }
    const operator = { id: idOf(name.value), name: name.value.trim() };
    sessionStorage.setItem(KEPT, JSON.stringify({ key: key.value.trim(), operator }));
    form.remove();
    resolve({ api: new TeamApi(base, key.value.trim()), operator });
  };
  const form = el(
    'form',
    { class: 'door', onsubmit: enter },
    el('h1', {}, 'Team'),
    el('p', { class: 'door-hint' }, 'Customers who wait for a person, and everything the assistant said to them.'),
    el('label', {}, 'Operator or viewer key', key),
    el('label', {}, 'Your name, as customers see it', name),
    problem,
    el('button', { class: 'primary', type: 'submit' }, 'Open the desk'),
    el('p', { class: 'door-fine' }, 'The key stays in this tab and is forgotten when you close it.'),
  );
  place.append(form);
  key.focus();
}

/** `Nguyễn Lan` becomes `nguyen-lan`: stable for a person, safe in a log. */
function idOf(name) {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'operator'
  );
}
