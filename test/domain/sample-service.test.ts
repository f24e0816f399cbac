import { type SampleService, startSampleService } from '../../examples/riverside-hotel/service/sample-service';

let service: SampleService;
beforeEach(async () => {
  service = await startSampleService(0);
});
afterEach(() => service.close());

const get = (path: string) => fetch(service.url + path);
const ask = (path: string, body: unknown, key?: string) =>
  fetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
  });

describe('the sample service', () => {
  it('knows its bookings and orders, and says so of others', async () => {
    expect(await (await get('/bookings/RH204815')).json()).toMatchObject({ id: 'RH204815', status: 'confirmed' });
    expect(await (await get('/orders/dh240117001')).json()).toMatchObject({ id: 'DH240117001' });
    expect((await get('/bookings/RH999999')).status).toBe(404);
    expect((await get('/rooms/1')).status).toBe(404);
  });

  it('does a write once for each idempotency key', async () => {
    const path = '/bookings/RH204815/late-check-out';
    const first = await (await ask(path, { until: '15:00' }, 'k1')).json();
    const again = await (await ask(path, { until: '15:00' }, 'k1')).json();
    const other = await (await ask(path, { until: '15:00' }, 'k2')).json();
    expect(first).toMatchObject({ bookingId: 'RH204815', status: 'requested', requestId: 'LC000001' });
    expect(again).toEqual(first);
    expect(other).toMatchObject({ requestId: 'LC000002' });
    expect(service.requests.map(({ idempotencyKey, status }) => [idempotencyKey, status])).toEqual([
      ['k1', 201],
      ['k1', 201],
      ['k2', 201],
    ]);
  });

  it.each([
    ['without a key', '/bookings/RH204815/late-check-out', { until: '15:00' }, undefined, 400],
    ['of an unknown booking', '/bookings/RH999999/late-check-out', { until: '15:00' }, 'k', 404],
    ['of a cancelled booking', '/bookings/RH204822/late-check-out', { until: '15:00' }, 'k', 409],
    ['for another hour', '/bookings/RH204815/late-check-out', { until: '23:00' }, 'k', 422],
    ['that is no object', '/bookings/RH204815/late-check-out', ['15:00'], 'k', 400],
  ])('refuses a write %s', async (_, path, body, key, status) => {
    expect((await ask(path, body, key)).status).toBe(status);
  });

  it('refuses a key that was used for another request', async () => {
    await ask('/bookings/RH204815/late-check-out', { until: '15:00' }, 'k');
    expect((await ask('/bookings/RH204815/late-check-out', { until: '18:00' }, 'k')).status).toBe(422);
  });
});
