/** Every word of the chat, in English and Vietnamese. A language is one object; a missing one falls back to English. */
const en = {
  assistant: 'AI assistant',
  colleague: 'Colleague',
  you: 'You',
  open: 'Open chat',
  close: 'Close chat',
  title: 'Chat with us',
  messages: 'Messages',
  write: 'Write a message…',
  send: 'Send',
  person: 'Talk to a person',
  personMessage: 'I would like to talk to a person, please.',
  greeting: 'How can we help?',
  greetingMore: 'An AI assistant answers right away. You can ask for a person whenever you like.',
  privacy: 'Card numbers, ID numbers and passcodes are hidden automatically.',
  modes: {
    ai: 'AI assistant · answers right away',
    waiting: 'A colleague has been called · keep writing if you like',
    operator: 'You are talking with {name}',
    resolved: 'This chat was closed · write any time to go on',
  },
  someone: 'a colleague',
  typing: 'The assistant is writing',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent.',
  retry: 'Try again',
  source: 'Source:',
  sources: 'Sources:',
  deleted: 'Message deleted',
  attachment: 'Attachment',
  newBelow: 'New messages',
  over: (count) => `${count} characters too long`,
  offline: 'Connection lost. Trying again…',
  ended: 'Your earlier chat has ended. Your next message starts a new one.',
  blocked: 'The chat is not available on this page.',
  today: 'Today',
  yesterday: 'Yesterday',
  labels: {
    PAYMENT_CARD: 'card number hidden',
    GOVERNMENT_ID: 'ID number hidden',
    ONE_TIME_PASSCODE: 'passcode hidden',
    SECURITY_CODE: 'security code hidden',
    hidden: 'Hidden for your safety',
  },
};

const vi = {
  assistant: 'Trợ lý AI',
  colleague: 'Nhân viên',
  you: 'Bạn',
  open: 'Mở khung trò chuyện',
  close: 'Đóng khung trò chuyện',
  title: 'Trò chuyện với chúng tôi',
  messages: 'Tin nhắn',
  write: 'Nhập tin nhắn…',
  send: 'Gửi',
  person: 'Gặp nhân viên',
  personMessage: 'Tôi muốn nói chuyện với nhân viên.',
  greeting: 'Chúng tôi có thể giúp gì cho bạn?',
  greetingMore: 'Trợ lý AI trả lời ngay. Bạn có thể yêu cầu gặp nhân viên bất cứ lúc nào.',
  privacy: 'Số thẻ, số giấy tờ và mã xác thực được tự động ẩn đi.',
  modes: {
    ai: 'Trợ lý AI · trả lời ngay',
    waiting: 'Đã báo cho nhân viên · bạn cứ nhắn tiếp',
    operator: 'Bạn đang trò chuyện với {name}',
    resolved: 'Cuộc trò chuyện đã đóng · nhắn tin bất cứ lúc nào để tiếp tục',
  },
  someone: 'nhân viên',
  typing: 'Trợ lý đang soạn câu trả lời',
  sending: 'Đang gửi…',
  sent: 'Đã gửi',
  failed: 'Chưa gửi được.',
  retry: 'Gửi lại',
  source: 'Nguồn:',
  sources: 'Nguồn:',
  deleted: 'Tin nhắn đã xoá',
  attachment: 'Tệp đính kèm',
  newBelow: 'Tin nhắn mới',
  over: (count) => `Dài quá ${count} ký tự`,
  offline: 'Mất kết nối. Đang thử lại…',
  ended: 'Cuộc trò chuyện trước đã kết thúc. Tin nhắn tiếp theo sẽ mở cuộc trò chuyện mới.',
  blocked: 'Trang này chưa được phép dùng khung trò chuyện.',
  today: 'Hôm nay',
  yesterday: 'Hôm qua',
  labels: {
    PAYMENT_CARD: 'đã ẩn số thẻ',
    GOVERNMENT_ID: 'đã ẩn số giấy tờ',
    ONE_TIME_PASSCODE: 'đã ẩn mã xác thực',
    SECURITY_CODE: 'đã ẩn mã bảo mật',
    hidden: 'Được ẩn để bảo vệ bạn',
  },
};

const LANGUAGES = { en, vi };

/** The strings for the first wanted language there is; `tag` for `lang`, `locale` for times as the reader writes them. */
export function chooseStrings(...wanted) {
  const locale = wanted.filter(Boolean).find((each) => tagOf(each) in LANGUAGES) ?? 'en';
  return { ...LANGUAGES[tagOf(locale)], tag: tagOf(locale), locale };
}

function tagOf(locale) {
  return locale.toLowerCase().split('-')[0];
}
