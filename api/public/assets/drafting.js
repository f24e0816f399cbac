/** That the assistant is writing: true only for as long as a draft may take, because the word of its end can be lost. */
const DRAFT_MS = 30_000;

/** `onEnd` runs when nothing came in time. */
export function createDrafting(onEnd) {
  let timer;
  const drafting = {
    on: false,
    set(on) {
      clearTimeout(timer);
      drafting.on = on;
      if (!on) return;
      timer = setTimeout(() => {
        drafting.on = false;
        onEnd();
      }, DRAFT_MS);
    },
  };
  return drafting;
}
