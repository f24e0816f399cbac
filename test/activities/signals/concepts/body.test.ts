import { BODY_HARM } from '../../../../activities/signals/concepts/body';
import { findRow } from '../../../../activities/signals/concepts/concept';
import { lineOf } from '../../../../activities/signals/concepts/word-groups';

const tells = (text: string) => findRow(BODY_HARM.rows, lineOf(text)) !== null;

describe('a hurt part of the body', () => {
  it.each([
    'my wrist is broken',
    'I tore a ligament on your stairs',
    "now I can't walk properly since the ride",
    'em bị trật cổ chân rồi',
    'tay minh khong cu dong duoc',
    'me torcí la rodilla en su piscina',
    'mir ist ein Brett auf den Fuß gefallen',
    '我的脚扭伤了',
    'リフトで腰を痛めました',
  ])('is told with any part and any harm: %s', (text) => expect(tells(text)).toBe(true));

  it.each([
    'the arm of the chair is broken',
    'my phone broke, I will come back',
    'do you sell knee pads',
    'the back door is broken',
    'an old wrist fracture from years ago has healed, my wrist broke then',
    'hand cream for dry skin',
  ])('is not a thing or a direction: %s', (text) => expect(tells(text)).toBe(false));
});
