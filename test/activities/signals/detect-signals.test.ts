import { detectSignals } from '../../../activities/detect-signals';
import type { TranscriptMessage } from '../../../domain/message';
import type { LoadedBusiness } from '../../../load-business';
import { sampleBusiness } from '../llm/draft-request';
import { conversation, row, storeWith } from '../transcript-fixture';

let sample: LoadedBusiness;
beforeAll(async () => {
  sample = await sampleBusiness();
});

describe('detectSignals', () => {
  const run = (rows: TranscriptMessage[], seqs: number[], since = 0) => {
    const activity = detectSignals({ store: storeWith(rows), business: () => sample });
    return activity({ conversation, seqs, upTo: rows.at(-1)?.seq ?? 0, version: 1, since });
  };

  it('hears a wish in the middle of a burst', async () => {
    const rows = [
      row(1, 'customer', 'hi'),
      row(2, 'customer', 'I want to talk to a human'),
      row(3, 'customer', 'it is about parking'),
    ];
    expect((await run(rows, [1, 2, 3])).fired).toMatchObject([{ reason: 'explicit_request' }]);
    expect((await run(rows, [3])).fired).toEqual([]);
  });

  it('lets nothing before the boundary raise a signal, and reads no team rows', async () => {
    const rows = [
      row(1, 'customer', 'this is useless'),
      row(2, 'operator', 'he says: this is useless', { visibility: 'team' }),
      row(3, 'system', 'resolved', { purpose: 'boundary', visibility: 'team' }),
      row(4, 'customer', 'cảm ơn nhé'),
    ];
    expect(await run(rows, [4], 3)).toMatchObject({ fired: [], language: 'vi' });
  });
});
