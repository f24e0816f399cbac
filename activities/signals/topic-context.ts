/**
 * What a sentence does with a sensitive word: tells that it happened, asks how things are in general, imagines a case,
 * denies it, or means something else by it. The same rules for every topic; only the words differ by language.
 */
import { findRow, readRows } from './concepts/concept';
import { anyOf, type Line, where } from './concepts/word-groups';

/** Asks what the business has or does, or how a thing is done. */
const GENERAL = readRows(`
  en: what is your, what's your, what are your, what is the, what's the, what does, what do you, how do you, how does, how can i protect, how do i protect, how can i avoid, how do i avoid, how to avoid, how to prevent, how do i prevent, how does it work, do you have, do you offer, do you sell, do you provide, do you accept, do you handle, do you know, do you charge, do you report, do you cover, do you treat, do you support, do you take, do you do, does your, does the, does it, is your, are your, is there a, is there an, is there any, are there any, are there, can you explain, explain how, tell me about your, tell me more about, policy, policies, is it possible, in case of, what happens if, what if, which document*, how much is, how much are, how much does, where can i read, read about, curious, wondering whether you, just wondering, is it allowed, are we allowed, am i allowed, do i need, do we need, do i have to, do we have to, does it include, is it included, is it in the, is that in the, would i need, should i bring, is it covered, is covered, covered by, terms and conditions, have you ever, out of curiosity, hypothetically, for a school project, i'm writing an essay
  vi: chinh sach, quy dinh, thế nào, như thế nào, là gì, ra sao, bao lâu, bao nhiêu, mấy giờ, khi nào, làm sao để, cách nào, có .. không ạ, nhu the nao, bao lau, bao nhieu, tính năng, tinh nang, điều kiện, thủ tục, cách phòng, dịch vụ, dich vu
  es: cual es, cuales son, como puedo, como se, como funciona, hay algun, hay alguna, tienen, tienes, ofrecen, venden, politica, en caso de, que pasa si, es posible, cuanto cuesta, cuanto tarda, puedo saber, atienden, quisiera saber si, cubre
  fr: quelle est, quels sont, quelles sont, comment puis-je, comment faire, comment ca marche, avez-vous, est-ce que vous, proposez-vous, vendez-vous, y a-t-il, politique de, en cas de, que se passe-t-il, que faire si, est-il possible, combien coute, puis-je savoir, couvre
  de: was ist, wie ist, welche, wie kann ich, wie funktioniert, haben sie, gibt es, bieten sie, verkaufen sie, im falle, was passiert, ist es moglich, wie lange, wie viel, richtlinie*, bedingungen, geeignet, deckt
  pt: qual e, quais sao, como posso, como funciona, voces tem, vcs tem, tem algum, oferecem, vendem, politica de, em caso de, o que acontece, e possivel, quanto custa, quanto tempo, cobre
  it: qual e, quali sono, come posso, come funziona, avete un, avete una, avete uno, avete dei, avete delle, avete degli, avete il, avete la, avete lo, avete i, avete gli, avete le, avete anche, avete qualche, c'e un, c'e una, offrite, vendete, politica di, in caso di, cosa succede, e possibile, quanto costa, copre
  nl: wat is, hoe kan ik, hoe werkt, heeft u, hebben jullie, is er, zijn er, in geval van, wat gebeurt, beleid
  pl: jaka jest, jak moge, jak dziala, czy macie, czy jest, czy oferujecie, w przypadku, co jesli, polityka
  tr: nedir, nasil, var mi, politikasi, durumunda, ne olur, mumkun mu
  id: apa itu, apakah, bagaimana cara, bagaimana kalau, kebijakan, apa ada, ada tidak, dalam hal, berapa lama, berapa biaya, gimana cara
  th: นโยบาย, มีไหม, ไหมคะ, ไหมครับ, ไหม, หรือเปล่า, หรือไม่, อย่างไร, ยังไงคะ, กี่วัน, เท่าไหร่, ได้ไหม
  ja: ですか, ますか, でしょうか, ポリシー, 方法, 教えて
  zh: 吗, 嗎, 政策, 怎么, 怎麼, 如何, 有没有, 有沒有, 能不能, 可以, 是否, 多久, 多少
  ko: 있나요, 인가요, 되나요, 정책, 어떻게, 가능한가요, 하나요, 될까요, 얼마, 규정
  ru: есть ли, какая, какие, как работает, как можно, можно ли, сколько стоит, правила, политика, в случае, что будет если, у вас есть, предоставляете, как долго
  tl: paano, meron ba, may ba, patakaran, magkano, pwede ba, gaano katagal
  ar: هل لديكم, هل يوجد, ما هي, ما هو, كيف يمكن, سياسة, هل يمكن
  hi: क्या है, कैसे, क्या आप, नीति, कितना, क्या मैं`);

