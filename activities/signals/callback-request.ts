/**
 * Asking to be called, written to or taken over by somebody of the business is asking for a person, whoever is to do
 * it: "can the workshop ring me", "put Linh on the phone", "I'd like a callback". Patterns over English as
 * `readEnglish` reads it; a taxi, a time to be woken or news of an event ("call me when it is ready") is none.
 */

/** What follows makes it a service or an errand. */
const NO_ERRAND =
  '(?! (?:an? |the |my )?(?:taxi|cab|car|ride|uber|grab|limousine|ambulance|at|when|if|once|before|after|in case|as soon|for dinner|crazy|old|by|later))(?! [^\\s,]+ (?:when|if|once))';
const CALL =
  '(?:call|phone|ring|telephone|contact|reach out to|get back to|get in touch with|message|text|email|write to)';
const ME = '(?:me|us)(?: back)?';
const NOBODY =
  '(?!(?:you|we|i|the app|the system|a bot|the bot|your bot|your app|your system|it|my|our|anything|everything) )';

const SOURCES: readonly (readonly [string, number])[] = [
  // "could you have the office phone me", "can one of the ladies at reception get back to me"
  [
    `(?:can|could|would|have|ask|get|let|tell) (?:please )?${NOBODY}(?:the|your|an?|one of|someone|somebody|anyone)(?: [^\\s,]+){0,5}? (?:please |to |maybe |just ){0,2}${CALL} ${ME}${NO_ERRAND}`,
    0.85,
  ],
  [
    `(?:ask|tell|get|have) ${NOBODY}(?!me |us |him |her |them )[^\\s,]+ (?:to )?(?:call|phone|ring|get back to|contact) ${ME}${NO_ERRAND}`,
    0.8,
  ],
  // Being called back is always by somebody.
  [
    `(?:please|pls|plz|can you|could you|would you|will you|you guys|just|kindly|rather you|need you to|want you to) (?:please |pls |just ){0,2}(?:call|phone|ring) (?:me|us)(?: back| instead| directly| now| today| asap| please| pls| about| regarding| on my|(?= ,| $))`,
    0.82,
  ],
  [
    `^ (?:please |pls |plz |just |so )*(?:call|phone|ring) (?:me|us) (?:back|instead|directly|now|asap|please|pls)(?! (?:when|if|once))`,
    0.85,
  ],
  [
    `(?:want|need|like|request|requesting|arrange|schedule|get|have|expect|expecting|waiting for|prefer|possible) (?:me |us |to have |to get )?(?:for )?(?:an? |the )?(?:quick |urgent |phone )?(?:callback|call-back|call back|call from (?:you|your|someone|somebody|an?|the|one))(?! (?:number|policy|service hours))`,
    0.85,
  ],
  [`give (?:me|us) (?:an? )?(?:phone |quick |voice )?(?:call|ring|bell|callback)${NO_ERRAND}(?! (?:number|sign))`, 0.8],
  // "put your colleague on the line", "put Linh from the front desk on"
  [
    `put (?!the (?!manager|boss|owner|chef|doctor|nurse|head|person|lady|guy|man|woman|supervisor|director))(?:[^\\s,]+ ){1,4}on the (?:line|phone)`,
    0.85,
  ],
  [
    `put (?:someone|somebody|your [^\\s,]+|[^\\s,]+ (?:from|at|of) (?:the |your )?(?:[^\\s,]+ ){1,2}|him|her) ?on(?: (?:please|who|here|now)|(?= ,| $))`,
    0.8,
  ],
  [
    `(?:is|are|isn't|isnt|aren't)(?: there)? (?:not )?(?:an?|any|no|some) (?:[^\\s,]+ )?(?:person|people|humans?|one|someone|somebody|anyone) (?:that |who |whom )?(?:i|we) (?:can|could|may) (?:\\w+ )?(?:write|turn|ask|deal|reach|contact|call|talk|speak|discuss|meet|complain|email)`,
    0.85,
  ],
  [
    `(?:refuse|refusing|declin\\w+) to (?:[^\\s,]+ ){0,2}(?:talk|speak|chat|deal|argue|discuss|communicate|write|type) (?:[^\\s,]+ ){0,2}(?:to|with) (?:an? |the |this |your )?(?:bots?|robots?|machines?|computers?|ai|chat ?bots?|software|algorithm)`,
    0.85,
  ],
  [
    `(?<!(?:i'm|im|am|you're|youre|are|it's|is|was|if) )not an? (?:bot|robot|machine|computer|chat ?bot)(?= (?:please|pls|this time|again)|$| $| ,)`,
    0.75,
  ],
  [`(?:want|need|prefer) (?:real )?people(?= $| ,| instead| not | please)`, 0.8],
  [
    `(?:forward|pass|hand|give|send|take|bring|show) (?:this|it|that|my (?:message|messages|email|note|question|case|complaint|request|feedback))(?: on| over| up| along)? to (?:the |your |an? )?(?:[^\\s,]+ )?(?:owners?|boss|director|manager|management|team|staff|colleagues?|supervisor|head office|human|person|someone|somebody|department)`,
    0.85,
  ],
  [
    `(?:can|could|would|will|may) (?:please )?(?:someone|somebody|anyone|a person|a human|one) (?:from|at|on|of|in) (?:the |your )(?:[^\\s,]+ ){1,3}?(?:please )?(?:look|help|check|reply|answer|assist|handle|deal|explain|take|sort|read|tell|advise|confirm|respond|get)`,
    0.85,
  ],
  [
    `(?:can|could|would|will) an? (?:human|person|real person|human being|colleague) (?:please )?(?:read|see|review|write|come|explain|tell|advise|call|get|give)`,
    0.85,
  ],
  [`who(?: is|'s) (?:in charge|responsible)(?: there| here)?(?= $| ,| i )`, 0.75],
  [
    `^ (?:hel+o+ |hi |hey |um |so |, )*(?:any(?:one|body)|some(?:one|body)) (?:there|alive|home|around|listening|reading)(?: there| at all| here)? $`,
    0.75,
  ],
  // The talk as such has failed.
  [
    `this (?:chat|conversation|bot|chat ?bot|assistant)(?: thing)? (?:isn't|is not|isnt|ain't|doesn't|does not|is clearly not|is just not) (?:really )?(?:work|working|helping|going anywhere)(?: at all| for me| out)?(?= $| ,)`,
    0.75,
  ],
];

export const CALLBACK_REQUESTS = SOURCES.map(([source, score]) => ({
  pattern: new RegExp(source.startsWith('^') ? source : ` ${source}(?= |$)`, 'u'),
  score,
}));
