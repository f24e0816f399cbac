/**
 * What a word to operators is called in the outbox: `{workflow}:{purpose}:{number}@{place}`, with its part behind it. An
 * operator who answers it names by it what he means.
 */
const GENERAL = ':general';
const IS_GENERAL = new RegExp(`${GENERAL}@[^@]*$`);
/** The row that was passed on; its version stands after it. */
const FORWARDED = /:forward:(\d+)(?::[^@]*)?@[^@]*$/;

export const operatorsKey = (workflowId: string, purpose: string, number: string, place: string): string =>
  `${workflowId}:${purpose}:${number}@${place}`;

/** The number of a word that is about no conversation: an answer to it names none. */
export const generalNumber = (number: string): string => `${number}${GENERAL}`;
export const isGeneral = (outboxKey: string): boolean => IS_GENERAL.test(outboxKey);

/** Seq of the row that a send passed on to operators; null where it passed on none. */
export function forwardedSeq(outboxKey: string): number | null {
  const seq = FORWARDED.exec(outboxKey)?.[1];
  return seq === undefined ? null : Number(seq);
}