/** Imagines: nothing has happened. */
const HYPOTHETICAL = readRows(`
  en: if i, if we, if my, if the, if it, if there, if something, if someone, if a, if you cancel, in case, in the event, suppose, what would, will i, will we, will there, will it, would i, would it, can i get, could i get, can we get, can i have, before i, when will, when would, afraid of being, worried about, so nothing, so that nothing, so nobody, keep .. safe from, against
  vi: nếu, trong trường hợp, lỡ, nhỡ, giả sử, trường hợp, neu, truong hop, thì có được, để tránh, phòng khi, sợ bị
  es: si cancelo, si me, si se, si alguien, si hay, en caso, por si, puedo, podria, seria posible, para que no, para evitar
  fr: si je, si on, si jamais, si nous, si mon, si ma, au cas ou, est-ce que je peux, puis-je, pourrais-je, pour eviter
  de: wenn ich, falls, wenn etwas, wenn mir, wenn mein, kann ich, konnte ich, wurde ich, um zu vermeiden, damit nichts
  pt: se eu, se for, se alguem, caso eu, caso, posso, poderia, para evitar, para nao
  it: se annullo, se mi, se qualcuno, se si, nel caso, posso, potrei, per evitare
  nl: als ik, als er, indien, kan ik, mocht ik
  pl: jesli, jezeli, gdyby, czy moge
  tr: eger, olursa, edersem, olursam
  id: kalau, jika, seandainya, bisakah, apa bisa, supaya tidak
  th: ถ้า, หาก, กรณี, เผื่อ
  ja: 場合, もし, たら, なら
  zh: 如果, 要是, 假如, 万一, 萬一
  ko: 만약, 경우, 하면, 되면
  ru: если, в случае, вдруг, могу ли
  tl: kung, paano kung, sakaling
  ar: إذا, لو, في حال
  hi: अगर, यदि`);

/** Somebody in the talk it happened to, or who demands. */
const HAPPENED =
  anyOf(`i was, i got, i've been, i have been, we were, we got, i had, my, mine, our, i want, i demand, i need, i will, i'll, i'm going, i am going, we will, we want, i insist, i found, i just, i've just, we've, i lost, i received, happened, has been, have been, was, were, yesterday, last night, this morning, right now, today, just now, again, you took, you charged, you stole, you owe, you lied, you kept, you people, you guys, you did, someone, somebody,
  bị, đã, vừa, hôm qua, sáng nay, tối qua, ngay, của tôi, của mình, của em, tôi muốn, tôi sẽ, yêu cầu, đòi, hom qua, cua toi, toi muon, toi se, yeu cau, toi bi, minh bi, em bi,
  mi, mis, me han, me robaron, he sido, fui, quiero, exijo, ayer, nos, j'ai, je veux, j'exige, mon, ma, mes, on m'a, hier, nous avons, ich habe, ich will, ich wurde, mein, meine, meinen, mir, wurde, gestern, ich verlange, meu, minha, meus, eu quero, fui, ontem, exijo, me, mio, mia, mi hanno, ho, voglio, ieri, pretendo, saya, kami, kemarin, tadi, mijn, ik heb, gisteren, moj, moja, wczoraj, benim, dun,
  ฉัน, ผม, ของฉัน, เมื่อวาน, ถูก, โดน, 私の, 私は, 昨日, されました, された, しました, 我的, 我被, 被, 昨天, 了, 제, 저는, 어제, 당했, 했어요, 했습니다, мой, моя, мою, моей, меня, у меня, вчера, я хочу, требую, ko, ako, kahapon, namin, لي, أمس, मेरा, मेरी, मेरे, कल`);

/** Somebody of the talk at all. */
const SOMEBODY = anyOf('i, we, me, us, mình, em, tôi, con, bé, chồng, vợ, mẹ, bố, ông, bà, minh, toi');

/** What has a time in the past happened, though a question follows it. */
const DATED =
  anyOf(`yesterday, last night, last week, last month, last sunday, last friday, this morning, this afternoon, just now, an hour ago, days ago, weeks ago, ago, has been, have been, has just, have just, was, were, i got, i've got, someone has, somebody has,
  hôm qua, hôm trước, tháng trước, tuần trước, tối qua, sáng nay, mới, vừa, đã bị, vừa bị, hôm nay bị, hom qua, thang truoc, tuan truoc, sang nay, toi qua,
  ayer, anoche, esta manana, hace dos, hace una, hace un, me han, me ha, han robado, hier, ce matin, il y a deux, on m'a, j'ai ete, gestern, heute morgen, vor zwei, vor einer, wurde, wurden, ontem, hoje de manha, ieri, stamattina, mi hanno, kemarin, tadi, barusan, gisteren, wczoraj, dun, bu sabah,
  เมื่อวาน, เมื่อคืน, เมื่อเช้า, เมื่อกี้, โดน, ถูก, 昨日, 昨夜, 今朝, さっき, られました, されました, 昨天, 昨晚, 刚才, 刚刚, 今早, 被, 어제, 어젯밤, 방금, 오늘 아침, вчера, сегодня утром, только что, kahapon, kagabi, kanina, أمس, कल`);

/** "Why are there two payments?" complains. */
const WHY =
  /(?:^|[\s,.])(?:why|how come|how dare|sao lai|tai sao|vi sao|co sao|por que|porque|pourquoi|warum|wieso|perche|waarom|dlaczego|neden|niye|kenapa|mengapa|почему|bakit)(?=\W)|(?:ทำไม|なぜ|どうして|为什么|為什麼|凭什么|왜|لماذا|क्यों)/u;

