/**
 * The verdict on a draft: send it, ask the customer one question, or call a person. Rules stand here, outside the
 * model, so that no reply can argue its way past the threshold.
 */
import { orderReasons, type Signal } from '../../domain/handoff';
import type { Citation, CleanText } from '../../domain/message';
import type { LoadedBusiness } from '../../load-business';
import { redact } from '../../redaction';
import type { DraftStep, Usage } from './answerer';
import { claimsHandoff } from './grounding';

type Proposal = Extract<DraftStep, { kind: 'reply' }>;

export interface JudgedReply {
  kind: 'reply';
  text: CleanText;
  language: string;
  confidence: number;
  citations: Citation[];
  intent: 'answer' | 'clarify' | 'cannot';
  verdict: 'reply' | 'clarify' | 'handoff';
  /** Primary first; not empty exactly where the verdict is `handoff`. */
  fired: Signal[];
  measured: Signal[];
  usage?: Usage;
}

/** `clarifyAsked`: a question was asked back already in this matter. */
export function judge(
  proposal: Proposal,
  business: LoadedBusiness,
  { clarifyAsked }: { clarifyAsked: boolean },
): JudgedReply {
  const { confidence, intent, language, usage, confirms } = proposal;
  const { clarifyOnce } = business.handoff;
  const text = clean(proposal.text, business);
  const sure = confidenceSignal(proposal, business);
  const signals = modelSignals(proposal, business);
  const asks = intent === 'clarify' && (clarifyOnce || confirms === true) && !clarifyAsked && text !== '';
  const unsure = !asks && (sure.score < sure.threshold || intent === 'cannot' || text === '');
  const fired = [...signals, ...(unsure ? [sure] : [])].filter(
    (signal) => signal === sure || signal.score >= signal.threshold,
  );
  return {
    kind: 'reply',
    text,
    language,
    confidence,
    citations: proposal.citations.map(({ title, quote }) =>
      quote === '' ? { title } : { title, quote: clean(quote, business) },
    ),
    intent,
    verdict: fired.length > 0 ? 'handoff' : asks ? 'clarify' : 'reply',
    fired: orderReasons(fired),
    measured: orderReasons([...signals, sure]),
    ...(usage && { usage }),
  };
}

/** The model's words pass through redaction like everybody's. */
function clean(text: string, { redaction: { keepLastFour, patterns } }: LoadedBusiness): CleanText {
  return redact(text, { from: 'ai', options: { keepLastFour, patterns } }).text;
}

function confidenceSignal({ confidence, caps, intent }: Proposal, { handoff }: LoadedBusiness): Signal {
  return {
    reason: 'low_confidence',
    score: intent === 'cannot' ? Math.min(confidence, Math.max(0, handoff.confidence - 0.001)) : confidence,
    threshold: handoff.confidence,
    evidence: caps.join('; ') || `the answerer's confidence is ${confidence.toFixed(2)}`,
    detector: 'confidence',
  };
}

/** What the model saw in the message. Frustration is measured only: one expression never calls a person. */
function modelSignals({ signals, text }: Proposal, { topics }: LoadedBusiness): Signal[] {
  const claims = claimsHandoff(text);
  const found: Signal[] = [];
  if (signals?.wantsPerson || claims) {
    const evidence = claims ? 'the draft claimed to pass the customer on' : 'the model reads a wish for a person';
    found.push({
      reason: 'explicit_request',
      score: 0.9,
      threshold: 0.7,
      evidence,
      detector: claims ? 'claimed-handoff' : 'model',
    });
  }
  if (signals?.frustrated)
    found.push({
      reason: 'repeated_dissatisfaction',
      score: 0.5,
      threshold: 1,
      evidence: 'the model reads frustration',
      detector: 'model',
    });
  for (const id of signals?.sensitiveTopics ?? []) {
    const topic = topics.find((one) => one.id === id);
    if (topic)
      found.push({
        reason: 'sensitive_topic',
        topic: id,
        score: 0.9,
        threshold: 0.6,
        evidence: 'the model reads this topic',
        detector: 'model',
      });
  }
  return found;
}
