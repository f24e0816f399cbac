/** The right side of the desk: why this conversation is where it is, and what happens next by itself. */
import { el, setText } from '../dom.js';
import { link } from '../rich-text.js';
import { countdownTo, MODES, REASONS, TIMERS, topicName, waitOf } from './words.js';

export function createDetailsPane({ desk, api, onClose }) {
  const mode = el('p', { class: 'fact-main' });
  const owner = el('p', { class: 'fact-more' });
  const timer = el('p', { class: 'fact-main countdown' });
  const timerName = el('p', { class: 'fact-more' });
  const reasons = el('ul', { class: 'reasons' });
  const trace = createTrace();
  const close = el('button', { class: 'details-close', type: 'button', onclick: onClose }, 'Close');
  const timerSection = section('Next by itself', timer, timerName);
  const reasonSection = section('Why a person', reasons);
  const node = el(
    'aside',
    { class: 'details', 'aria-label': 'Details', hidden: true },
    close,
    section('Now', mode, owner),
    timerSection,
    reasonSection,
    trace.node,
  );
  let shown;

  function tick() {
    const { open } = desk;
    if (!open) return;
    setText(mode, open.mode === 'waiting' ? waitOf('Waiting for', open.waitingSince, api.now()) : MODES[open.mode]);
    if (open.nextTimer) setText(timer, countdownTo(open.nextTimer.at, api.now()));
  }
  setInterval(tick, 1000);

  return {
    node,
    show() {
      const { open } = desk;
      node.hidden = !open;
      if (!open) return;
      tick();
      const content = JSON.stringify([open.operator, open.nextTimer, open.handoff, open.workflowId, open.epoch]);
      if (content === shown) return;
      shown = content;
      setText(owner, open.operator ? `Owner: ${open.operator.name ?? open.operator.id}` : 'No owner');
      timerSection.hidden = !open.nextTimer;
      setText(timerName, open.nextTimer ? (TIMERS[open.nextTimer.kind] ?? open.nextTimer.kind) : '');
      reasonSection.hidden = !open.handoff;
      reasons.replaceChildren(...(open.handoff?.reasons ?? []).map(reasonRow));
      trace.show(open);
    },
  };
}

/** Where an engineer reads every step: the workflow id, and the Temporal UI if the API names it. */
function createTrace() {
  const workflow = el('code', { class: 'workflow' });
  const copy = el('button', { class: 'copy', type: 'button', onclick: copyId }, 'Copy');
  const where = el('p', { class: 'fact-more' });
  const epoch = el('p', { class: 'fact-more' });

  async function copyId() {
    const done = await navigator.clipboard?.writeText(workflow.textContent).then(
      () => true,
      () => false,
    );
    setText(copy, done ? 'Copied' : 'Select and copy');
    setTimeout(() => setText(copy, 'Copy'), 2000);
  }

  return {
    node: section('For engineers', el('div', { class: 'workflow-line' }, workflow, copy), where, epoch),
    show({ workflowId, temporalUrl, epoch: number }) {
      setText(workflow, workflowId ?? '');
      const address = temporalUrl && link(temporalUrl);
      where.replaceChildren(address || 'Find this workflow id in the Temporal UI to see every step and score.');
      setText(epoch, `Epoch ${number}`);
    },
  };
}

function section(title, ...children) {
  return el('section', {}, el('h3', {}, title), ...children);
}

/** A reason with its measurement: the bar is the score, the mark on it the threshold. */
function reasonRow({ reason, score, threshold, evidence, topic }, at) {
  const bar = el(
    'div',
    { class: 'bar', role: 'img', 'aria-label': `score ${score}, threshold ${threshold}` },
    el('i'),
    el('b'),
  );
  bar.style.setProperty('--score', String(Math.min(1, Math.max(0, score))));
  bar.style.setProperty('--threshold', String(Math.min(1, Math.max(0, threshold))));
  const sign = reason === 'low_confidence' ? '<' : '≥';
  return el(
    'li',
    { class: at === 0 ? 'reason reason--primary' : 'reason' },
    el(
      'div',
      { class: 'reason-top' },
      el('strong', {}, REASONS[reason] ?? reason),
      el('span', { class: 'score' }, `${score.toFixed(2)} ${sign} ${threshold.toFixed(2)}`),
    ),
    topic ? el('p', { class: 'fact-more' }, topicName(topic)) : null,
    bar,
    evidence ? el('blockquote', { dir: 'auto' }, evidence) : null,
  );
}
