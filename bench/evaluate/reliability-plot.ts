/** A reliability plot as SVG: what was said across, how often it was right upwards; on the diagonal both are the same. */
import type { Bin } from './measures';

const SIDE = 320;
const EDGE = 48;
const COLOURS = ['#1b6ca8', '#c2571a', '#2f7d4f', '#7a4aa3'];

export function reliabilityPlot(series: readonly { name: string; bins: readonly Bin[] }[]): string {
  const across = (value: number) => EDGE + value * SIDE;
  const up = (value: number) => EDGE + (1 - value) * SIDE;
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((value) => [
    `<path d="M${across(value)} ${up(0)}V${up(1)}M${across(0)} ${up(value)}H${across(1)}" stroke="#ddd"/>`,
    `<text x="${across(value)}" y="${up(0) + 18}" text-anchor="middle">${value}</text>`,
    `<text x="${across(0) - 8}" y="${up(value) + 4}" text-anchor="end">${value}</text>`,
  ]);
  const most = Math.max(1, ...series.flatMap(({ bins }) => bins.map(({ count }) => count)));
  const lines = series.flatMap(({ name, bins }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const seen = bins.filter(({ count }) => count > 0);
    const points = seen.map(({ said, right }) => `${across(said).toFixed(1)},${up(right).toFixed(1)}`).join(' ');
    return [
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...seen.map(
        ({ said, right, count }) =>
          `<circle cx="${across(said).toFixed(1)}" cy="${up(right).toFixed(1)}" r="${(2 + 6 * Math.sqrt(count / most)).toFixed(1)}" fill="${colour}" fill-opacity="0.6"/>`,
      ),
      `<text x="${across(0.03)}" y="${up(0.97) + 14 + index * 18}" fill="${colour}">${name}</text>`,
    ];
  });
  const size = SIDE + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" font-family="sans-serif" font-size="13">`,
    '<title>Confidence against the share that was right</title>',
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    ...grid,
    `<path d="M${across(0)} ${up(0)}L${across(1)} ${up(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...lines,
    `<text x="${size / 2}" y="${size - 8}" text-anchor="middle">confidence</text>`,
    `<text x="14" y="${size / 2}" text-anchor="middle" transform="rotate(-90 14 ${size / 2})">share right</text>`,
    '</svg>',
    '',
  ].join('\n');
}
