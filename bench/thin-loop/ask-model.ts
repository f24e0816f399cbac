/** The thin loop's one activity: a plain call of an OpenAI-compatible server, without a library. */
import { call } from '../http';

export interface ChatMessage {
  role: 'user' | 'assistant';
  content: string;
}

export type ThinActivities = ReturnType<typeof thinActivities>;

export function thinActivities(baseUrl: string) {
  return {
    async askModel(history: ChatMessage[], text: string): Promise<string> {
      const messages = [...history, { role: 'user', content: text }];
      const body = { model: 'loopback', messages };
      const answer = await call({ method: 'POST', url: `${baseUrl}/chat/completions`, body });
      const { choices } = answer.body as { choices: { message: { content: string } }[] };
      return choices[0]?.message.content ?? '';
    },
  };
}
