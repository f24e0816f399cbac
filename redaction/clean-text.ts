/**
 * Text that has been through `redact()`. The brand has no constructor outside this room: model, operator and
 * transcript functions accept only this type, so forgetting to redact is a type error.
 */
declare const clean: unique symbol;
export type CleanText = string & { readonly [clean]: true };

/** Stands for a message that could not be redacted: nothing of it passes. */
export const WITHHELD = '[MESSAGE_WITHHELD]' as CleanText;
