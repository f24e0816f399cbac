/** `npm run bundle`: builds the workflow bundle into the data folder, or into the file that is named. */
import { loadConfig } from '../config';
import { buildWorkflowBundle, cachedWorkflowBundle } from '../worker/workflow-bundle';

async function main(target: string | undefined): Promise<void> {
  if (target) await buildWorkflowBundle(target);
  console.log(
    target ?? (await cachedWorkflowBundle(loadConfig(undefined, { apiKeys: false, masterKeys: false }).dataDir)),
  );
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
