/**
 * Words of frustration with the service or with the answers, folded, by strength. Displeasure with a third thing
 * ("the weather is terrible") is left to the count: one expression never calls a person.
 */

/** Plainly angry or fed up. */
export const STRONG: readonly RegExp[] = [
  // English
  /\b(?:useless|ridiculous|pathetic|unacceptable|outrageous|disgraceful|incompetent|idiot(?:ic|s)?|stupid|moron|garbage|rubbish|bullshit|crap|wtf|ffs|fuck\w*|shit\w*|goddamn|damn it|joke of a|what a joke|this is a joke|scam(?:mers)?|rip[- ]?off)\b/,
  /\b(?:worst (?:service|support|hotel|company|experience|bot|chat)|terrible (?:service|support|experience|answer)|awful|appalling|horrible (?:service|support|experience)|waste of (?:my )?time|wasting my time)\b/,
  /\b(?:fed up|sick of|tired of (?:this|you|your|asking|waiting|repeating)|had enough|losing (?:my )?patience|lost (?:my )?patience|(?:so|very|really|extremely|getting|quite|pretty|beyond|increasingly|totally|absolutely) (?:angry|annoy\w+|frustrat\w+|upset|disappointed|furious|mad|irritat\w+)|furious|(?:this|it|that) is (?:\w+ )?(?:frustrating|annoying|infuriating|maddening))\b/,
  /\b(?:never (?:using|use|coming|booking|buying|stay\w*) (?:\w+ ){0,3}again|i give up|go to hell|you people)\b/,
  // Vietnamese
  /\b(?:buc minh|buc qua|buc xuc|tuc qua|tuc gian|cau qua|phat dien|chan qua|chan vl|vo dung|vo ich|vo ly|te qua|qua te|te hai|te that|tham hoa|lua dao|lam an kieu gi|lam an the|phuc vu kieu|mat thoi gian|ton thoi gian|phi thoi gian|het chiu noi|khong chap nhan|ko chap nhan|that vong|khung dien|ngu (?:qua|the|vai|vcl|vl)|do ngu|dm|vcl|vkl|vai ca|met moi|met qua|phien qua|phien phuc|coi thuong)\b/,
  // Spanish, Portuguese, French, German, Italian
  /\b(?:inutil|ridiculo|inaceptable|inaceitavel|pesimo|pessimo|estoy hart[oa]|estou fart[oa]|que verguenza|vergonha|mierda|merda|una perdida de tiempo|perda de tempo|estafa|absurdo|enfadad[oa]|enojad[oa]|muy molest[oa]|indignad[oa]|decepcionad[oa])\b/,
  /\b(?:inadmissible|inacceptable|n'importe quoi|ras[- ]le[- ]bol|j'en ai (?:marre|assez)|scandaleux|nul(?:le)?\b|perte de temps|merde|honteux|en colere|tres decu)\b/,
  /\b(?:nutzlos|lacherlich|inakzeptabel|unverschamt|zeitverschwendung|katastrophe|scheisse|scheiß\w*|mir reicht's|mir reicht es|wutend|verargert|sauer|frech(?:heit)?|unmoglich)\b/,
  /\b(?:inutile|ridicolo|inaccettabile|vergogna|schifo|perdita di tempo|stufo|arrabbiat[oa]|delus[oa])\b/,
  // Indonesian, Russian, and scripts without accents
  /\b(?:kecewa|parah banget|tidak becus|payah|buang waktu|kesal|marah|nyebelin)\b/,
  /(?:бесполезн|ужасн|отвратительн|безобрази|издеватель|достал[ио]|надоел|кошмар|бесит|возмутительн|разочарован)/,
  /(?:垃圾|太差|差劲|气死|生气|没用|废物|骗子|烦死|受够|失望|忍无可忍|浪费时间|ふざけ|最悪|役に立たない|いい加減に|腹が立|イライラ|がっかり|짜증|화가 나|화나|최악|쓸모없|어이없|답답|실망|แย่มาก|ห่วย|โมโห|ผิดหวัง|หงุดหงิด|ไร้ประโยชน์|เสียเวลา)/,
];

/** The answer missed, or the customer repeats himself. */
export const UNHELPFUL: readonly RegExp[] = [
  // English
  /\b(?:not (?:very |really |at all )?(?:help\w*|useful)|unhelpful|(?:doesn't|does not|didn't|did not|isn't|is not|aren't|wasn't|don't|not) (?:\w+ ){0,2}(?:help|helping|helpful|work|working|answer|answering|solve|understand|make sense|listening|listen|reading|read|getting it|get it)\b(?! (?:with|out )))/,
  /\b(?:that's|that is|thats|it's|this is|this isn't|that isn't|that wasn't) (?:not|wrong)? ?(?:what i (?:asked|meant|want|wanted|need|said)|my question|the (?:question|answer|point)|an answer|wrong|incorrect|not (?:right|true|it|correct))\b/,
  /\b(?:i (?:already|just|have already|'ve already) (?:told|said|asked|explained|gave|tried|did|done|sent|wrote|answered)|(?:as|like) i (?:already )?said|i told you|i (?:did|tried|said|sent|gave) (?:\w+ ){1,3}already|(?:i've|i have) (?:said|told you|asked|explained|written|called|tried)|how many times|(?:second|third|fourth|fifth|2nd|3rd|4th|5th|tenth|hundredth|nth) time|again and again|over and over|same (?:answer|thing|question|reply|response|nonsense|message)|keep (?:saying|asking|repeating|telling|sending|giving|getting)|stop (?:saying|repeating|sending|asking|telling))\b/,
  /\b(?:still (?:\w+ ){0,2}(?:not|no|nothing|waiting|haven't|hasn't|doesn't|don't|didn't|isn't|can't|broken|wrong|the same|have no|getting)|are you (?:even )?(?:listening|reading|kidding|serious|deaf|joking)|you (?:don't|do not|didn't|aren't|are not|never|can't) (?:\w+ )?(?:understand|listen|help|answer|get it|read|care|listening|helping|answering|reading|understanding)|read (?:my|what|it) (?:\w+ )?again|no one (?:is )?(?:help|answer|respond|reply|repl)\w*|nobody (?:is )?(?:help|answer|respond|reply|repl)\w*|answer (?:my|the) (?:damn )?question|makes no sense|(?:i'm|i am) (?:not happy|unhappy|annoyed|frustrated|upset|disappointed|angry|irritated|dissatisfied)|frustrating|annoying|disappointing|(?:poor|bad) (?:service|support|answer)|going (?:nowhere|in circles|round in circles)|not going anywhere|leading (?:nowhere|anywhere))\b/,
  // Vietnamese
  /\b(?:(?:khong|ko|chang|chua|k|hong) (?:giup|hieu|tra loi|dung y|dung cau|phai cai|phai y|lien quan|giai quyet|an thua|on|dung|hai long|hoat dong|duoc gi|ra gi|thay tra loi|phai cau)|(?:sao|tai sao) (?:van|mai|lau|cu|khong|ko)|van (?:chua|khong|ko|the|bi|loi|nhu cu)|(?:noi|hoi|bao|nhan|giai thich|goi|cho) (?:\S+ )?(?:may lan|bao nhieu lan|nhieu lan|[2-9] lan|hai lan|ba lan|lan roi|roi ma|mai|hoai)|lan thu (?:may|[2-9]|hai|ba|tu)|da (?:noi|hoi|bao) (?:\S+ )?roi|cu (?:lap|tra loi|noi|hoi) (?:\S+ )?(?:lai|mai|hoai)|tra loi (?:linh tinh|lung tung|sai|vo van|kieu gi|vong vo|khong dung|nhu khong)|lac de|sai roi|doc (?:lai|ky)|hieu (?:khong|ko) vay|chang hieu|kem qua|cham qua|lau qua|doi (?:mai|lau|hoai)|ai hoi|tra loi dung)\b/,
  // Spanish, Portuguese, French, German, Italian
  /\b(?:no (?:me )?(?:ayuda|sirve|entiende|entendes|entiendes|responde|funciona|es lo que)|ya (?:te |le |se )?(?:lo )?(?:dije|pregunte|he dicho|explique)|otra vez lo mismo|siempre lo mismo|sigue sin|todavia no|cuantas veces|la misma respuesta|nao (?:ajuda|entende|responde|funciona|resolve|foi isso)|ja (?:disse|falei|perguntei|expliquei)|de novo a mesma|continua sem|ainda nao|quantas vezes|mesma resposta)\b/,
  /\b(?:ca (?:ne )?(?:m'aide|marche|sert|repond|fonctionne) (?:pas|a rien)|vous (?:ne )?(?:comprenez|repondez|ecoutez|lisez) (?:pas|rien)|(?:je l'ai|j'ai) deja (?:dit|demande|explique)|toujours (?:pas|rien|la meme)|combien de fois|encore la meme|ce n'est pas (?:ma question|ce que))\b/,
  /\b(?:(?:hilft|bringt|funktioniert|stimmt|verstehst|verstehen sie|antworten sie) (?:mir |mich )?(?:nicht|nichts|so nicht)|habe ich (?:schon|bereits|doch)|immer noch (?:nicht|kein)|wie oft|schon wieder|das war nicht meine frage|nicht meine frage|dieselbe antwort|non (?:mi )?(?:aiuta|serve|capisce|capisci|risponde|funziona)|(?:l'ho|ho) gia (?:detto|chiesto|spiegato)|ancora (?:non|niente)|quante volte|sempre la stessa)\b/,
  // Others
  /\b(?:tidak (?:membantu|mengerti|menjawab|jelas)|(?:sudah|udah) (?:bilang|tanya|saya bilang)|masih (?:belum|tidak)|berapa kali|itu lagi)\b/,
  /(?:не (?:помога|понима|отвеча|работа|слыш|то,? что)|я (?:уже|же) (?:говорил|сказал|спрашивал|писал|объясн)|(?:сколько|который) раз|до сих пор|опять то же|одно и то же|все ещ[её] не)/,
  /(?:没有帮助|没帮助|答非所问|听不懂|说了多少|问了多少|又是这|还是没|还是不|还没|不是我问|我说过了|第[二三四五]次|違います|そうじゃな|答えになって|何度(?:も)?(?:言|聞)|まだ(?:です|届|で|来|返)|わかってない|도움이 안|몇 번|이미 말|아직도|못 알아|그게 아니|ไม่ช่วย|ไม่เข้าใจ|ไม่ตรง|บอกไปแล้ว|ถามไปแล้ว|กี่ครั้ง|ยังไม่ได้|ตอบไม่ตรง|ซ้ำ)/,
];

/** The customer says himself that it is not the first time. */
export const REPEATED =
  /\b(?:how many times|(?:second|third|fourth|fifth|2nd|3rd|4th|5th|tenth|hundredth) time|again and again|over and over|(?:asked|told you|said|explained|tried|called|written) (?:\w+ ){0,3}(?:twice|three times|[2-9] times|several times|many times|multiple times|already)|(?:hoi|noi|bao|goi|nhan) (?:\S+ )?(?:may lan|bao nhieu lan|nhieu lan|[2-9] lan|hai lan|ba lan)|lan thu (?:[2-9]|hai|ba|tu)|cuantas veces|combien de fois|wie oft|quante volte|quantas vezes)\b/;

/** Thanks, or "that worked": what came before is forgiven. */
export const SETTLED =
  /(?:^|\b)(?:thank(?:s| you)|thx|ty\b|cheers|great|perfect|awesome|wonderful|excellent|that (?:helps|helped|works|worked|solves|solved)|got it|appreciate|cam on|cảm ơn|camon|tks|tuyet|tot qua|hay qua|ok roi|duoc roi|hieu roi|gracias|perfecto|merci|parfait|danke|perfekt|obrigad[oa]|perfeito|grazie|perfetto|bedankt|dziekuje|terima kasih|makasih|tesekkur\w*)\b|(?:спасибо|谢谢|多谢|ありがとう|감사|고마|ขอบคุณ|شكرا|धन्यवाद|शुक्रिया)/;

/** Sarcasm turns thanks round: "thanks for nothing", "great, still no answer". */
export const NOT_SETTLED =
  /\b(?:for nothing|but\b|no thanks|not great|not perfect|still|however|nhung|ma van|khong cam on|pero|mais|aber|mas|ma non)\b/;
