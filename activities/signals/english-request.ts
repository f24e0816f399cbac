/**
 * How English asks for a person: patterns over folded words with the usual typing mistakes of the key words put
 * right first. Each pattern needs the wish and the person together, so that a word alone ("travel agent") is nothing.
 */
import { editDistance } from './folding';

export interface RequestPattern {
  pattern: RegExp;
  score: number;
}

const KEY_WORDS =
  'person someone somebody agent agents human humans operator operators assistant representative representatives advisor adviser specialist manager supervisor colleague reception receptionist speak speaking talk talking chat chatting contact contacting customer transfer connect'.split(
    ' ',
  );
/** Ordinary words that lie next to a key word and are not mistakes for it. */
const ORDINARY = new Set(
  'assistance assist persona personal persons agency urgent argent event agenda operate operates operated operating operation operations manage managed managed manages contract contracts contact contacts contracting contracted tall tally stalk chart charts charting cheat cat chats talks walk walking take taking transfers transferred transferring customers custom costume humane college speaks speaker speakers peak sneak sneaking waking tanking balk calk tank task tasks asking stalking receptions perception deception collect correct connects connected connection hat that what chap cost someones somehow sometime sometimes humid taking breaking chatted chant catching patting eating heating seating beating cutting putting hitting sitting getting coating'.split(
    ' ',
  ),
);
const FILLERS =
  /^(?:to|a|an|the|with|u|some)(?=(?:somebody|someone|human|person|agent|operator|representative|assistant)$)/;

function corrected(word: string): string {
  const split = word.replace(FILLERS, (filler) => `${filler} `);
  if (split !== word || ORDINARY.has(word) || KEY_WORDS.includes(word) || word.length < 4) return split;
  if (word === 'wth' || word === 'whit' || word === 'wiht') return 'with';
  for (const key of KEY_WORDS) {
    const limit = key.length >= 9 && word.length >= key.length - 1 ? 2 : 1;
    if (word.length < 5 && key.length > 5) continue;
    if (key.length >= 4 && Math.abs(key.length - word.length) <= limit && editDistance(word, key, limit) <= limit) {
      if (key.length <= 4 && word[0] !== key[0]) continue;
      return key;
    }
  }
  return word;
}

/** Words of one sentence with key words put right; commas and dashes stay as tokens, for they end a phrase. */
export function readEnglish(sentence: string): string {
  const apart = sentence
    .replace(/\bsome (one|body)\b/g, 'some$1')
    .replace(/\bany (one|body)\b/g, 'any$1')
    .replace(/\b(?:some|sum)1\b/g, 'someone')
    .replace(/\bany1\b/g, 'anyone')
    .replace(/\bw\/(?= |$)/g, 'with')
    .replace(/\bur\b/g, 'your')
    .replace(/\bu\b/g, 'you')
    .replace(/\bppl\b/g, 'people')
    .replace(/\bwanna\b/g, 'want to')
    .replace(/\bgotta\b/g, 'have to')
    .replace(/\b(?:lemme)\b/g, 'let me')
    .replace(/\bgimme\b/g, 'give me');
  const tokens = apart.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|[,:()]| - /gu) ?? [];
  return ` ${tokens.map((token) => (/[,:()]| - /.test(token) ? ',' : corrected(token))).join(' ')} `;
}

const REAL = '(?:real|actual|live|human|proper|normal|physical|living|breathing|non-robotic|non-bot|genuine|competent)';
const STRONG = `(?:human being|human person|humans?|human agent|(?:${REAL} )+(?:person|people|one|agent|assistant|staff|support|help|human|operator|representative|being|body|voice|employee)|(?:customer )?(?:service |support |care |sales )?(?:(?<!(?:travel|estate|insurance|booking) )agents?|operators?|representatives?|reps?)|supervisors?|managers?|someone (?:real|human|else|from|at|in|on|who|higher|in charge|with authority)|somebody (?:real|human|else|from|at|in|on|who|in charge)|staff members?|team members?|members? of (?:your |the )?(?:staff|team)|employees?|advisors?|advisers?|consultants?|receptionists?|concierge|clerks?|bank workers?|colleagues?|your boss|person in charge|duty manager)`;
const ANYONE = `(?:${STRONG}|someone|somebody|anyone|anybody|persons?|people|assistants?|staff|workers?|personnel|employee|team|cleaners?|waiters?|technicians?|specialists?|experts?)`;
const DESK = `(?:reception|front desk|help ?desk|service desk|customer (?:service|services|support|care|relations)|(?:tech |technical |live |phone )?support|(?:\\w+ )?(?:department|dept|team|desk|office)|housekeeping|room service|management|billing|sales|accounting|complaints|restaurant|spa|pool|kitchen|bar|gym|head office)`;
const GAP = (most: number) =>
  `(?:(?!(?:you|yourself|people|about|by|regarding|because|if|when|that|which|what|virtual|my|another bot) )[^\\s,]+ ){0,${most}}`;
