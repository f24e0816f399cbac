/** The sweep as a picture: a plain SVG that any browser shows, one point a threshold. */
import type { SweepPoint } from './sweep';

const [WIDTH, HEIGHT, MARGIN] = [640, 420, 56];
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function sweepChart(points: readonly SweepPoint[], current: number): string {
  const top = Math.max(0.05, ...points.map(({ wrongRate }) => wrongRate));
  const x = (rate: number) => MARGIN + rate * (WIDTH - 2 * MARGIN);
  const y = (rate: number) => HEIGHT - MARGIN - (rate / top) * (HEIGHT - 2 * MARGIN);
  const path = points.map(({ handoffRate, wrongRate }) => `${x(handoffRate).toFixed(1)},${y(wrongRate).toFixed(1)}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">`,
    '<title>Turns handed to a person against turns answered wrongly, by threshold</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...TICKS.flatMap((tick) => [
      line(x(tick), y(0), x(tick), y(top)),
      label(x(tick), y(0) + 18, percent(tick), 'middle'),
      line(x(0), y(tick * top), x(1), y(tick * top)),
      label(x(0) - 8, y(tick * top) + 4, percent(tick * top), 'end'),
    ]),
    label(WIDTH / 2, HEIGHT - 12, 'turns handed to a person', 'middle'),
    label(x(0), MARGIN - 20, 'turns answered wrongly', 'start'),
    `<polyline points="${path.join(' ')}" fill="none" stroke="#2563eb" stroke-width="2"/>`,
    ...points.flatMap((point) => dot(point, x(point.handoffRate), y(point.wrongRate), point.threshold === current)),
    '</svg>',
  ].join('\n');
}

function dot({ threshold }: SweepPoint, at: number, height: number, now: boolean): string[] {
  return [
    `<circle cx="${at.toFixed(1)}" cy="${height.toFixed(1)}" r="${now ? 6 : 4}" fill="${now ? '#dc2626' : '#2563eb'}"/>`,
    label(at + 8, height - 8, `${threshold}${now ? ' (now)' : ''}`, 'start'),
  ];
}

const line = (x1: number, y1: number, x2: number, y2: number) =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#e5e7eb"/>`;
const label = (x: number, y: number, text: string, anchor: string) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#374151">${text}</text>`;
const percent = (rate: number) => `${Math.round(rate * 1000) / 10} %`;
