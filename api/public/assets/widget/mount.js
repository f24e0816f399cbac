/** The chat on somebody else's site: a round button that opens the panel, in a shadow root the site's styles can't reach. */
import { createChatView, loadChatStyles } from '../chat/chat-view.js';
import { chooseStrings } from '../chat/strings.js';
import { el, icon, setText } from '../dom.js';

/** `settings` are the script tag's `data-` attributes: `language`, `title`, `open`. */
export async function mountWidget(base, settings) {
  const strings = chooseStrings(settings.language, ...navigator.languages);
  const host = el('div', { 'data-baton-chat': '' });
  const root = host.attachShadow({ mode: 'open' });
  const badge = el('span', { class: 'badge', hidden: true });
  const button = el('button', { class: 'launch', type: 'button', 'aria-expanded': 'false' }, icon('chat'), badge);
  const panel = el('div', {
    class: 'panel',
    role: 'dialog',
    'aria-label': settings.title ?? strings.title,
    hidden: true,
  });
  let unread = 0;

  const view = createChatView({
    base,
    strings,
    title: settings.title,
    onClose: () => toggle(false),
    onIncoming: () => countUnread(),
  });

  function countUnread() {
    if (!panel.hidden) return;
    unread += 1;
    setText(badge, unread > 9 ? '9+' : String(unread));
    badge.hidden = false;
  }

  function toggle(open) {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.setAttribute('aria-label', open ? strings.close : strings.open);
    if (!open) return button.focus();
    unread = 0;
    badge.hidden = true;
    view.start({ create: true });
    view.focus();
  }

  button.setAttribute('aria-label', strings.open);
  button.addEventListener('click', () => toggle(panel.hidden));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) toggle(false);
    event.stopPropagation();
  });
  panel.append(view.node);
  root.adoptedStyleSheets = await loadChatStyles(base, 'widget/widget.css');
  root.append(panel, button);
  document.body.append(host);
  view.start({ create: false });
  if (settings.open !== undefined) toggle(true);
}
