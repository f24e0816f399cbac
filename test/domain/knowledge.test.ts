import { BusinessError } from '../../domain/business';
import { parseKnowledge } from '../../domain/knowledge';

const one = (text: string, file = 'knowledge/en/a.md') => parseKnowledge([{ file, text }], ['en', 'vi']);

function refusals(...texts: string[]): string[] {
  try {
    parseKnowledge(
      texts.map((text, index) => ({ file: text.startsWith('title') ? 'k/a.csv' : `k/${index}.md`, text })),
    );
  } catch (error) {
    if (error instanceof BusinessError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a Markdown file of answers', () => {
  it('gives title, questions and the answer as written', () => {
    const text =
      '# Rooms\n\nFor the team.\n\n## Price\nQ: How much?\nq:  bao nhiêu\n\nFrom **10**:\n\n- one\n- two\n\n### More\nAsk us.\n';
    expect(one(text)).toEqual([
      {
        title: 'Price',
        questions: ['How much?', 'bao nhiêu'],
        text: 'From **10**:\n\n- one\n- two\n\n### More\nAsk us.',
        language: 'en',
        file: 'knowledge/en/a.md',
        line: 5,
        hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('takes headings and questions inside a code fence as text', () => {
    const [answer, ...others] = one('## A\n```\n## not a title\nQ: no question\n```\n');
    expect(others).toEqual([]);
    expect(answer?.text).toBe('```\n## not a title\nQ: no question\n```');
    expect(answer?.questions).toEqual([]);
  });

  it('keeps a # that belongs to the words', () => {
    expect(one('## Lessons in C#\n#1 in town\n\n##Tours ##\nb').map(({ title }) => title)).toEqual([
      'Lessons in C#',
      'Tours',
    ]);
  });

  it('reads Windows line ends', () => {
    expect(one('## A\r\nQ: b?\r\n\r\nc\r\n')[0]).toMatchObject({ title: 'A', questions: ['b?'], text: 'c' });
  });

  it('changes its hash with its words only', () => {
    const hash = (text: string) => one(text)[0]?.hash;
    expect(hash('## A\nb')).toBe(hash('\n\n## A\n\nb\n'));
    expect(hash('## A\nb')).not.toBe(hash('## A\nc'));
    expect(hash('## A\nb')).not.toBe(hash('## A\nQ: q\nb'));
  });
});

describe('the language of an answer', () => {
  it.each([
    ['a line of the file', 'knowledge/en/a.md', 'Language: vi\n\n## A\nb'],
    ['a line under the heading', 'knowledge/a.md', '# Phòng\nLanguage: VI\n\n## A\nb'],
    ['the folder', 'knowledge/vi/a.md', '## A\nb'],
    ['the name of the file', 'knowledge/a.vi.md', '## A\nb'],
    ['the letters', 'knowledge/a.md', '## Giờ trả phòng\nTrả phòng trước 12 giờ trưa, được gửi hành lý.'],
  ])('comes from %s', (_, file, text) => {
    expect(one(text, file)[0]?.language).toBe('vi');
  });

  it('is the first of the business otherwise', () => {
    expect(
      one('## Phở bò\nOur noodle soup is served from 06:30 to 22:00 every day.', 'knowledge/a.md')[0]?.language,
    ).toBe('en');
  });
});

describe('knowledge is refused with file and line', () => {
  it.each([
    ['text before any heading', 'Hello\n\n## A\nb', 'k/0.md:1:1: expected a heading before any text'],
    ['an answer that is empty', '## A\nQ: a?\n\n## B\nb', 'k/0.md:1:1: expected an answer beneath the title'],
    ['a title that is empty', '##\nb', 'k/0.md:1:1: expected a title after ##'],
    ['a question that is empty', '## A\nQ:\nb', 'k/0.md:2:1: expected a question after Q:'],
    ['a question after the answer', '## A\nb\n\nQ: a?', 'k/0.md:4:1: expected Q: lines directly beneath the title'],
    ['text that belongs to no answer', '## A\nb\n\n# Section\nlost', 'k/0.md:5:1: expected ## with a title'],
    [
      'a title that stands twice',
      '## A\nb\n\n## A\nc',
      'k/0.md:4:1: expected a title that no other answer has: k/0.md:1',
    ],
    ['a CSV without columns', 'title,price\na,1\n', 'k/a.csv:1:1: expected a first row with the columns'],
    ['a CSV row without answer', 'title,questions,answer\nA,,\n', 'k/a.csv:2:1: answer: expected an answer'],
    ['a CSV row with a stray comma', 'title,answer\nA,b, c\n', 'k/a.csv:2:1: expected 2 cells'],
    ['a CSV quote that stays open', 'title,answer\nA,"b\n', 'k/a.csv:2:1: expected every opened quote'],
  ])('for %s', (_, text, expected) => {
    expect(refusals(text)).toEqual([expect.stringContaining(expected)]);
  });

  it('for a title that another file has, and everything else at once', () => {
    expect(refusals('## A\nb', '\n## A\nc\n\n## B\n')).toEqual([
      'k/1.md:5:1: expected an answer beneath the title',
      'k/1.md:2:1: expected a title that no other answer has: k/0.md:1 has the same',
    ]);
  });
});

describe('a CSV file of answers', () => {
  it('gives one answer a row', () => {
    const csv = 'answer,title,questions\r\n"Says ""hi"", twice\nhere",Greeting,hello? | hi\r\n\r\nNoon,Check-out,\r\n';
    expect(one(csv, 'knowledge/a.csv')).toMatchObject([
      { title: 'Greeting', questions: ['hello?', 'hi'], text: 'Says "hi", twice\nhere', line: 2 },
      { title: 'Check-out', questions: [], text: 'Noon', line: 5 },
    ]);
  });
});
