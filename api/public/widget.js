/**
 * One line puts the chat on a site: <script src="https://your-host/widget.js" async></script>
 * Optional: data-language="vi", data-title="Your name", data-open. This file only loads the modules beside it.
 */
(() => {
  const script = document.currentScript;
  if (!script || document.querySelector('[data-baton-chat]') || window.batonChat) return;
  window.batonChat = true;
  const base = new URL('.', script.src);
  const settings = { ...script.dataset };
  const mount = async () => {
    const { mountWidget } = await import(new URL('assets/widget/mount.js', base).href);
    await mountWidget(base, settings);
  };
  const start = () => mount().catch((error) => console.warn('Baton chat could not start:', error.message));
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });
})();
