/** The messages before this one, each read at most once, and only when somebody asks what it says. */
import { type Cue, findCues } from '../cues/cue';
import type { NormalText } from '../normal/normal-text';
import type { PlaceholderRange } from '../placeholders';
import { outside, readText } from '../reading';
import type { EarlierMessage } from '../redaction';

export interface Heard {
  message: EarlierMessage;
  normal: NormalText;
  placeholders: readonly PlaceholderRange[];
  cues: readonly Cue[];
}

export class History {
  private readonly heard: (Heard | undefined)[] = [];

  constructor(private readonly messages: readonly EarlierMessage[]) {}

  /** Newest first; what the system says is nobody's word. */
  *backwards(): Generator<Heard, undefined> {
    for (let i = this.messages.length - 1; i >= 0; i -= 1) {
      const message = this.messages[i] as EarlierMessage;
      if (message.from !== 'system') yield this.hear(i, message);
    }
    return undefined;
  }

  last(): EarlierMessage | undefined {
    return this.messages.at(-1);
  }

  private hear(index: number, message: EarlierMessage): Heard {
    const known = this.heard[index];
    if (known) return known;
    const { normal, placeholders } = readText(message.text);
    const heard = { message, normal, placeholders, cues: outside(findCues(normal), placeholders) };
    this.heard[index] = heard;
    return heard;
  }
}
