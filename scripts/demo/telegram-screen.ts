/** What the people see on their phones, printed as it appears: the customer's chat on one side, the team's group on the other. */
import type { Message } from '@grammyjs/types';
import type { PlatformChat, TelegramPlatform } from '../../test/platforms/telegram';

const WIDTH = 92;
const MARGIN = { customer: '', team: ' '.repeat(16) };

export class Screen {
  constructor(
    private readonly platform: TelegramPlatform,
    private readonly customer: PlatformChat,
    private readonly print: (line: string) => void,
  ) {
    const { state } = platform;
    state.onMessage = (place, message) => this.show(place, message);
    state.onTitle = (_, { name }) => print(`${MARGIN.team}-- the topic is now called "${name}"`);
  }

  pressed(who: string, button: string): void {
    this.print(`${MARGIN.team}-- ${who} presses [${button}]`);
  }

  /** What comes after the last act is not shown. */
  goesDark(): void {
    this.platform.state.onMessage = () => undefined;
    this.platform.state.onTitle = () => undefined;
  }

  private show(place: PlatformChat, { text, from, reply_markup: markup }: Message): void {
    if (text === undefined) return;
    const margin = place === this.customer ? MARGIN.customer : MARGIN.team;
    const where = place === this.customer ? "Customer's chat" : 'Team group';
    const who = from?.id === this.platform.state.bot.id ? 'Riverside bot' : from?.first_name;
    this.print(`${margin}${where} | ${who}:`);
    for (const line of wrapped(text, WIDTH - margin.length - 4)) this.print(`${margin}    ${line}`);
    const buttons = markup?.inline_keyboard.flat().map((button) => `[${button.text}]`) ?? [];
    if (buttons.length > 0) this.print(`${margin}    ${buttons.join(' ')}`);
    this.print('');
  }
}

function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    for (const word of line.replace(/\p{Cc}/gu, ' ').split(' ')) {
      const last = lines.at(-1) as string;
      if (last !== '' && last.length + word.length >= width) lines.push(word);
      else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return lines;
  });
}
