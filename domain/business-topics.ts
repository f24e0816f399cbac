/**
 * The sensitive topic every business has: a customer in acute distress goes to a person. It is on unless the business
 * writes `distress: off`, and a topic of its own with the same id replaces it.
 */

/** A sensitive topic: always a person. */
export interface Topic {
  id: string;
  description: string;
  /** Strong evidence, judged in context; not a verdict. */
  phrases: string[];
  /** Whole messages that are about the topic. */
  examples: string[];
}

export const ACUTE_DISTRESS: Topic = {
  id: 'acute_distress',
  description:
    'the customer may be in acute distress: speaks of suicide, self-harm, not wanting to live, being in danger or being hurt right now',
  phrases: [
    // English
    'suicide',
    'suicidal',
    'kill myself',
    'killing myself',
    'end my life',
    'ending my life',
    'take my own life',
    'want to die',
    'wanna die',
    'rather be dead',
    'better off dead',
    'hurt myself',
    'harm myself',
    'cut myself',
    'self-harm',
    'no reason to live',
    "don't want to live",
    "don't want to be alive",
    "can't go on living",
    'overdose on pills',
    // Vietnamese; matching ignores diacritics
    'tự tử',
    'tự sát',
    'muốn chết',
    'không muốn sống',
    'chẳng muốn sống',
    'chán sống',
    'kết liễu đời',
    'kết thúc cuộc đời',
    'tự làm hại bản thân',
    'tự làm đau mình',
    'rạch tay',
    'uống thuốc ngủ tự tử',
    'sống không còn ý nghĩa',
    // Spanish, Portuguese, French, German, Italian
    'suicidarme',
    'quiero morir',
    'quitarme la vida',
    'no quiero vivir',
    'hacerme daño',
    'me matar',
    'quero morrer',
    'tirar minha vida',
    'não quero viver',
    'me suicider',
    'envie de mourir',
    'mettre fin à mes jours',
    'veux mourir',
    'plus envie de vivre',
    'selbstmord',
    'mich umbringen',
    'will nicht mehr leben',
    'mir das leben nehmen',
    'will sterben',
    'suicidarmi',
    'voglio morire',
    'togliermi la vita',
    'farla finita',
    // Indonesian, Thai, Chinese, Japanese, Korean, Russian
    'bunuh diri',
    'ingin mati',
    'tidak ingin hidup',
    'ฆ่าตัวตาย',
    'อยากตาย',
    'ไม่อยากมีชีวิตอยู่',
    '自杀',
    '自殺',
    '想死',
    '不想活',
    '轻生',
    '死にたい',
    '自殺したい',
    '消えてしまいたい',
    '자살',
    '죽고 싶',
    '살고 싶지 않',
    'покончить с собой',
    'хочу умереть',
    'не хочу жить',
    'самоубийство',
  ],
  examples: [
    "I can't do this any more, I want to end it all tonight",
    'there is no point in living, nobody would miss me',
    'I have taken all the pills and I am scared',
    'someone is hurting me right now and I cannot get away',
    'please help me, I am going to jump',
    'mình không muốn sống nữa, mọi thứ kết thúc rồi',
    'tôi tuyệt vọng quá, chỉ muốn chết đi cho xong',
    'em đang bị đánh, cứu em với',
    'toi khong muon song nua',
  ],
};

/** The business's topics and the built-in one where it is on and not replaced. */
export function withBuiltInTopics(topics: readonly Topic[], on: { distress: boolean }): Topic[] {
  const replaced = topics.some(({ id }) => id === ACUTE_DISTRESS.id);
  return on.distress && !replaced ? [...topics, ACUTE_DISTRESS] : [...topics];
}
