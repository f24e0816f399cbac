/**
 * Tells an operator that somebody waits: the number in the tab's title always, a tone and a notification only where
 * they were switched on. Neither ever carries what a customer wrote.
 */
import { el } from '../dom.js';
import { CHANNELS } from './words.js';

export function createAlerts() {
  const sound = createSwitch('Sound', 'baton:team:sound', async () => true);
  const notice = createSwitch('Notifications', 'baton:team:notify', async () => {
    return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
  });
  let known = null;
  return {
    nodes: [sound.node, notice.node],
    show(waiting) {
      document.title = waiting.length > 0 ? `(${waiting.length}) Team · Baton` : 'Team · Baton';
      const fresh = waiting.filter((each) => known && !known.has(each.conversationId));
      known = new Set(waiting.map((each) => each.conversationId));
      if (fresh.length === 0) return;
      if (sound.on()) playTone();
      if (notice.on() && document.hidden) {
        new Notification('A customer is waiting', {
          body: CHANNELS[fresh[0].channel] ?? fresh[0].channel,
          tag: 'baton',
        });
      }
    },
  };
}

function createSwitch(label, storageKey, allow) {
  const box = el('input', {
    type: 'checkbox',
    onchange: async () => {
      box.checked = box.checked && (await allow());
      localStorage.setItem(storageKey, box.checked ? 'on' : 'off');
    },
  });
  box.checked = localStorage.getItem(storageKey) === 'on';
  return { node: el('label', { class: 'toggle' }, box, label), on: () => box.checked };
}

/** Two soft notes, made here so that the page needs no sound file. */
function playTone() {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
  volume.connect(audio.destination);
  for (const [at, pitch] of [
    [0, 587],
    [0.14, 880],
  ]) {
    const note = audio.createOscillator();
    note.frequency.value = pitch;
    note.connect(volume);
    note.start(audio.currentTime + at);
    note.stop(audio.currentTime + 0.6);
  }
  setTimeout(() => audio.close(), 1000);
}
