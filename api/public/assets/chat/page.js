/** The customer's own page: the chat of the widget, filling the window. */
import { createChatView, loadChatStyles } from './chat-view.js';
import { chooseStrings } from './strings.js';

const base = new URL('../../', import.meta.url);
const place = document.querySelector('#chat');
const wanted = new URLSearchParams(location.search).get('lang');
const strings = chooseStrings(wanted, document.documentElement.dataset.language, ...navigator.languages);
const root = place.attachShadow({ mode: 'open' });
const view = createChatView({
  base,
  strings,
  onBusiness: (name) => {
    document.title = name;
  },
});

document.documentElement.lang = strings.tag;
document.title = strings.title;
root.adoptedStyleSheets = await loadChatStyles(base);
root.append(view.node);
view.focus();
view.start({ create: true });
