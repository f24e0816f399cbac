/** The AI's replies in one conversation, from `GET .../events`, for whoever waits for one of them. */
import { open } from '../http';
import type { BatonAddress } from './baton';

export interface Replies {
  /** The reply in which `mark` stands; rejects when the conversation goes to a person or time is over. */
  containing(mark: string, patienceMs: number): Promise<string>;
  close(): void;
}

interface Waiting {
  mark: string;
  resolve(reply: string): void;
  reject(error: Error): void;
}

export async function followReplies({ url, viewerKey }: BatonAddress, id: string): Promise<Replies> {
  const stream = await open({ method: 'GET', url: `${url}/v1/conversations/${id}/events`, key: viewerKey });
  if (stream.statusCode !== 200) throw new Error(`the event stream answered ${stream.statusCode}`);
  const heard: string[] = [];
  const waiting = new Set<Waiting>();
  let over: string | null = null;
  const fail = (why: string) => {
    over ??= why;
    for (const one of waiting) one.reject(new Error(why));
  };

  function take(event: string, data: { author?: string; text?: string; mode?: string }): void {
    if (event === 'mode' && data.mode !== 'ai') fail(`the conversation is ${data.mode}`);
    if (event !== 'message' || data.author !== 'ai' || data.text === undefined) return;
    heard.push(data.text);
    for (const one of waiting) if (data.text.includes(one.mark)) one.resolve(data.text);
  }

  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const frames = (rest + chunk).split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
      const [event, data] = [field('event'), field('data')];
      if (event && data) take(event, JSON.parse(data));
    }
  });
  stream.on('close', () => fail('the event stream ended'));
  stream.on('error', () => fail('the event stream broke'));

  return {
    containing(mark, patienceMs) {
      const known = heard.find((reply) => reply.includes(mark));
      if (known !== undefined) return Promise.resolve(known);
      if (over !== null) return Promise.reject(new Error(over));
      return new Promise<string>((resolve, reject) => {
        const timer = setTimeout(() => one.reject(new Error(`no reply in ${patienceMs / 1000} s`)), patienceMs);
        const settle = () => {
          clearTimeout(timer);
          waiting.delete(one);
        };
        const one: Waiting = {
          mark,
          resolve: (reply) => {
            settle();
            resolve(reply);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        };
        waiting.add(one);
      });
    },
    close: () => stream.destroy(),
  };
}