const TALK =
  '(?:talk|talking|speak|speaking|chat|chatting|converse|conversing|communicate|communicating|interact|a word|a chat|a conversation|a talk|cat(?= (?:to|with) )|deal|dealing|correspond)';
const PASS =
  '(?:connect|transfer|pass|put|hand|forward|direct|redirect|route|switch|refer|link|patch|send|get|bring|escalate|udirect)';
const CASE =
  '(?:me|us|this|it|him|the (?:chat|call|conversation|case|issue)|this (?:chat|call|conversation|case|issue)|my (?:chat|call|conversation|case|issue|request|complaint|question))';

const at = (source: string, score: number): RequestPattern => ({
  pattern: new RegExp(` ${source}(?= |$)`, 'u'),
  score,
});

export const ENGLISH_REQUESTS: readonly RequestPattern[] = [
  at(`${TALK} (?:(?:directly|again|now|instead|live|privately|please) )?(?:to |with |2 |w )?${GAP(5)}${ANYONE}`, 0.97),
  at(`${TALK} (?:(?:directly|again|now) )?(?:to|with) (?:the |your )?(?:[^\\s,]+ )?${DESK}`, 0.92),
  at(
    `(?:contact|contacting|reach|reaching|see|meet|find|call(?! yourself)|calling|get a hold of|get hold of|get in touch with|in touch with|hear from|message|ask for) ${GAP(3)}(?:${STRONG})`,
    0.92,
  ),
  at(
    `(?:contact|contacting|reach|reaching|get in touch with|get a hold of|get hold of) (?:(?:a|an|some|any|another) (?:other |different )?)?(?:someone|somebody|anyone|anybody|assistant|(?<=(?:an?|another|different) )person)`,
    0.85,
  ),
  at(`${PASS} ${CASE} (?:\\w+ )?(?:to|with|through|thru|over|onto|2) ${GAP(4)}${ANYONE}`, 0.97),
  at(`(?:direct|udirect|connect) to me an? (?:${ANYONE})`, 0.85),
  at(
    `(?:connect|transfer|pass|put|forward|hand|patch|route|redirect|switch) ${CASE} (?:\\w+ )?(?:to|with|through to|over to|through with) (?:the |your |my )?(?:[^\\s,]+ )?${DESK}`,
    0.95,
  ),
  at(`(?:put|patch|get) (?:me|us) (?:through|thru)`, 0.9),
  at(`escalate (?:this|it|my|the)`, 0.85),
  at(
    `(?:i'd like|want|need|prefer|require|get|give|bring|find|would like|'d like|id like|demand|deserve|have|request|requesting|looking for|expect|take) (?:me |us |to have |to get |to see )?(?:(?:an?|the|some|your|another|any|that|to) )*(?:(?:nice|good|different|senior|other|damn|goddamn|fucking|bloody|freaking) )*${STRONG}(?! (?:number|fee|fees|card|account|id|code|portal|app|resources|error|name|names|can use|to use|else's))`,
    0.9,
  ),
  at(
    `(?:get|have|ask|let) (?:someone|somebody|anyone|an? person|one of your \\w+|your (?:manager|staff|team|boss)) (?:else )?(?:to )?(?:help|assist|call|contact|phone|ring|reply|reach out|get back|on the (?:line|phone)|speak|talk|take over|over here|in here)`,
    0.85,
  ),
  at(
    `(?:someone|somebody|anyone|anybody|one of your \\w+|an? (?:real |actual |human )?(?:person|human|agent|operator|manager)) (?:[^\\s,]+ ){0,3}(?:call|phone|ring|contact) (?:me|us)(?! (?:back )?(?:yesterday|before|earlier|last))`,
    0.82,
  ),
  at(
    `(?:can|could|may|will|would|should) (?:i |we )?(?:please )?(?:someone else|somebody else|another (?:person|agent)|an? (?:real |actual |live )?(?:person|human|agent|operator|manager|human being)|anyone else) (?:please )?(?:help|assist|take|look|handle|deal|answer|reply|respond|check|fix|sort|do|step|join|confirm)`,
    0.9,
  ),
  at(
    `(?:someone|somebody|anyone|anybody|person|human|agent|people|operator|manager) (?:[^\\s,]+ ){0,3}(?:to|i can|i could|i may|we can|can i|could i|who can|available to|there to) ${TALK}(?! (?:english|vietnamese|french|spanish|german|chinese))`,
    0.9,
  ),
  at(`who (?:can|could|may) (?:i|we) (?:talk|speak|chat) (?:to|with)`, 0.85),
  at(`(?:is|are) there (?:an?|any|no|some|not an?) ${GAP(1)}${STRONG}`, 0.85),
  at(
    `(?:is|are) (?:there )?(?:a |any |no )?(?:person|people|human|someone|somebody|anyone|anybody) (?:real |actual )?(?:there|here|available(?! to)|around|online|on duty|behind)`,
    0.8,
  ),
  at(`(?:anyone|anybody|someone|somebody) (?:real|human)`, 0.85),
  at(`give me (?:an? )?(?:person|somebody|someone)`, 0.85),
  at(
    `(?:don't|do not|dont|not|never|stop|tired of|sick of|hate|hating|rather not|without|no more|fed up with|done with|enough of|than|quit) (?:[^\\s,]+ ){0,4}(?:talk|talking|speak|speaking|chat|chatting|deal|dealing|interact|interacting|type|typing|converse|wasting (?:my )?time) (?:to|with) (?:an? |the |this |these |your |any |some |stupid |dumb |useless )*(?:bots?|robots?|machines?|computers?|a i|ai|chat ?bots?|virtual (?:agents?|assistants?)|automated|automation|algorithm|program|software|you)`,
    0.9,
  ),
  at(
    `(?:wasting|waste) (?:\\w+ )?time (?:\\w+ )?(?:with|on|talking to) (?:an? |this |the |your )?(?:\\w+ )?(?:bots?|robots?|machines?|computers?|ai)`,
    0.85,
  ),
  at(
    `(?:don't|do not|dont|not) (?:feel |\\w+ )?(?:comfortable|happy|ok|okay) (?:[^\\s,]+ ){0,5}(?:with|to) (?:an? |this |the )?(?:bots?|robots?|machines?|computers?|ai)`,
    0.85,
  ),
  at(
    `(?:no|not an?|stop|hate|enough of) (?:more )?(?:the |these |this |your |with the |with these )?(?:stupid |dumb |useless |damn )?(?:chat ?bots?|bots|robots|ai bots?|machines)(?! (?:is|are|app|can|on))`,
    0.8,
  ),
  at(
    `(?:human|person|agent|operator|manager|representative|supervisor|receptionist) (?:please|pls|plz|now|asap|immediately|required|needed)`,
    0.9,
  ),
  at(
    `(?:${STRONG}|someone|somebody|person) (?:instead|rather than (?:an? |the |this )?(?:bot|robot|machine|ai|computer|you))`,
    0.85,
  ),
];

