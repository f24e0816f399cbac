/** `npm run rewrap-keys`: wraps every key in the database with the first of MASTER_KEYS. Safe while Baton runs, and to repeat. */
import { loadConfig } from '../config';
import { loadBusiness } from '../load-business';
import { createLog } from '../log';
import { connectStore, StoreUnavailable } from '../store';
import { explain } from './explain';
import { clause, LaunchError } from './servers/launch-error';

async function main(): Promise<void> {
  const config = loadConfig(undefined, { apiKeys: false });
  const business = await loadBusiness(config.businessDir, {
    variables: { ...(config.sampleServiceUrl && { SAMPLE_SERVICE_URL: config.sampleServiceUrl }) },
  });
  const store = await connectStore({
    uri: config.mongodbUri,
    masterKeys: config.masterKeys,
    // The indexes are made anew at every start: with another retention they would be replaced.
    retention: business.retention,
    log: createLog('warn'),
  });
  try {
    const wrapped = await store.rewrapKeys();
    console.log(`${wrapped} keys wrapped anew; all are under ${config.masterKeys[0]?.id} now.`);
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  const down = error instanceof StoreUnavailable;
  console.error(explain(down ? new LaunchError(`${clause(error)}. Is MONGODB_URI the database's address?`) : error));
  process.exitCode = 1;
});
