/** Answers browsers of other sites: which page may read what a route says. Never every page, and never with cookies. */
import type { Request, RequestHandler } from 'express';
import type { Origins } from './origins';

type ForMethods = (methods: readonly string[]) => RequestHandler;

/** Reflects an Origin that may read the answer, and answers its preflight; any other passes on without a word. */
function cors(mayRead: (request: Request) => boolean, headers: string, methods: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (!origin || !mayRead(request)) return next();
    response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' });
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return next();
    response
      .status(204)
      .set({
        'Access-Control-Allow-Methods': methods.join(', '),
        'Access-Control-Allow-Headers': headers,
        'Access-Control-Max-Age': '600',
      })
      .end();
  };
}

/** The widget's routes, for the sites that embed it. */
export const webCors =
  (origins: Origins): ForMethods =>
  (methods) =>
    cors(
      ({ headers }) => origins.mayEmbed(headers.origin, headers.host),
      'Authorization, Content-Type, Last-Event-ID',
      methods,
    );

/** The codec, for Temporal's UI: its page sends its namespace along. */
export const codecCors =
  (origins: Origins): ForMethods =>
  (methods) =>
    cors(
      ({ headers }) => headers.origin === origins.temporalUi || origins.isLocalTemporalUi(headers.origin, headers.host),
      'Authorization, Content-Type, X-Namespace',
      methods,
    );
