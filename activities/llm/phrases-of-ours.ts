/**
 * The few sentences the offline answerer says by itself, in the customer's language. Everything else it says is the
 * business's own text. `{name}` is the business, `{titles}` the answers to choose from, `{what}` the
 * change to be confirmed.
 */
import type { SmallTalk } from './small-talk';

type Sentence = SmallTalk | 'askId' | 'whichOne' | 'cannot' | 'hidden' | 'confirm';
type Sentences = Readonly<Record<Sentence, string>>;

const SENTENCES: Readonly<Record<string, Sentences>> = {
  en: {
    greeting: 'Hello! How can I help you?',
    thanks: "You're welcome! Is there anything else I can do for you?",
    goodbye: 'Goodbye, and thank you for writing to us!',
    identity:
      'I am the automated assistant of {name}. I answer questions, and a person takes over whenever you ask for one.',
    askId: 'Could you send me the number it is about, as it stands in your confirmation? Then I will look it up.',
    whichOne: 'Which of these do you mean: {titles}?',
    cannot: 'I do not have an answer to that.',
    hidden:
      'For your safety the number was hidden, and it is not needed here. Please do not send card numbers, ID numbers or codes in this chat. How else can I help you?',
    confirm: 'Before I do this, please confirm: {what}. Shall I go ahead? Please answer yes or no.',
  },
  vi: {
    greeting: 'Xin chào! Tôi có thể giúp gì cho bạn?',
    thanks: 'Rất vui được giúp bạn! Bạn cần hỗ trợ thêm gì không?',
    goodbye: 'Tạm biệt, cảm ơn bạn đã nhắn cho chúng tôi!',
    identity:
      'Tôi là trợ lý tự động của {name}. Tôi trả lời các câu hỏi, và sẽ có người tiếp nhận bất cứ khi nào bạn yêu cầu.',
    askId: 'Bạn gửi giúp tôi mã số ghi trong xác nhận nhé, tôi sẽ tra cứu ngay.',
    whichOne: 'Ý bạn là mục nào dưới đây: {titles}?',
    cannot: 'Tôi chưa có câu trả lời cho việc này.',
    hidden:
      'Để bảo vệ bạn, số này đã được ẩn và không cần thiết ở đây. Bạn vui lòng không gửi số thẻ, số giấy tờ hoặc mã xác thực trong cuộc trò chuyện này. Tôi có thể giúp gì thêm cho bạn?',
    confirm: 'Trước khi thực hiện, bạn vui lòng xác nhận: {what}. Bạn có đồng ý không? Vui lòng trả lời có hoặc không.',
  },
  es: {
    greeting: '¡Hola! ¿En qué puedo ayudarle?',
    thanks: '¡De nada! ¿Puedo ayudarle en algo más?',
    goodbye: '¡Hasta luego y gracias por escribirnos!',
    identity:
      'Soy el asistente automático de {name}. Respondo preguntas, y una persona se hará cargo cuando usted lo pida.',
    askId: '¿Puede enviarme el número que figura en su confirmación? Así podré consultarlo.',
    whichOne: '¿A cuál de estos temas se refiere: {titles}?',
    cannot: 'No tengo una respuesta para eso.',
    hidden:
      'Por su seguridad, el número se ha ocultado y aquí no hace falta. Por favor, no envíe números de tarjeta, de documentos ni códigos por este chat. ¿En qué más puedo ayudarle?',
    confirm: 'Antes de hacerlo, confirme por favor: {what}. ¿Sigo adelante? Responda sí o no.',
  },
  fr: {
    greeting: 'Bonjour ! Comment puis-je vous aider ?',
    thanks: 'Je vous en prie ! Puis-je faire autre chose pour vous ?',
    goodbye: 'Au revoir, et merci de nous avoir écrit !',
    identity:
      "Je suis l'assistant automatique de {name}. Je réponds aux questions, et une personne prend le relais dès que vous le demandez.",
    askId: 'Pouvez-vous m’envoyer le numéro indiqué dans votre confirmation ? Je pourrai ainsi vérifier.',
    whichOne: 'De quel sujet parlez-vous : {titles} ?',
    cannot: "Je n'ai pas de réponse à cela.",
    hidden:
      "Pour votre sécurité, le numéro a été masqué, et il n'est pas nécessaire ici. Merci de ne pas envoyer de numéros de carte, de pièces d'identité ni de codes dans ce chat. Que puis-je faire d'autre pour vous ?",
    confirm: 'Avant de le faire, merci de confirmer : {what}. Dois-je continuer ? Répondez par oui ou non.',
  },
  de: {
    greeting: 'Guten Tag! Wie kann ich Ihnen helfen?',
    thanks: 'Gern geschehen! Kann ich sonst noch etwas für Sie tun?',
    goodbye: 'Auf Wiedersehen und danke für Ihre Nachricht!',
    identity:
      'Ich bin der automatische Assistent von {name}. Ich beantworte Fragen, und ein Mensch übernimmt, sobald Sie es wünschen.',
    askId: 'Können Sie mir die Nummer aus Ihrer Bestätigung schicken? Dann sehe ich nach.',
    whichOne: 'Was davon meinen Sie: {titles}?',
    cannot: 'Darauf habe ich keine Antwort.',
    hidden:
      'Zu Ihrer Sicherheit wurde die Nummer verborgen; sie wird hier nicht gebraucht. Bitte senden Sie in diesem Chat keine Karten- oder Ausweisnummern und keine Codes. Wie kann ich Ihnen sonst helfen?',
    confirm: 'Bitte bestätigen Sie zuerst: {what}. Soll ich das tun? Bitte antworten Sie mit Ja oder Nein.',
  },
  pt: {
    greeting: 'Olá! Como posso ajudar?',
    thanks: 'De nada! Posso ajudar em mais alguma coisa?',
    goodbye: 'Até logo e obrigado por nos escrever!',
    identity: 'Sou o assistente automático de {name}. Respondo a perguntas, e uma pessoa assume sempre que você pedir.',
    askId: 'Pode me enviar o número que está na sua confirmação? Assim eu consulto.',
    whichOne: 'A qual destes assuntos você se refere: {titles}?',
    cannot: 'Não tenho uma resposta para isso.',
    hidden:
      'Para sua segurança, o número foi ocultado e não é necessário aqui. Por favor, não envie números de cartão, de documentos nem códigos neste chat. Em que mais posso ajudar?',
    confirm: 'Antes de fazer isso, confirme por favor: {what}. Posso continuar? Responda sim ou não.',
  },
  it: {
    greeting: 'Buongiorno! Come posso aiutarla?',
    thanks: 'Prego! Posso aiutarla in altro?',
    goodbye: 'Arrivederci e grazie per averci scritto!',
    identity: "Sono l'assistente automatico di {name}. Rispondo alle domande, e una persona subentra quando lo chiede.",
    askId: 'Può inviarmi il numero indicato nella conferma? Così lo verifico.',
    whichOne: 'A quale di questi si riferisce: {titles}?',
    cannot: 'Non ho una risposta a questo.',
    hidden:
      'Per la sua sicurezza il numero è stato nascosto e qui non serve. La preghiamo di non inviare numeri di carta, di documenti o codici in questa chat. Posso aiutarla in altro?',
    confirm: 'Prima di procedere, confermi per favore: {what}. Posso andare avanti? Risponda sì o no.',
  },
  id: {
    greeting: 'Halo! Ada yang bisa saya bantu?',
    thanks: 'Sama-sama! Ada lagi yang bisa saya bantu?',
    goodbye: 'Sampai jumpa, terima kasih sudah menghubungi kami!',
    identity:
      'Saya asisten otomatis {name}. Saya menjawab pertanyaan, dan petugas akan mengambil alih kapan pun Anda minta.',
    askId: 'Bisa kirimkan nomor yang tertera di konfirmasi Anda? Saya akan memeriksanya.',
    whichOne: 'Yang mana yang Anda maksud: {titles}?',
    cannot: 'Saya tidak punya jawaban untuk itu.',
    hidden:
      'Demi keamanan Anda, nomor tersebut sudah disembunyikan dan tidak diperlukan di sini. Mohon jangan mengirim nomor kartu, nomor identitas, atau kode di obrolan ini. Ada lagi yang bisa saya bantu?',
    confirm: 'Sebelum saya lakukan, mohon konfirmasi: {what}. Apakah saya lanjutkan? Jawab ya atau tidak.',
  },
  th: {
    greeting: 'สวัสดีค่ะ มีอะไรให้ช่วยไหมคะ',
    thanks: 'ยินดีค่ะ มีอะไรให้ช่วยเพิ่มเติมไหมคะ',
    goodbye: 'ขอบคุณที่ติดต่อเรา แล้วพบกันใหม่ค่ะ',
    identity: 'ดิฉันเป็นผู้ช่วยอัตโนมัติของ {name} ตอบคำถามได้ และจะมีเจ้าหน้าที่มาดูแลเมื่อคุณต้องการค่ะ',
    askId: 'ขอหมายเลขที่อยู่ในใบยืนยันของคุณได้ไหมคะ จะได้ตรวจสอบให้ค่ะ',
    whichOne: 'คุณหมายถึงเรื่องใดคะ: {titles}',
    cannot: 'ขออภัย ไม่มีคำตอบสำหรับเรื่องนี้ค่ะ',
    hidden:
      'เพื่อความปลอดภัยของคุณ หมายเลขนี้ถูกซ่อนไว้แล้ว และไม่จำเป็นต้องใช้ที่นี่ กรุณาอย่าส่งหมายเลขบัตร เลขประจำตัว หรือรหัสในแชทนี้ มีอะไรให้ช่วยเพิ่มเติมไหมคะ',
    confirm: 'ก่อนดำเนินการ กรุณายืนยัน: {what} ให้ดำเนินการเลยไหมคะ กรุณาตอบว่าใช่หรือไม่ใช่',
  },
  zh: {
    greeting: '您好！请问有什么可以帮您？',
    thanks: '不客气！还有什么可以帮您的吗？',
    goodbye: '再见，感谢您的来信！',
    identity: '我是{name}的自动助手，可以回答问题；您随时可以要求由工作人员接手。',
    askId: '请把确认信息中的编号发给我，我来查询。',
    whichOne: '您指的是哪一项：{titles}？',
    cannot: '这个问题我没有答案。',
    hidden:
      '为了您的安全，该号码已被隐藏，这里也不需要它。请不要在聊天中发送卡号、证件号码或验证码。请问还有什么可以帮您？',
    confirm: '操作前请您确认：{what}。是否继续？请回答“是”或“不是”。',
  },
  ja: {
    greeting: 'こんにちは。ご用件をお聞かせください。',
    thanks: 'どういたしまして。ほかにお手伝いできることはありますか。',
    goodbye: 'ご連絡ありがとうございました。失礼いたします。',
    identity: '{name}の自動アシスタントです。ご質問にお答えし、ご希望があればいつでも担当者に代わります。',
    askId: '確認書に記載の番号をお送りいただけますか。お調べします。',
    whichOne: '次のどれについてでしょうか：{titles}',
    cannot: 'その件についての回答を持ち合わせておりません。',
    hidden:
      '安全のため、番号は伏せられました。ここでは必要ありません。カード番号、身分証番号、認証コードはこのチャットに送らないでください。ほかにお手伝いできることはありますか。',
    confirm: '実行の前にご確認ください：{what}。進めてよろしいですか。「はい」か「いいえ」でお答えください。',
  },
  ko: {
    greeting: '안녕하세요! 무엇을 도와드릴까요?',
    thanks: '천만에요! 더 도와드릴 일이 있을까요?',
    goodbye: '연락해 주셔서 감사합니다. 안녕히 가세요!',
    identity: '저는 {name}의 자동 도우미입니다. 질문에 답해 드리며, 원하시면 언제든지 담당자가 이어받습니다.',
    askId: '확인서에 있는 번호를 보내 주시겠어요? 조회해 드리겠습니다.',
    whichOne: '다음 중 어떤 것을 말씀하시나요: {titles}?',
    cannot: '그에 대한 답변을 가지고 있지 않습니다.',
    hidden:
      '안전을 위해 번호는 가려졌으며 여기서는 필요하지 않습니다. 카드 번호, 신분증 번호, 인증 코드는 이 채팅으로 보내지 말아 주세요. 더 도와드릴 일이 있을까요?',
    confirm: '진행하기 전에 확인해 주세요: {what}. 진행할까요? 네 또는 아니요로 답해 주세요.',
  },
  ru: {
    greeting: 'Здравствуйте! Чем могу помочь?',
    thanks: 'Пожалуйста! Могу ли я помочь чем-то ещё?',
    goodbye: 'До свидания, спасибо за обращение!',
    identity: 'Я автоматический помощник {name}. Отвечаю на вопросы, а по вашей просьбе подключится человек.',
    askId: 'Пришлите, пожалуйста, номер из вашего подтверждения, и я проверю.',
    whichOne: 'Что вы имеете в виду: {titles}?',
    cannot: 'У меня нет ответа на этот вопрос.',
    hidden:
      'В целях безопасности номер был скрыт, и здесь он не нужен. Пожалуйста, не отправляйте в чат номера карт, документов и коды. Чем ещё могу помочь?',
    confirm: 'Прежде чем я это сделаю, подтвердите, пожалуйста: {what}. Продолжить? Ответьте «да» или «нет».',
  },
};

/** The sentence in the customer's language, else in the business's first, else in English. */
export function sentence(
  which: Sentence,
  languages: readonly (string | undefined)[],
  values: Readonly<Record<string, string>> = {},
): { text: string; language: string } {
  const language = languages.find((code) => code !== undefined && code in SENTENCES) ?? 'en';
  const template = SENTENCES[language]?.[which] ?? SENTENCES.en?.[which] ?? '';
  return { text: template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''), language };
}
