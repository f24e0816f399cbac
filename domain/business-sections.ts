/** The sections of business.yaml that have keys of their own, one schema each. */
import { z } from 'zod';
import { days, duration, flag, identifier, name, pattern, text, texts, timer, unique } from './business-values';

const CHANNELS = ['telegram', 'whatsapp', 'zalo', 'messenger', 'slack', 'web', 'api'] as const;
const channel = z.enum(CHANNELS).describe('Name of the channel.');
const account = name('the name of an account')
  .default('default')
  .describe('Name of the account on that channel. Default: default.');

const topic = z.strictObject({
  id: name('an id of letters, digits, "-" and "_"').describe('Shown as evidence; unique.'),
  description: text('a description: what the topic is about').describe('Meaning of the topic, for the model.'),
  phrases: z.array(text()).default([]).describe('Strong evidence, judged in context. Default: none.'),
  examples: z.array(text()).default([]).describe('Whole messages about the topic. Default: none.'),
});

export const topics = z.array(topic, { error: 'expected a list of topics' }).default([]).superRefine(unique('id'));

const CONFIDENCE = 'expected a number from 0 to 1';
export const handoff = z
  .strictObject({
    confidence: z
      .number({ error: CONFIDENCE })
      .min(0, CONFIDENCE)
      .max(1, CONFIDENCE)
      .default(0.75)
      .describe('A draft below it is not sent; the conversation goes to a person. Default 0.75.'),
    clarifyOnce: flag
      .default(false)
      .describe('Ask one question back before handing off for low confidence. Default no.'),
    unclaimedAfter: timer.default(600_000).describe('Remind and escalate when no operator has come. Default 10m.'),
    unclaimedPolicy: z
      .enum(['keep', 'ai'])
      .default('keep')
      .describe('After the escalation: keep waiting, or back to the AI.'),
    idleAfter: timer.default(900_000).describe('Nudge the operator when the customer waits this long. Default 15m.'),
    resumeAfter: timer
      .default(null)
      .describe('The AI takes over again when the customer waited this long. Default never.'),
    ack: texts.nullable().default({}).describe('Own acknowledgement per language; null for none. Default: built in.'),
  })
  .refine(({ idleAfter, resumeAfter }) => resumeAfter === null || idleAfter === null || resumeAfter >= idleAfter, {
    path: ['resumeAfter'],
    message: 'expected a time no shorter than idleAfter',
  })
  .transform(({ unclaimedAfter, idleAfter, resumeAfter, ...rest }) => ({
    ...rest,
    unclaimedAfterMs: unclaimedAfter,
    idleAfterMs: idleAfter,
    resumeAfterMs: resumeAfter,
  }))
  .prefault({});

export const turn = z
  .strictObject({
    quietPeriod: duration().default(0).describe('Wait this long for more messages before drafting. Default 0.'),
    maxWait: duration().default(12_000).describe('A turn takes in new messages no longer than this. Default 12s.'),
  })
  .transform(({ quietPeriod, maxWait }) => ({ quietPeriodMs: quietPeriod, maxWaitMs: maxWait }))
  .prefault({});

export const operator = z.strictObject({
  channel,
  account,
  id: identifier("the provider's user id").describe("The provider's user id on that account."),
  name: text().describe('Shown to the other operators.'),
});
export const place = z.strictObject({
  channel,
  account,
  chat: identifier('the id of a chat').describe('Id of the group, channel or chat.'),
});

const phrasesFor = (command: string) =>
  z
    .array(text())
    .default([])
    .describe(`Whole messages that count as /${command} where an operator writes them in the customer's thread.`);
export const commandPhrases = z
  .strictObject({ done: phrasesFor('done'), take: phrasesFor('take'), ai: phrasesFor('ai') })
  .prefault({})
  .describe(
    "Commands for operators who answer in the customer's own thread, where /done would be seen. Default: none.",
  );

const keepOrDrop = z.enum(['keep', 'drop']).default('keep');
export const redaction = z
  .strictObject({
    keepLastFour: flag.default(false).describe('[PAYMENT_CARD ••1111] in place of [PAYMENT_CARD]. Default no.'),
    patterns: z.array(pattern('word')).default([]).describe("The business's own harmless numbers. Default: none."),
    vault: z
      .strictObject({
        cards: keepOrDrop.describe('drop: sealed originals lose card numbers too. Default keep.'),
        passcodes: keepOrDrop.describe('drop: sealed originals lose one-time passcodes too. Default keep.'),
      })
      .prefault({})
      .describe('What sealed originals keep. Security codes are never kept.'),
  })
  .prefault({});

export const retention = z
  .strictObject({
    originals: days.default(90).describe('Sealed originals. Default 90d.'),
    transcripts: days.default(365).describe('Clean transcripts. Default 365d.'),
    audit: days.default(730).describe('Who opened an original or erased a conversation. Default 730d.'),
  })
  .transform(({ originals, transcripts, audit }) => ({
    originalsDays: originals,
    transcriptsDays: transcripts,
    auditDays: audit,
  }))
  .prefault({});
