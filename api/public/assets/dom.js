/**
 * The only place where these pages make elements. Text goes in as text nodes, attributes that could run code are
 * refused, so a message can never become markup.
 */

const ICONS = {
  send: 'M4 12 20 4l-4 16-4.5-6.5L4 12Zm7.5 1.500L20 4',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z',
  close: 'M6 6l12 12M18 6 6 18',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0',
  down: 'M12 5v14m-6-6 6 6 6-6',
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5 10 17.5 19 7',
  note: 'M6 4h12v10l-5 6H6zM13 20v-6h5',
  spark: 'M12 3l2.2 6.300L21 12l-6.8 2.700L12 21l-2.2-6.300L3 12l6.8-2.700z',
  info: 'M12 11v6M12 7.500v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  book: 'M5 5.500c3-1 5-1 7 .5 2-1.5 4-1.5 7-.500V19c-3-1-5-1-7 .500C10 18 8 18 5 19z',
};

/** An element with attributes, listeners (`onclick: fn`) and children; strings become text nodes. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (/^(on|style$|href$|src)/i.test(name)) throw new TypeError(`attribute ${name} is not set from here`);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Hands a file to the browser to save. The address names bytes in this page's memory, never a place on the network. */
export function saveFile(blob, name) {
  const link = el('a', { download: name });
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** Sets text only where it changed, so that live regions and selections stay quiet. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Runs `render` once after the current burst of changes, however many there were. */
export function batched(render) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      render();
    });
  };
}

const keyedRows = new WeakMap();

/**
 * Makes the children of `parent` match `items`, keeping the node of every `key` that stays. `make(item)` returns
 * `{ node, update(item) }`; `update` runs on every pass.
 */
export function reconcile(parent, items, make) {
  const known = keyedRows.get(parent) ?? new Map();
  const next = new Map();
  let place = parent.firstElementChild;
  for (const item of items) {
    const row = known.get(item.key) ?? make(item);
    row.update(item);
    next.set(item.key, row);
    if (row.node === place) place = place.nextElementSibling;
    else parent.insertBefore(row.node, place);
  }
  for (const [key, row] of known) if (!next.has(key)) row.node.remove();
  keyedRows.set(parent, next);
}

/** A stylesheet from a file, for a shadow root: allowed where the site's policy forbids inline styles. */
export async function loadStyles(urls) {
  const sheets = urls.map(async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`stylesheet ${url} answered ${response.status}`);
    return new CSSStyleSheet().replace(await response.text());
  });
  return Promise.all(sheets);
}
