/**
 * MongoDB commands a turn, counted on the wire of API and worker together. What both send while nothing happens (the
 * pump looking for work) is measured first and taken off. The replies are watched past the tap, so no reader counts.
 */
import mongoose from 'mongoose';
import { sendMessage } from '../contenders/baton';
import { tapMongodb } from '../mongodb-tap';
import { messageText, uniqueMark } from '../questions';
import type { Stage } from '../stage';
import { number, type Row } from '../table';

const WARM_TURNS = 5;
const TURNS = 30;
const IDLE_MS = 5_000;
const PATIENCE_MS = 20_000;
const MOST = 8;

type Counts = Record<string, number>;

export async function mongodbCommands(stage: Stage): Promise<Row[]> {
  const tap = await tapMongodb(stage.mongodbUri);
  const product = await stage.anotherBaton({ mongodbUri: tap.uri });
  const beside = new mongoose.mongo.MongoClient(stage.mongodbUri);
  try {
    const rows = beside.db(product.database).collection('transcripts');
    const play = (from: number, count: number) => playTurns(stage, product.address, rows, { from, count });
    await play(0, WARM_TURNS);
    await pause(1_000);
    const idle = await during(tap.counts, () => pause(IDLE_MS));
    const busy = await during(tap.counts, () => play(WARM_TURNS, TURNS));
    const names = Object.keys(busy.counts).map((name) => {
      const background = ((idle.counts[name] ?? 0) / idle.ms) * busy.ms;
      return { name, each: ((busy.counts[name] ?? 0) - background) / TURNS };
    });
    const sum = names.reduce((total, { each }) => total + each, 0);
    const note = names
      .filter(({ each }) => each >= 0.05)
      .map(({ name, each }) => `${name} ${number(each)}`)
      .join(', ');
    return [{ what: 'MongoDB commands a turn', figure: number(sum), goal: `<= ${MOST}`, met: sum <= MOST, note }];
  } finally {
    await product.close();
    await beside.close();
    tap.close();
  }
}

async function playTurns(
  { questions }: Stage,
  address: Parameters<typeof sendMessage>[0],
  rows: mongoose.mongo.Collection,
  { from, count }: { from: number; count: number },
): Promise<void> {
  for (let turn = from; turn < from + count; turn++) {
    const messageId = uniqueMark();
    await sendMessage(address, 'tapped', messageId, messageText(questions, turn, messageId));
    const until = Date.now() + PATIENCE_MS;
    while ((await rows.countDocuments({ author: 'ai', text: { $regex: messageId } })) === 0) {
      if (Date.now() > until) throw new Error(`no reply to ${messageId}`);
      await pause(20);
    }
  }
}

async function during(read: () => Counts, work: () => Promise<unknown>): Promise<{ counts: Counts; ms: number }> {
  const before = read();
  const startedAt = performance.now();
  await work();
  const counts = Object.entries(read()).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return { counts: Object.fromEntries(counts), ms: performance.now() - startedAt };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