/** Words that turn the pattern they stand in front of (in the same phrase) into its opposite or into a report. */
export const ENGLISH_DENIALS: readonly RegExp[] = [
  /(?:don't|do not|dont|doesn't|didn't|did not|won't|wouldn't|would not|no longer|not|never) (?:really |even |actually |yet |currently |necessarily |particularly )?(?:want|need|wish|like|have|care|require|prefer|intend|looking|going|trying|asking|you dare)(?: you| me| us| for)?(?: to| a| an| any| the| be)*(?: \S+){0,2} $/,
  /(?:don't|do not|dont|please don't|no need to|no need for|not necessary to|needn't|need not|never|without|avoid|instead of|rather than|not to|stop) (?:\S+ )?$/,
  /(?:no need|not necessary|unnecessary|without having|without needing|without the need)(?: to| for| of)?(?: \S+){0,2} $/,
  /(?:am i|was i|were we|are we|have been|had been|was|were|been|i've|i have|already|i had|after|while|when i|i was) (?:just |already |only |been )?$/,
  /(?:i|we|he|she|they|who|guy|lady) (?:just |already |have |had )?(?:spoke|talked|chatted) (?:\S+ )?$/,
  /(?<!(?:how|what|where) )(?:do|does|did|should|must) (?:i|we|one) (?:really |actually |even )?(?:(?:have|need) to )?$/,
  /(?:are you|is this|am i|call yourself|act like|think like) (?:(?!i )\S+ ){0,3}$/,
  /(?:what|who) (?:do|did|would) you $/,
  /(?:how do i become|want to be|want to become|work as|job as|become) (?:\S+ )?$/,
];

const SMALL =
  /^(?:please|pls|plz|plese|now|just|an?|the|your|hi|hello|hey|ok|okay|no|yes|yeah|yep|i|want|need|to|me|give|get|asap|immediately|right|away|for|with|some|another|nope|then|actually|connect|thanks|thank|you|can|have|could|real|live|actual|damn|fucking|goddamn|speak|talk|contact|,)$/;
const ALONE =
  /^(?:humans?|agents?|operators?|representatives?|reps?|managers?|supervisors?|receptionists?|reception|(?:real|live|actual|human) (?:persons?|people|agents?|supports?|chats?|humans?|helps?|assistants?)|persons?|customer (?:service|support|care)|somebody|someone|someone real|front desk|human being|staff|(?:\w+ )?(?:team|department|staff))$/;

/** A message that is nothing but the person asked for: "agent!!", "real person please", "spa team please". */
export function namesOnlyAPerson(sentence: string): boolean {
  if (/ (?:no|any|without) need | not? (?:want|need) | don't | dont /.test(sentence)) return false;
  const tokens = sentence.trim().split(' ');
  if (tokens.length > 8) return false;
  const rest = tokens.filter((token) => !SMALL.test(token));
  const adjective = tokens.find((token) => /^(?:real|live|actual)$/.test(token));
  if (rest.length === 0 || rest.length > 3) return false;
  const named = rest.join(' ');
  return ALONE.test(named) || (adjective !== undefined && ALONE.test(`${adjective} ${named}`));
}
