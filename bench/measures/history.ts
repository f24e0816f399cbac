/**
 * Whether a long conversation stays as cheap as a young one: events a turn in Temporal's history and time a turn, at
 * the 10th turn and at the 200th (`--long`: the 1,000th).
 */

import { readHistories } from '../history';
import { call } from '../http';
import type { BenchOptions } from '../options';
import { messageText, uniqueMark } from '../questions';
import type { Stage } from '../stage';
import { median } from '../statistics';
import { number, type Row } from '../table';

const WINDOW = 10;
const MOST_EVENTS = 16;
const SLOWER = 1.5;

export async function history(stage: Stage, { long }: BenchOptions): Promise<Row[]> {
  const { baton, questions } = stage;
  const id = `long-${uniqueMark()}`;
  const conversation = baton.conversation(id);
  const reader = await readHistories(stage.temporalAddress);
  let turn = 0;

  async function play(count: number): Promise<number[]> {
    const times: number[] = [];
    for (let end = turn + count; turn < end; turn++) {
      const messageId = uniqueMark();
      const sentAt = performance.now();
      const reply = await conversation.turn(messageId, messageText(questions, turn, messageId));
      if (!reply.includes(messageId)) throw new Error(`turn ${turn} got the reply to another message`);
      times.push(performance.now() - sentAt);
    }
    return times;
  }

  /** Events and milliseconds a turn; a window in which the run was continued as new is played again. */
  async function measure(workflowId: string): Promise<{ at: number; events: number; ms: number }> {
    for (;;) {
      const before = await reader.length(workflowId);
      const ms = median(await play(WINDOW));
      const after = await reader.length(workflowId);
      if (after.runId === before.runId) return { at: turn, events: (after.events - before.events) / WINDOW, ms };
    }
  }

  try {
    await play(WINDOW);
    const workflowId = await workflowIdOf(stage, id);
    const young = await measure(workflowId);
    await play((long ? 1_000 : 200) - turn - WINDOW);
    const old = await measure(workflowId);
    const events = ({ at, events: count }: typeof young) => ({
      what: `history events a turn, turn ${at}`,
      figure: number(count),
      goal: `<= ${MOST_EVENTS}`,
      met: count <= MOST_EVENTS,
    });
    return [
      events(young),
      events(old),
      {
        what: `time a turn at turn ${old.at} against turn ${young.at}`,
        figure: number(old.ms / young.ms),
        goal: `<= ${SLOWER}`,
        met: old.ms / young.ms <= SLOWER,
        note: `${number(old.ms)} ms against ${number(young.ms)} ms`,
      },
    ];
  } finally {
    conversation.close();
    await reader.close();
  }
}

async function workflowIdOf({ batonAddress: { url, viewerKey } }: Stage, id: string): Promise<string> {
  const { body } = await call({ method: 'GET', url: `${url}/v1/conversations/${id}`, key: viewerKey });
  return (body as { workflowId: string }).workflowId;
}
