/** Counts and times for Prometheus. Labels are route patterns, channels and outcomes; never an id. */
import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const register = new Registry();
  const registers = [register];
  return {
    register,
    requests: new Histogram({
      name: 'baton_http_request_duration_seconds',
      help: 'Requests by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
      registers,
    }),
    signals: new Counter({
      name: 'baton_signals_total',
      help: 'Signals to conversations, at once or by the pump',
      labelNames: ['by', 'outcome'],
      registers,
    }),
    webhookEvents: new Counter({
      name: 'baton_webhook_events_total',
      help: 'What arrived in webhooks and what became of it',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    pumpBacklog: new Gauge({
      name: 'baton_pump_backlog',
      help: 'Stored messages that the last round found and could not signal',
      registers,
    }),
    eventClients: new Gauge({ name: 'baton_event_clients', help: 'Open event streams', registers }),
    slowClients: new Counter({
      name: 'baton_event_clients_closed_slow_total',
      help: 'Event streams closed because their reader did not keep up',
      registers,
    }),
  };
}

/** Times every request; an event stream counts from its start to its end. */
export function measureRequests(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = metrics.requests.startTimer();
    response.on('close', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
}
