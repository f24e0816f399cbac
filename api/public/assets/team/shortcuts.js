/** The keyboard of the desk. Single letters act only outside text fields, and can be switched off in the help. */
import { el } from '../dom.js';

const STORED = 'baton:team:keys';

/** `actions` maps a key to `[what it does, function]`. Returns the help dialog. */
export function createShortcuts(actions) {
  const enabled = el('input', {
    type: 'checkbox',
    onchange: () => localStorage.setItem(STORED, enabled.checked ? 'on' : 'off'),
  });
  enabled.checked = localStorage.getItem(STORED) !== 'off';
  const rows = Object.entries(actions).map(([key, [what]]) =>
    el('tr', {}, el('td', {}, el('kbd', {}, key)), el('td', {}, what)),
  );
  const help = el(
    'dialog',
    { class: 'help', 'aria-label': 'Keyboard' },
    el('h2', {}, 'Keyboard'),
    el('table', {}, el('tbody', {}, ...rows)),
    el('label', { class: 'toggle' }, enabled, 'Single-letter keys'),
    el('button', { class: 'primary', type: 'button', onclick: () => help.close() }, 'Close'),
  );
  document.addEventListener('keydown', (event) => {
    const writing = event.target.closest?.('input, textarea, select');
    if (event.key === 'Escape' && writing) return writing.blur();
    if (writing || help.open || !enabled.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action[1]();
  });
  return help;
}
