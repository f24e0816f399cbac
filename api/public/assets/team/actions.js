/** Take, Back to AI and Done: each button is the command an operator would type, offered where it changes something. */
import { el } from '../dom.js';

export function createActions(onCommand) {
  const make = (label, command, key, allowed) => {
    const hint = `${command} (${key})`;
    const node = el(
      'button',
      { class: 'action', type: 'button', title: hint, onclick: () => onCommand(command) },
      label,
    );
    return { node, allowed };
  };
  const actions = [
    make('Take', '/take', 't', () => true),
    make('Back to AI', '/ai', 'a', (mode) => mode !== 'ai'),
    make('Done', '/done', 'd', (mode) => mode === 'waiting' || mode === 'operator'),
  ];
  return {
    node: el('div', { class: 'actions' }, ...actions.map(({ node }) => node)),
    show(mode) {
      for (const { node, allowed } of actions) node.disabled = !allowed(mode);
    },
  };
}
