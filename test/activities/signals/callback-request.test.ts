import { detectExplicitRequest } from '../../../activities/signals/explicit-request';

const asks = (text: string) => {
  const { score, threshold } = detectExplicitRequest(text, { departments: ['workshop'] });
  return score >= threshold;
};

describe('asking to be called or taken over by somebody', () => {
  it.each([
    'can the workshop ring me',
    'could you have the accounts office get back to me',
    "i'd like a callback please",
    'please call me back',
    'put Maria from the front desk on please',
    'put your colleague on the line',
    'can sum1 help me plz not a machine',
    'let me speak w/ ur boss',
    'forward my message to the owner',
    'i refuse to chat with a computer',
    'this chat is not working at all',
    'llámenme por favor',
    'je préfère régler ça avec un employé',
    'ist da jemand oder nur ein Roboter',
    'há alguém aí ou é só robô',
    'mi potete richiamare, potete chiamarmi oggi?',
    'перезвоните мне',
    '给我打个电话',
    '折り返しお電話ください',
    'โทรกลับด้วยนะคะ',
    'gọi lại giúp em với',
  ])('is asking for a person: %s', (text) => expect(asks(text)).toBe(true));

  it.each([
    'call me a taxi at 7',
    'can the reception call me a cab',
    'call me when the bike is ready',
    'what number do I call',
    'what did i tell you to call me',
    "i'm not a robot, so where is the captcha",
    'tell my wife to call her mother',
    'put the bags on the line for drying',
    'llámenme cuando llegue el pedido',
    'können Sie mich wecken, wenn ein Taxi da ist',
    'khi nào có hàng thì gọi lại cho mình',
    '人間ドックの割引はありますか',
  ])('is not: %s', (text) => expect(asks(text)).toBe(false));
});