/** A denial right before the words. */
const DENIED =
  /(?:^|[\s,])(?:not|no|never|nobody|nothing|none|without|isn't|wasn't|weren't|aren't|didn't|hasn't|haven't|don't|doesn't|not a|not an|not about|no signs? of|free of|non|anti|avoid|avoiding|prevent|preventing|prevents|against|khong|khong bi|khong he|khong phai|khong phai la|khong co|chua|chua bi|chang|chong|phong chong|phong ngua|tranh|no me|no he|nadie|nunca|sin|pas de|aucun|aucune|jamais|sans|nicht|kein|keine|keinen|niemand|ohne|nao|ninguem|sem|non|nessuno|senza|niet|geen|nie|bez|tidak|bukan|belum|tanpa|не|никто|без|hindi|walang)(?: \S{1,6})?[ -]+$/u;
const DENIED_GLUED = /(?:不是|没有|沒有|没|沒|不|ไม่ได้|ไม่มี|ไม่|بدون|لم|لا)$/u;

/** Right after a word these make it a product, a precaution or a trade: "fraud protection", "lawyer discount". */
const MADE_HARMLESS_AFTER =
  /^(?:[- ]?(?:proof|free|resistant|safe|protection|protected|prevention|preventing|insurance|insured|detection|awareness|policy|policies|guide|guidelines?|checklist|training|tips?|museum|movie|film|novel|book|song|game|squad|show|theme|themed|fund|lawyers?|department|team|statistics|discount|rate|alarm|exit|kit|button|conference|release|room|compliant|compliance|law|laws)\b|less\b)/;
const MADE_HARMLESS_BEFORE =
  /(?:\b(?:protect(?:s|ed|ion)? (?:\w+ )?(?:from|against)|in case of|i am an?|i'm an?|work as an?|working as an?|work for an?|my (?:brother|sister|wife|husband|friend|son|daughter) is an?)(?: \w+)? )$/;
/** "Soy abogado", "tôi là luật sư": his trade, where the word is the business's own and could be one. */
const TRADE_BEFORE = /(?:^|[\s,])(?:soy|je suis|ich bin|sou|sono|toi la|minh la|em la|saya|я)(?: \S+)? $/u;
/** Figures of speech with a topic's words in them. */
const IDIOM =
  /\b(?:(?:doi|khat|nong|lanh|buon ngu|ngon|cuoi|dep|re|met) (?:qua )?(?:muon )?chet|cut myself (?:a |some |shaving|cooking|while shaving|while cooking)|to die for|(?:could|would|i'd) kill for|killing (?:me|it|time)(?! and)|suicide squad|dying (?:to|for)|bored to death|scared to death|laughing|burning question|steal of a|a steal|on fire sale|selling like hot|morirme de (?:risa|hambre)|muero de (?:hambre|risa|ganas)|mourir de (?:rire|faim)|zum sterben|morrendo de|morendo di|mati lampu)\b/;

/** A plain question around a word of the business's own is not yet a report. */
const ASKS = /^(?:hi |hello |so |and |ok )?(?:can|could|may|is|are|do|does|should|would) .*\?\s*$/;

/** `wondered`: asked with nobody in it to whom it could have happened. */
export type Judgement = 'happened' | 'said' | 'asked' | 'wondered' | 'imagined' | 'denied' | 'harmless';

/** What the words from `start` to `end` of the line are used for; `ownWord` is a phrase of the business. */
export function judge(line: Line, start: number, end: number, { ownWord = false } = {}): Judgement {
  const before = line.folded.slice(0, start);
  const after = line.folded.slice(end);
  if (IDIOM.test(line.folded) || MADE_HARMLESS_AFTER.test(after) || MADE_HARMLESS_BEFORE.test(before))
    return 'harmless';
  if (ownWord && TRADE_BEFORE.test(before)) return 'harmless';
  if (ownWord && ASKS.test(line.folded) && !where(DATED, line)) return 'asked';
  if (DENIED.test(before) || DENIED_GLUED.test(before)) return 'denied';
  if (findRow(HYPOTHETICAL, line)) return 'imagined';
  const somebody = where(HAPPENED, line) !== null;
  if ((findRow(GENERAL, line) || asksWhether(line)) && !where(DATED, line) && !WHY.test(line.folded))
    return somebody || where(SOMEBODY, line) ? 'asked' : 'wondered';
  return somebody ? 'happened' : 'said';
}

/** "Máy có … không?" asks whether, as do a question mark and no first person. */
function asksWhether(line: Line): boolean {
  if (
    /\bco\b.{0,60}\b(?:khong|ko|hong|k)\b(?: (?:a|ah|vay|nhi|ta|shop|em|anh|chi|ban|ad|nha|nhe|the|zay|day|ha|minh|oi|bac|co|chu|hen|da)){0,3}\W*$/.test(
      line.folded,
    )
  )
    return true;
  return /[?？]\s*$/.test(line.folded) && !where(HAPPENED, line);
}
