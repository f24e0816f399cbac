/**
 * How other languages ask to be called by somebody, wonder whether anybody is there or only a machine, or would rather
 * settle a matter with somebody: rows for `readRows`. A taxi that is to be called and news of an event are none.
 */
import { readRows } from './concepts/concept';

export const CALLBACK_ROWS = readRows(`
  es: llamenme, llameme, llamadme, me pueden llamar, pueden llamarme, podrian llamarme, me podrian llamar, que me llamen, me llamais, podeis llamarme, devuelvanme la llamada, devolverme la llamada, espero su llamada / !taxi, si hay, cuando, a las
  es: hay alguien, hay una persona, hay algun humano, hay gente, queda alguien / maquinas, maquina, robot, robots, bot, bots, de verdad, real / !gente en la piscina
  es: tratarlo, tratar esto, resolverlo, verlo, arreglarlo, hablarlo, comentarlo / con un empleado, con una empleada, con el encargado, con la encargada, con alguien, con una persona, con el gerente, con un humano
  fr: appelez-moi, etre rappele*, qu'on me rappelle, que l'on me rappelle, me telephoner, telephonez-moi, m'appeler au, j'attends votre appel / !taxi, quand, si jamais, des que
  fr: y a quelqu'un, y a-t-il quelqu'un, y a t il quelqu'un, quelqu'un la, c'est une personne / robot, bot, machine, vrai, vraie, reel, ordinateur
  fr: voir ca avec, voir cela avec, regler ca avec, regler cela avec, traiter ca avec, en discuter avec, en parler avec, en parler a / un employe, une employee, quelqu'un, un responsable, une personne, un conseiller, un humain, votre equipe, le patron
  de: rufen sie mich an, rufen sie mich bitte, rufen sie mich zuruck, ruft mich an, ruft mich bitte, ruft mich zuruck, mich bitte anrufen, mich bitte zuruckrufen, mich zuruckrufen, um ruckruf, einen ruckruf, um einen anruf / !taxi, wenn, sobald, falls
  de: ist da jemand, ist hier jemand, ist da wer, ist hier wer, jemand da, ist da ein mensch / computer, bot, roboter, maschine, echt*, automat
  de: klaren, besprechen, regeln, erklaren / mit einem mitarbeiter, mit einer mitarbeiterin, mit jemandem, mit einem menschen, mit dem chef, mit einer person, mit einem kollegen, einem menschen
  pt: me liguem, podem me ligar, pode me ligar, poderiam me ligar, me ligue, liguem para mim, ligar de volta, retornem minha ligacao, aguardo ligacao / !taxi, quando, se houver, as 7
  pt: tem alguem, ha alguem, alguem ai, tem gente / de verdade, robo, maquina, bot, real
  pt: resolver isso, tratar disso, resolver, ver isso, discutir / com um funcionario, com uma funcionaria, com alguem, com uma pessoa, com um humano, com o responsavel, com o gerente, com a equipe
  it: richiamatemi, chiamatemi, potete chiamarmi, potete richiamarmi, puo chiamarmi, puo richiamarmi, mi richiamate, essere richiamat*, aspetto una chiamata / !taxi, quando, se c'e
  it: c'e qualcuno, qualcuno qui, c'e una persona, ci sono persone / vero, vera, di vero, vere, robot, bot, macchina, reale, in ascolto
  it: parlarne, risolverlo, discuterne, vederlo, chiarirlo / con un impiegato, con qualcuno, con una persona, con un collega, con il responsabile, con un addetto, con voi di persona
  nl: bel mij, bel me, belt u mij, bel me terug, terugbellen, mij bellen, me bellen, teruggebeld / !taxi, als er, wanneer, zodra, ik jullie, u terugbellen
  nl: is er iemand, is daar iemand, iemand daar, zit er iemand / robot, bot, computer, machine, echt
  nl: bespreken, regelen, overleggen, uitleggen / met een medewerker, met iemand, met een mens, met een persoon, met de manager, aan een medewerker, aan iemand
  pl: oddzwoncie, prosze oddzwonic, prosze o telefon, prosze zadzwonic, zadzwoncie do mnie, prosze o kontakt z / !taksowk*, jesli, kiedy
  pl: jest tu ktos, czy jest ktos, czy ktos tu, ktos tam / bot, robot, maszyna, zywy, prawdziwy
  tr: beni arayin, beni arar misiniz, geri arayin, beni geri ara*, geri arama / !taksi, eger
  tr: biri var mi, kimse var mi, insan var / bot, robot, gercek, makine
  id: telepon saya, telpon saya, hubungi saya, telepon balik, telpon balik, minta ditelepon, minta ditelpon, ditelepon balik, tolong telepon / !kalau, taksi, jika, nomor
  id: ada orang, ada orangnya, ada manusia, ada yang jaga / bot, robot, mesin, asli, beneran, gak, nggak, kah / !ada orang dalam, berapa
  ru: перезвоните, позвоните мне, прошу перезвонить, прошу позвонить, жду звонка, жду вашего звонка, обратный звонок, наберите меня / !такси, если, когда, как только
  ru: есть кто, тут есть, здесь есть, есть ли тут, есть ли здесь, кто-то есть / живые люди, живой, живого, бот, робот, человек
  zh: 给我打电话, 打电话给我, 给我打个电话, 给我回电, 回个电话, 回我电话, 打给我, 请来电, 叫个人, 派个人, 换个人 / !如果, 什么时候, 出租车, 的时候, 打扫, 帮我搬
  ja: 電話をください, 電話ください, お電話ください, 折り返し, 電話をもらえ, 電話いただけ, 電話してほしい, 誰かいますか, 誰かいませんか, 人間はいますか / !タクシー, 場合, 営業
  ko: 전화 주세요, 전화주세요, 전화 부탁, 전화부탁, 전화해 주세요, 연락 부탁, 연락 주세요, 거기 누구 있, 사람 있나요 / !택시, 경우, 번호, 되면
  th: โทรกลับ, โทรหาฉัน, โทรหาผม, โทรหาหนู, ช่วยโทรหา, มีใครอยู่ / !แท็กซี่, ถ้า, เบอร์, เมื่อ
  vi: gọi lại cho, gọi lại giúp, gọi lại mình, gọi lại em, gọi lại tôi, gọi lại với, gọi cho mình đi, gọi cho em đi, gọi cho tôi đi, gọi cho mình ngay, gọi điện cho mình, gọi điện cho em, gọi điện cho tôi, gọi điện tư vấn, điện lại cho, điện cho mình, điện cho em, goi lai cho, goi lai giup, goi cho minh di, goi dien cho minh, goi dien cho em, goi dien cho toi / !khi nào, khi có, nếu, taxi, hôm qua, đã gọi, gọi xe, lúc nào, mấy giờ, grab, số nào, khi nao, khi co, neu co
  ar: اتصلوا بي, اتصل بي, عاودوا الاتصال, كلموني / !إذا, تاكسي
  hi: मुझे कॉल, कॉल बैक, mujhe call kar, call back kar / !अगर`);
