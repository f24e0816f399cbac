import { ENGLISH } from '../../../../activities/llm/retrieval/business-words/english';
import { VIETNAMESE } from '../../../../activities/llm/retrieval/business-words/vietnamese';
import { normalForm } from '../../../../activities/llm/retrieval/normal-form';

describe('normalForm', () => {
  it.each([
    ['en', 'How much is it to hire a bike?', 'what do you charge for bicycle rental'],
    ['en', 'Could someone fetch us from the airport', 'is there an airport shuttle'],
    ['en', 'what if I dont pass', 'when I fail'],
    ['en', 'is there a lady who teaches', 'a female instructor'],
    ['vi', 'đóng tiền làm nhiều đợt', 'thanh toán trả góp'],
    ['vi', 'ship ra Huế bao nhiêu tiền', 'giao hàng giá sao'],
    ['vi', 'em muon muon xe may', 'cho thue xe may'],
  ])('says the same thing in the same words (%s: %s)', (language, one, other) => {
    const words = (text: string) => new Set(normalForm(text, language).split(' '));
    const shared = [...words(one)].filter((word) => words(other).has(word));
    const before = [...new Set(one.toLowerCase().match(/\p{L}+/gu))].filter((word) =>
      other.toLowerCase().includes(word),
    );
    expect(shared.length).toBeGreaterThan(before.filter((word) => words(other).has(word)).length);
  });

  it('takes one Vietnamese syllable for what its marks say, and without them for nothing', () => {
    expect(normalForm('hồ bơi có bé tắm', 'vi')).toContain('trẻem');
    expect(normalForm('be boi o tang may', 'vi')).toBe('hoboi o tang may');
    expect(normalForm('bé mấy tuổi', 'vi')).not.toBe(normalForm('bể mấy tuổi', 'vi'));
  });

  it('leaves a text without marks without them', () => {
    expect(normalForm('gia bao nhieu mot dem', 'vi')).toBe('gia mot dem');
  });

  it('takes the longest wording: what is free of charge is not a charge', () => {
    expect(normalForm('is it free of charge', 'en')).toBe('is it free');
  });

  it('keeps who hires people apart from who hires bikes', () => {
    expect(normalForm('are you hiring mechanics', 'en')).toContain('job');
    expect(normalForm('are you hiring out bikes', 'en')).toContain('rent');
    expect(normalForm('hiring a bike', 'en')).toContain('rent');
  });

  it('leaves languages without a table as they are', () => {
    expect(normalForm('¿Cuánto cuesta?', 'es')).toBe('¿Cuánto cuesta?');
    expect(normalForm('多少钱', 'en')).toBe('多少钱');
  });

  it.each([
    ['English', ENGLISH],
    ['Vietnamese', VIETNAMESE],
  ])('has each %s wording once', (_, lines) => {
    const all = lines.flatMap((line) => line.split(', '));
    expect(all.filter((wording, index) => all.indexOf(wording) !== index)).toEqual([]);
  });
});
