/** Any process killed at any instant: nothing acknowledged is lost, nobody is answered twice, an operator is not talked over. */
import { setTimeout as pause } from 'node:timers/promises';
import { messageText, questionsOf, uniqueMark } from '../../bench/questions';
import { loadBusiness } from '../../load-business';
import { type Processes, startProcesses, VICTIMS } from '../support/processes';
import { Witness } from '../support/witness';

let processes: Processes;
let questions: string[];
beforeAll(async () => {
  questions = questionsOf(await loadBusiness('examples/riverside-hotel'));
  processes = await startProcesses({ modelDelayMs: 300 });
}, 120_000);
afterAll(() => processes?.close(), 30_000);

/** The instants differ from one victim to the next and are the same in every run. */
const MOMENTS = { worker: 260, api: 30, temporal: 120, mongodb: 200 };

describe('a kill -9 in the middle of a turn', () => {
  it.each(VICTIMS)(
    'of %s loses nothing, answers nobody twice and lets the AI say nothing after an operator',
    async (victim) => {
      const witness = new Witness();
      const talks = Array.from({ length: 4 }, () => processes.talk());
      const taken = processes.talk();
      const ask = (talk: (typeof talks)[number], turn: number) => {
        const mark = uniqueMark();
        return witness.customer(talk, messageText(questions, turn, mark), mark);
      };
      await Promise.all([...talks, taken].map((talk, index) => ask(talk, index)));
      await witness.untilSettled([...talks, taken]);

      const asked = Promise.all([...talks, taken].map((talk, index) => ask(talk, index + 7)));
      await pause(MOMENTS[victim]);
      const takenOver = witness.operator(taken, 'Hello, Ana here. I will help you.', uniqueMark());
      await processes[victim].kill();
      const during = Promise.all(talks.map((talk, index) => ask(talk, index + 14)));
      await pause(1_000);
      await processes[victim].restart();
      await Promise.all([asked, takenOver, during]);
      await Promise.all([...talks, taken].map((talk, index) => ask(talk, index + 21)));
      await witness.untilSettled([...talks, taken]);
      await taken.mode('operator');
      expect(await witness.check([...talks, taken])).toEqual([]);
    },
    120_000,
  );
});
