import { startApi, type TestApi } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test.each([
  ['/', 'text/html'],
  ['/team', 'text/html'],
  ['/insights', 'text/html'],
  ['/widget.js', 'javascript'],
])('%s is served without a key', async (path, type) => {
  const { status, headers, text } = await api.ask('GET', path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(type);
  expect(text.length).toBeGreaterThan(100);
});

test('a page may run our scripts, call our API and nothing else', async () => {
  const { headers } = await api.ask('GET', '/team');
  const policy = headers.get('content-security-policy') ?? '';
  for (const directive of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(directive);
  }
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('the widget may be embedded by any site, its answers read by none but the listed', async () => {
  const headers = { origin: 'https://evil.example' };
  const script = await api.ask('GET', '/widget.js', { headers });
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const module = await api.ask('GET', '/assets/widget/mount.js', { headers });
  expect([module.status, module.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  const messages = await api.ask('GET', '/v1/conversations/web-1/messages', { headers });
  expect(messages.headers.get('access-control-allow-origin')).toBeNull();
});

test.each(['/assets/..%2f..%2fmain.ts', '/assets/%2e%2e/%2e%2e/main.ts', '/assets/.hidden', '/assets', '/assets/'])(
  'nothing beside the assets is reached by %s',
  async (path) => {
    expect([400, 403, 404]).toContain((await api.ask('GET', path)).status);
  },
);

test('answers of the API are not kept by caches', async () => {
  expect((await api.ask('GET', '/v1/conversations')).headers.get('cache-control')).toBe('no-store');
});

test('the process is alive, can store, and counts', async () => {
  expect((await api.ask('GET', '/healthz')).body).toEqual({ status: 'ok' });
  expect((await api.ask('GET', '/readyz')).body).toEqual({ status: 'ok' });
  const { text, headers } = await api.ask('GET', '/metrics');
  expect(headers.get('content-type')).toMatch('text/plain');
  expect(text).toMatch(/baton_http_request_duration_seconds_count{method="GET",route="\/healthz",status="200"} 1/);
});
