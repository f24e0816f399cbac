/**
 * The peers, from `bench/redaction-peers` (a package of its own: `npm ci --prefix bench/redaction-peers`), and Presidio's
 * answers if `presidio.py` was run. What is not installed is said to be so and left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Found } from '../../test/redaction/evaluate';
import { type Redactor, replacedRanges, textRedactor } from './redactor';

const FOLDER = join(__dirname, '../redaction-peers');
const PLACEHOLDER =
  /\[[A-Z_0-9 ]+\]|\b(?:CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|DIGITS|[A-Z]+_[A-Z_]+|CREDENTIALS|USERNAME|PASSWORD|ZIPCODE|URL)\b/;
/** Kinds of openredaction that ours looks for too: documents, cards, codes. Its order, promotion and booking kinds are left out. */
const SAME_KINDS =
  /CARD|CVV|PASSPORT|LICEN[CS]E_(?:UK|US)|DRIV|SSN|ITIN|SIN|NATIONAL|_ID$|NIN|NHS|UTR|AADHAAR|PAN|TFN|MY_NUMBER|RRN|RUT|CNP|DNI|CUIT|CPF|CURP|RFC|BSN|PESEL|FISCAL_CODE|SOCIAL|NRIC|MYKAD|NIK|CCCD|SNILS|INN|JMBG|AMKA|OTP|PIN|CIVIL|MEDICARE|CEDULA|TAX_ID|EMIRATES|KRA|BVN|GHANA|UMID/;
const OTHER_KINDS =
  /GIFT|LOYALTY|PCARD|EMPLOYEE|STUDENT|UNIVERSITY|CLIENT|CUSTOMER|SOURCE|TRIP|RIDE|ORDER|RESERVATION|TRANSACTION|SUBSCRIPTION|SESSION|DEVICE|USER|DRIVER_ID|SIM_CARD|PROPERTY|SHIPPING|TRACKING|PLATE/;

const load = createRequire(join(FOLDER, 'package.json'));

export function installedPeers(): { peers: Redactor[]; missing: string[] } {
  const peers: Redactor[] = [];
  const missing: string[] = [];
  for (const [name, make] of [
    ['openredaction', openRedaction],
    ['redact-pii', redactPii],
    ['@redactpii/node', redactPiiNode],
  ] as const) {
    try {
      const { version } = JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8'));
      peers.push(...make(`${name} ${version}`));
    } catch {
      missing.push(name);
    }
  }
  return { peers, missing };
}

function openRedaction(name: string): Redactor[] {
  const { OpenRedaction } = load('openredaction');
  const tool = new OpenRedaction({});
  const kinds = (only: boolean) => async (text: string) => {
    const { detections } = (await tool.detect(text)) as {
      detections: { type: string; position: [number, number] }[];
    };
    return detections
      .filter(({ type }) => !only || (SAME_KINDS.test(type) && !OTHER_KINDS.test(type)))
      .map(({ type, position: [start, end] }) => ({ type, start, end }));
  };
  return [textRedactor(`${name}, ids and cards`, kinds(true)), textRedactor(`${name}, default`, kinds(false))];
}

function redactPii(name: string): Redactor[] {
  const { SyncRedactor } = load('redact-pii');
  const off = Object.fromEntries(
    [
      'names',
      'ipAddress',
      'emailAddress',
      'phoneNumber',
      'streetAddress',
      'username',
      'password',
      'credentials',
      'url',
      'zipcode',
      'digits',
    ].map((rule) => [rule, { enabled: false }]),
  );
  const make = (label: string, options: object) => {
    const tool = new SyncRedactor(options);
    return textRedactor(`${name}, ${label}`, (text) => gone(text, tool.redact(text)));
  };
  return [make('cards and SSN', { builtInRedactors: off }), make('default', {})];
}

function redactPiiNode(name: string): Redactor[] {
  const { Redactor: Tool } = load('@redactpii/node');
  const tool = new Tool({ rules: { CREDIT_CARD: true, SSN: true } });
  return [textRedactor(`${name}, cards and SSN`, (text) => gone(text, tool.redact(text)))];
}

function gone(text: string, redacted: string): Omit<Found, 'message'>[] {
  return replacedRanges(text, redacted, PLACEHOLDER).map((range) => ({ ...range, type: 'ANY' }));
}

/** Presidio runs in Python: `presidio.py` writes `{text, found}` lines, which are looked up here. */
export function presidioFrom(file: string | undefined): Redactor[] {
  if (!file || !existsSync(file)) return [];
  const answers = new Map<string, Omit<Found, 'message'>[]>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const { text, found } = JSON.parse(line) as { text: string; found: Omit<Found, 'message'>[] };
    answers.set(text, found);
  }
  return [textRedactor('Presidio, default recognisers', (text) => answers.get(text) ?? [])];
}
