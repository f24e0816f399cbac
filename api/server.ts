/**
 * The HTTP server, assembled: every operation mounted on one Express app, with strict headers before and problem
 * details after. What an operation does stands in `routes/`; what is true of all of them stands in `operation.ts`.
 */
import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { bounded } from './bounded-store';
import { createCallers } from './callers';
import { measureChannelAccess } from './channel-access';
import { codecCors, webCors } from './cors';
import type { RouteDeps, ServerDeps } from './deps';
import { openDoor } from './door';
import { createLive } from './live';
import { createMetrics, measureRequests } from './metrics';
import { type Gate, handlerOf, type Operation } from './operation';
import { createOrigins } from './origins';
import { Problem, problemHandler } from './problem';
import { createRateLimit } from './rate-limit';
import { operationsOf } from './routes';
import { createTakeIn, type TakeIn } from './take-in';
import { createWebSessions } from './web-session';

const STORE_DEADLINE_MS = 1_700;
const PUBLIC = join(__dirname, 'public');

export interface ApiServer {
  app: Express;
  /** Port 0 takes a free one; resolves with the port taken. */
  listen(port: number, host: string): Promise<number>;
  /** Ends event streams, lets requests and their signals finish, then lets go of the store's watch. */
  close(): Promise<void>;
  forward: TakeIn['forward'];
  forwarded: TakeIn['forwarded'];
}

export function createServer(deps: ServerDeps): ApiServer {
  const routeDeps = completeDeps(deps);
  const app = createApp(routeDeps);
  const door = openDoor(app);
  return {
    app,
    listen: door.listen,
    forward: routeDeps.takeIn.forward,
    forwarded: routeDeps.takeIn.forwarded,
    async close() {
      routeDeps.live.endAll();
      await door.close();
      await routeDeps.takeIn.forwarded();
      routeDeps.live.stop();
    },
  };
}

function completeDeps(deps: ServerDeps): RouteDeps {
  const { config, business, conversations, storeDeadlineMs = STORE_DEADLINE_MS } = deps;
  const metrics = deps.metrics ?? createMetrics();
  measureChannelAccess(metrics, deps.store, business);
  const webSessions = createWebSessions(deps.store.payloadKeys);
  const store = {
    ...deps.store,
    ingress: bounded(deps.store.ingress, storeDeadlineMs),
    conversations: bounded(deps.store.conversations, storeDeadlineMs, { erase: 30_000, counts: 10_000 }),
    originals: bounded(deps.store.originals, storeDeadlineMs),
    outbox: bounded(deps.store.outbox, storeDeadlineMs),
  };
  return {
    ...deps,
    store,
    metrics,
    webSessions,
    callers: createCallers(config.apiKeys, webSessions),
    origins: createOrigins(config, business.web.origins),
    live: createLive((listener) => deps.store.watch(listener)),
    takeIn: createTakeIn({ ingress: store.ingress, conversations, metrics }),
    conversationLimit: createRateLimit(config.rateLimit.conversation),
    sessionLimit: createRateLimit(config.rateLimit.key),
  };
}

function createApp(deps: RouteDeps): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing');
  app.use(measureRequests(deps.metrics), securityHeaders(deps.config.loopback));
  app.use(['/v1', '/codec'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/assets', embeddable, express.static(join(PUBLIC, 'assets'), { index: false, redirect: false }));
  const keyLimit = createRateLimit(deps.config.rateLimit.key);
  const gate: Gate = { identify: deps.callers.identify, rateLimit: (caller) => keyLimit(caller.id) };
  mount(app, operationsOf(deps, PUBLIC), gate, { web: webCors(deps.origins), codec: codecCors(deps.origins) });
  app.use((_request, _response, next) => next(new Problem(404, 'There is no such address')));
  app.use(problemHandler(deps.log));
  return app;
}

/** One Express route a path; a method it does not take is answered with the ones it does. */
function mount(
  app: Express,
  operations: readonly Operation[],
  gate: Gate,
  cors: Record<'web' | 'codec', (methods: readonly string[]) => RequestHandler>,
): void {
  for (const path of new Set(operations.map((op) => op.path))) {
    const here = operations.filter((op) => op.path === path);
    const methods = here.map((op) => op.method.toUpperCase());
    const route = app.route(path);
    const shared = here.find((op) => op.cors)?.cors;
    if (shared) route.all(cors[shared](methods));
    for (const op of here) route[op.method](handlerOf(op, gate));
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    route.options((_request, response) => void response.status(204).set('Allow', allow).end());
    route.all(() => {
      throw new Problem(405, `This address takes ${allow}`, { headers: { Allow: allow } });
    });
  }
}

/** The widget's modules and styles are loaded by the sites that embed it; they hold nothing that is anybody's own. */
const embeddable: RequestHandler = (_request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
};

function securityHeaders(loopback: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    // On plain HTTP of one's own machine it would only lock the browser out.
    strictTransportSecurity: !loopback,
    xFrameOptions: { action: 'deny' },
  });
}
