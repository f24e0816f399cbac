/**
 * Digits as people spell them out, zero to nine, per language; several spellings of one digit are joined with `/`.
 * Short words that mean other things too stand under `unsure`: they count only in longer runs.
 */
export const NUMBER_WORDS = {
  sure: [
    'zero/oh/nought/naught one two three/tree four five six seven eight nine/niner',
    'nol/kosong satu dua tiga empat/ampat lima enam tujuh delapan/lapan sembilan',
    'cero uno/una dos tres cuatro cinco seis siete ocho nueve',
    'zero um/uma dois/duas três quatro cinco seis/meia sete oito nove',
    'zéro un/une deux trois quatre cinq six sept huit neuf',
    'null/nul eins/ein/eine zwei/zwo drei vier fünf/fuenf sechs sieben acht neun',
    'zero uno due tre quattro cinque sei sette otto nove',
    'nul een/één twee drie vier vijf zes zeven acht negen',
    'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć',
    'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
    'ноль/нуль один/одна/раз два/две три четыре пять шесть семь восемь девять',
    'нуль один два три чотири пять/п’ять шість сім вісім девять/дев’ять',
    'शून्य/ज़ीरो/जीरो एक दो तीन चार पांच/पाँच छह/छः/छे सात आठ नौ',
    'shunya/sunya ek do teen char/chaar paanch/panch chhe/chhah saat aath nau',
    'صفر واحد اثنان/اثنين/اتنين ثلاثة/تلاتة اربعة خمسة ستة سبعة ثمانية/تمانية تسعة',
    'صفر یک دو سه چهار پنج شش هفت هشت نه',
    'sero isa dalawa tatlo apat lima anim pito walo siyam',
    'noll ett/en två tre fyra fem sex sju åtta nio',
    'null en/én to tre fire fem seks sju/syv åtte/otte ni',
    'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän',
    'nula jedna/jeden dva tři čtyři pět šest sedm osm devět',
    'zero unu/una doi/două trei patru cinci șase șapte opt nouă',
    'μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά',
    'אפס אחת/אחד שתיים/שניים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה',
    'nulla egy kettő/két három négy öt hat hét nyolc kilenc',
    'sifuri moja mbili tatu nne tano sita saba nane tisa',
    'ゼロ ワン ツー スリー フォー ファイブ シックス セブン エイト ナイン',
  ],
  unsure: [
    'không một/mốt hai ba bốn/tư năm/lăm sáu bảy/bẩy tám chín',
    'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า',
    '零/〇/洞 一/壹/幺 二/贰/貳 三/叁/參 四/肆 五/伍 六/陆/陸 七/柒/拐 八/捌 九/玖',
    '공/영/제로 일/하나 이/둘 삼/셋 사/넷 오/다섯 육/륙/여섯 칠/일곱 팔/여덟 구/아홉',
    'o',
  ],
  /** Two digits in one word: "forty-one eleven" is 4111. */
  teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  tens: 'twenty thirty forty/fourty fifty sixty seventy eighty ninety',
  repeat: { double: 2, doble: 2, dobro: 2, doppel: 2, dubbel: 2, doppio: 2, triple: 3, treble: 3, triplo: 3 },
} as const;
