import { detectLanguage } from '../../../activities/signals/language';

describe('the customer’s language', () => {
  it.each([
    ['mấy giờ ăn sáng', 'vi'],
    ['may gio an sang vay ban', 'vi'],
    ['phong doi bao nhieu tien mot dem', 'vi'],
    ['toi muon huy phong', 'vi'],
    ['What time is breakfast?', 'en'],
    ['can I bring my dog', 'en'],
    ['¿A qué hora es el desayuno mañana?', 'es'],
    ['À quelle heure est le petit déjeuner ?', 'fr'],
    ['朝食は何時ですか', 'ja'],
    ['อาหารเช้ากี่โมง', 'th'],
    ['조식은 몇 시인가요', 'ko'],
  ])('is read from %s', (text, language) => expect(detectLanguage(text, ['en', 'vi'])).toBe(language));

  it('stays what it was for a short or doubtful message', () => {
    expect(detectLanguage('ok', ['en', 'vi'], 'vi')).toBe('vi');
    expect(detectLanguage('RH204815', ['en', 'vi'], 'vi')).toBe('vi');
    expect(detectLanguage('👍', ['en', 'vi'], 'fr')).toBe('fr');
  });
});
