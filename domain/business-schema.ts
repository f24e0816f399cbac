/**
 * The schema of business.yaml: every key with its meaning and default. What is not written here is refused, because a
 * misspelt setting that is silently ignored is worse than a start that fails.
 */
import { z } from 'zod';
import { channelsSchema } from './business-channels';
import { hoursSchema } from './business-hours';
import { mcpSchema } from './business-mcp';
import { openingHours } from './business-opening';
import { commandPhrases, handoff, operator, place, redaction, retention, topics, turn } from './business-sections';
import { toolsSchema } from './business-tools';
import { flag, host, language, origin, text } from './business-values';

const timezone = z.string({ error: 'expected a time zone such as Asia/Ho_Chi_Minh' }).refine(isTimezone, {
  message: 'expected a time zone of the IANA list, such as Asia/Ho_Chi_Minh',
});
const holiday = z.string({ error: 'expected a date such as "2026-12-25"' }).refine(isDate, {
  message: 'expected a date such as "2026-12-25"',
});

export const businessSchema = z
  .strictObject(
    {
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and "-"')
        .optional()
        .describe('Key of everything stored; never change it later. Default: made from the name.'),
      name: text("the business's name").describe('Name that customers know.'),
      languages: z
        .array(language, { error: 'expected a list of languages such as [en, vi]' })
        .min(1, 'expected at least one language')
        .describe('Languages the business answers in; the first is the fallback.'),
      timezone: timezone.describe('IANA time zone of the hours.'),
      hours: hoursSchema.describe('When people are there. Days not named are closed.'),
      holidays: z.array(holiday).default([]).describe('Local dates on which nobody is there. Default: none.'),
      openingHours: openingHours.describe(
        'What customers are told of opening hours, of the business and of places in it. Default: hours.',
      ),
      topics: topics.describe('Sensitive topics: always a person. Default: only the built-in one.'),
      distress: flag.default(true).describe('The built-in topic acute_distress. Default on.'),
      handoff: handoff.describe('When and how a conversation goes to a person.'),
      resume: z
        .enum(['automatic', 'off'])
        .default('automatic')
        .describe('Who answers after /done. Default automatic: the AI.'),
      turn: turn.describe("How the AI groups a customer's messages."),
      departments: z.array(text()).default([]).describe('Desks a customer may ask for by name. Default: none.'),
      operators: z.array(operator).default([]).describe('Who may command on provider channels. Default: nobody.'),
      commandPhrases,
      places: z.array(place).default([]).describe('Where operators are called. Default: only the team page.'),
      tools: toolsSchema.describe('HTTP calls the AI may make. Default: none.'),
      mcp: mcpSchema.describe('MCP servers and which of their tools the AI may call. Default: none.'),
      links: z
        .array(host)
        .nullable()
        .default(null)
        .describe('Hosts whose links the AI may send. Default: those that stand in the knowledge.'),
      redaction: redaction.describe('What is taken out of messages.'),
      retention: retention.describe('How long what is kept.'),
      attachments: z
        .strictObject({ handoff: flag.default(true).describe('Photos and files go to a person. Default yes.') })
        .prefault({})
        .describe('What an attachment means.'),
      web: z
        .strictObject({
          origins: z
            .array(origin)
            .default([])
            .describe('Sites that embed the widget. Default: same origin and loopback.'),
        })
        .prefault({})
        .describe('The web widget.'),
      channels: channelsSchema,
    },
    { error: 'expected the settings of a business, one key a line' },
  )
  .superRefine(checkAccounts);

/** What a valid file says. */
export type BusinessFile = z.output<typeof businessSchema>;

interface Accounts {
  channels: Record<string, unknown>;
  operators: { channel: string; account: string }[];
  places: { channel: string; account: string }[];
}

/** Operators and places name an account that exists; web and api have none to declare. */
function checkAccounts(file: Accounts, ctx: z.RefinementCtx): void {
  for (const list of ['operators', 'places'] as const) {
    file[list].forEach(({ channel: of, account: wanted }, index) => {
      const declared = file.channels[of];
      if (!Array.isArray(declared) || declared.some((entry: { account: string }) => entry.account === wanted)) return;
      ctx.addIssue({
        code: 'custom',
        path: [list, index, 'account'],
        message: `expected an account declared under channels.${of}`,
      });
    });
  }
}

function isTimezone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return /^[A-Za-z]/.test(value);
  } catch {
    return false;
  }
}

function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
