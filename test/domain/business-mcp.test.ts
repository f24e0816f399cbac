import { BusinessError, parseBusiness } from '../../domain/business';

const HEAD = 'name: Shop\nlanguages: [en]\ntimezone: UTC\nhours: {}\n';
const parse = (yaml: string) => parseBusiness(HEAD + yaml, 'business.yaml');
const problemsOf = (yaml: string): string[] => {
  try {
    parse(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    return error.problems.map(({ key, line, expected }) => `${line} ${key}: ${expected}`);
  }
};

describe('mcp in business.yaml', () => {
  it('names servers by address or program, with every default filled in', () => {
    const { mcp } = parse(`mcp:
  - name: shop
    url: https://mcp.example.com/mcp
    tools: [{ name: find_order, effect: read }]
  - name: local
    command: [node, server.js]
    env: [SHOP_KEY]
    timeout: 2s
    tools: [{ name: book, effect: write, identity: { customer: address }, said: [orderId] }]
`);
    expect(mcp).toEqual([
      {
        ...{ name: 'shop', url: 'https://mcp.example.com/mcp', command: [], env: [], tokenEnv: null, timeoutMs: 5000 },
        tools: [{ name: 'find_order', effect: 'read', identity: {}, said: [] }],
      },
      {
        ...{ name: 'local', url: null, command: ['node', 'server.js'], env: ['SHOP_KEY'], tokenEnv: null },
        timeoutMs: 2000,
        tools: [{ name: 'book', effect: 'write', identity: { customer: 'address' }, said: ['orderId'] }],
      },
    ]);
  });

  it.each([
    ['both an address and a program', 'url: https://a.example\n    command: [node]', /either url or command/],
    ['neither', 'timeout: 2s', /either url or command/],
    ['an address without scheme', 'url: a.example', /address/],
    ['a secret in place of its name', 'url: https://a.example\n    tokenEnv: sk-123', /environment variable/],
  ])('refuses %s, with its line', (_, lines, expected) => {
    const yaml = `mcp:\n  - name: shop\n    ${lines}\n    tools: [{ name: find_order, effect: read }]\n`;
    expect(problemsOf(yaml)[0]).toMatch(/^[5-9] mcp\[0\]/);
    expect(problemsOf(yaml)[0]).toMatch(expected);
  });

  it('refuses a tool without an effect, an unknown identity and a server without tools', () => {
    const tools = (list: string) =>
      problemsOf(`mcp:\n  - name: shop\n    url: https://a.example\n    tools: ${list}\n`);
    expect(tools('[{ name: find_order }]')[0]).toMatch(/effect: missing/);
    expect(tools('[{ name: find_order, effect: read, identity: { a: boss } }]')[0]).toMatch(/one of address/);
    expect(tools('[]')[0]).toMatch(/at least one tool/);
  });
});

describe('links in business.yaml', () => {
  it('are hosts, or left to the knowledge', () => {
    expect(parse('').links).toBeNull();
    expect(parse('links: [www.Example.com]\n').links).toEqual(['www.example.com']);
    expect(problemsOf('links: ["https://example.com/a"]\n')[0]).toMatch(/a host such as/);
  });
});
