/** Runs the sample service alone, for a worker that was started alone: `npx tsx .../service/main.ts [port]`. */
import { startSampleService } from './sample-service';

startSampleService(Number(process.argv[2] ?? 8077)).then(
  ({ url }) => process.stdout.write(`sample service on ${url}\n`),
  (error: Error) => {
    process.stderr.write(`the sample service can not listen: ${error.message}\n`);
    process.exitCode = 1;
  },
);
