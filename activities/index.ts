/** Puts the activities together. Each name here is what an engineer reads in Temporal UI. */
import { acknowledgeHandoff } from './acknowledge-handoff';
import { announceAmendments } from './announce-amendments';
import { briefOperators } from './brief-operators';
import { callTool } from './call-tool';
import type { ActivityDeps } from './deps';
import { detectSignals } from './detect-signals';
import { forwardToOperators } from './forward-to-operators';
import { postNotice } from './post-notice';
import { readPolicy } from './read-policy';
import { recordBoundary } from './record-boundary';
import { recordMode } from './record-mode';
import { refreshZaloToken } from './refresh-zalo-token';
import { relayToCustomer } from './relay-to-customer';
import { remindOperators } from './remind-operators';
import { retitleThreads } from './retitle-threads';
import { sendReply } from './send-reply';
import { stageDraft } from './stage-draft';
import { summarizeHistory } from './summarize-history';
import { takeMessage } from './take-message';

export function createActivities(deps: ActivityDeps) {
  return {
    readPolicy: readPolicy(deps),
    redactMessage: takeMessage(deps),
    announceAmendments: announceAmendments(deps),
    detectSignals: detectSignals(deps),
    draftReply: stageDraft(deps),
    callTool: callTool(deps),
    summarizeHistory: summarizeHistory(deps),
    sendReply: sendReply(deps),
    recordMode: recordMode(deps),
    recordBoundary: recordBoundary(deps),
    acknowledgeHandoff: acknowledgeHandoff(deps),
    briefOperators: briefOperators(deps),
    forwardToOperators: forwardToOperators(deps),
    relayToCustomer: relayToCustomer(deps),
    remindOperators: remindOperators(deps),
    postNotice: postNotice(deps),
    retitleThreads: retitleThreads(deps),
    refreshZaloToken: refreshZaloToken(deps),
  };
}

export type Activities = ReturnType<typeof createActivities>;
