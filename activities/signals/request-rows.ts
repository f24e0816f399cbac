/**
 * How many languages ask for a person, as rows for `readRows`: a wish to talk or to be passed on together with whoever
 * is wanted, a wish for a human being, or being done with the machine. The last group says what makes it a report, a
 * denial or a question about something else.
 */
import { readRows } from './concepts/concept';
import { anyOf } from './concepts/word-groups';

/** English, read after typing mistakes of the key words were put right. */
export const ENGLISH_ROWS = readRows(`
  en: word with, talk with, talk to, speak with, speak to, chat with, discuss with, hear from, deal with, pass me to, pass me on to, hand me to, hand me over to, connect me to, connect me with, switch me to, transfer me to, put me on to, put me on with, forward me to, escalate to, escalate this to, take this up with, bring in, get hold of, get me to / whoever, someone, somebody, anyone, anybody, a colleague, a human, humans, the owner, the boss, your boss, the manager, a manager, your manager, duty manager, your supervisor, a supervisor, an adviser, an advisor, your team, the team, a specialist, an expert, the person in charge, the one in charge, ur boss, ur manager, the boss, staff, a member of, one of your, one of you guys, an actual, a real, flesh and blood, reception, the front desk, front office, a technician, the doctor on duty, a nurse, a clerk, the shop owner, head office, a living soul / !don't want to, do not want to, no need to, don't need to, do i have to, did, spoke, spoken, talked, already spoke, was told, yesterday i, how do i become, can my friend, about how, hear from you, deal with someone else's, who speaks, who speak
  en: want, need, prefer, rather, get me, give me, send me, i'd like, would like, can i have, could i have, can i get, could i get, please, looking for, bring me, find me / a human, human being, real human, actual human, a real person, an actual person, live person, living person, human help, human support, human agent, human operator, human assistance, human touch, real agent, live agent, live support, live chat agent, live operator, person not a bot, person not bot, flesh and blood, somebody real, someone real, someone human, actual people, real people, real human being, proper human, human instead, human contact, human on the line, a person instead, someone with a pulse, someone alive / !don't need, do not need, don't want, no need, not want, not need, human resources, human hair, human rights, does not need, human body, whether you, are you a human, if you are
  en: stop, no more, sick of, tired of, fed up with, enough of, done with, hate, quit, don't want, do not want, rather not, not interested in, can't stand, don't like, get rid of / bots, robot, robots, talking to bots, talking to a bot, talking to a machine, automated replies, automated answers, automated responses, canned replies, canned answers, canned responses, chatbot, chatbots, talking to a robot, talking to a computer, auto replies, this bot, the bot, a bot, machine answers, ai answers, ai replies, talking to ai, an ai, this ai / !robot vacuum, robot toy, robot mower, do you sell, vacuum
  en: let, have, get, can, could, may, might, would, ask / someone else, somebody else, another person, another colleague, one of your colleagues, a colleague, your colleague, your manager, one of your team, somebody from your team, someone from your team, someone from the team, someone from support, one of the team, someone in charge, somebody in charge, someone from the, somebody from the, your boss, somebody who knows, someone who knows, someone who actually, someone competent, an employee, someone senior, someone higher / help, take over, look, handle, deal, assist, answer, call, ring, phone, contact, reply, explain, step in, jump in, take it, sort, check, respond, write to me, get back / !my booking, use my, else use, else's, can someone else use, someone else can use, pick up my, collect my, on my behalf, instead of me
  en: is this, are you, am i talking to, am i speaking to, am i chatting with, this is / a bot, bot, robot, a robot, a machine, machine, ai, an ai, automated, a computer / i want, i'd like, i need, give me, get me, let me, rather, i prefer, real one, human, real person, somebody real / !am i talking to a real person
  en: where is, where are, where's, is anybody, is anyone, anybody, anyone / the staff, the humans, the real people, human around, real person here, actually there, reading this, alive there, real here, human here, out there, behind this / !where is the staff entrance, staff parking, reading this book
  en: call me, phone me, ring me, callback, call back, call me back, give me a call, ring back / someone, somebody, a person, human, one of your, adviser, advisor, agent, a colleague, your staff / !if the, when the, do you call, will you call, yesterday, when it arrives, name
  en: any chance of, how about, is it possible to have, is it possible to get, could we have, is there, are there, can there be, would love, i'd kill for, i wish i had, got any, do you guys have / living, breathing, actual, real, human, live, flesh and blood, sentient / employee, person, one, being, staff, people, agent, somebody, someone, human, humans, operator, colleague, i can, to talk to, in charge / !real one or fake, real person story, staff discount, live music
  en: talk to, speak to, speak with, talk with, chat to, chat with, hit up, ping, get / a human, an actual human, actual human, a real human, a person, an actual person, real people, actual people, your people, a grown-up, an adult, a native speaker, someone local, someone who speaks / !did, i spoke, no need, don't need, don't want, already
  en: nurse, doctor, midwife, dentist, agent, advisor, adviser, technician, engineer, mechanic, owner, boss, manager, supervisor, specialist, receptionist, human, person, someone, somebody, colleague / ring me, call me, phone me, ring me back, call me back, ring us, call us, contact me, get back to me, speak to me, talk to me, on the phone, on the line, take over / i'd, i want, could, can, would, please, prefer, feel better, need, ask, have, let, get / !called me back yesterday, did, if they call
  en: who is, who's, name of, get, give me, where is, want, send / your manager, your supervisor, your boss, the manager, the supervisor, the boss, manager's, supervisor's, whoever / name, phone, number, speak, talk, on the, isn't, in charge, responsible, here, now / !manager on duty hours, account manager app, password manager
  en: someone else please, somebody else please, anyone else please, another person please, another agent please, a different person please, next agent please, someone else now, somebody else now / !use, guest, name`);

const VI_ASK = `nói chuyện, trao đổi, chat với, chat cùng, gặp, gọi cho, cho em gặp, cho mình gặp, cho tôi gặp, kết nối, chuyển máy, nối máy, chuyển tôi, chuyển em, chuyển mình, chuyển qua, chuyển sang, chuyển cuộc, nhắn với, làm việc với, liên hệ với, kêu, gọi giùm, cho nói chuyện, xin gặp, gặp mặt, muốn gặp, hỏi trực tiếp, tư vấn trực tiếp, noi chuyen, ket noi, can gap, muon gap, xin gap, cho gap, gap truc tiep, chuyen may`;
const VI_PERSON = `người thật, người tư vấn, người hỗ trợ, người phụ trách, người có trách nhiệm, người khác, người nào, con người, nhân viên, tư vấn viên, tổng đài viên, điện thoại viên, quản lý, quản lí, lễ tân, giám đốc, chủ shop, chủ quán, chủ khách sạn, chủ cửa hàng, ai đó, ai khác, bộ phận, phòng ban, cskh, chăm sóc khách hàng, kỹ thuật viên, chuyên viên, admin, cấp trên, sếp, trưởng ca, trưởng phòng, ban giám đốc, anh chị nào, bạn nào trực, ai trực, người trực, người bên, nguoi that, nhan vien, quan ly, tu van vien, con người bằng xương, người đàng hoàng, bác sĩ trực, anh chủ, chị chủ, nv`;
const VI_DENY = `không cần gặp, không cần nói chuyện, không muốn gặp, không cần người, không cần nhân viên, khỏi gặp, khỏi cần, đừng chuyển, hôm qua, hôm trước, đã nói chuyện, đã gặp, lần trước, không phải gặp, rất nhiệt tình, rất dễ thương, dễ thương, thân thiện, khong can, khoi can, chưa cần gặp, đã trao đổi, có cần gặp, có phải gặp, gặp ở đâu, gặp lại sau, mấy nhân viên, có bao nhiêu nhân viên, tuyển nhân viên`;

export const OTHER_ROWS = readRows(`
  vi: ${VI_ASK} / ${VI_PERSON} / !${VI_DENY}
  vi: muốn, cần, cho, xin, yêu cầu, tìm, đòi, kêu, gọi, nhờ, có, mượn / người thật, nhân viên thật, người nào khác, người tư vấn thật, nhân viên tư vấn, tư vấn viên, tổng đài viên, người phụ trách, người có thẩm quyền, người có trách nhiệm, nhân viên hỗ trợ, con người thật, ai đó là người, ai là người thật, người trả lời, nhân viên trả lời, người thật trả lời, nhân viên nào / !${VI_DENY}, không có nhân viên
  vi: không, đừng, ngưng, thôi, chán, mệt, khỏi, hết, k, ko, hông, khong / nói chuyện với bot, nói chuyện với máy, chat với bot, chat với máy, chat với robot, nói chuyện với robot, trả lời tự động, tin nhắn tự động, trả lời máy, bot trả lời, máy trả lời, nói chuyện với ai, bot nữa, robot nữa, chat voi may, chat voi bot, noi chuyen voi may, noi chuyen voi bot, chat bot nữa, nhắn với máy, nhắn với bot, nói với máy, nói với bot / !tắt
  vi: có ai, ai / trực không, ở đó không, trực ko, ở đó ko, online không, rep không, trả lời không, giúp trực tiếp, trực ca, hỗ trợ trực tiếp, là người không, đang trực, dang truc / !có ai đó, sau nửa đêm, lúc 2, ở lễ tân
  vi: anh chị nào, bạn nào, ai, nhân viên, quản lý, người nào / gọi lại cho, gọi cho mình, gọi cho tôi, gọi cho em, gọi mình, gọi tôi, liên hệ lại, liên hệ với mình, liên hệ với tôi, gọi điện cho, vào trả lời, ra trả lời, ra nói chuyện, vào hỗ trợ, lên tiếng, vào giúp, rep mình, rep em / !hôm qua, đã gọi, vừa gọi, khi nào shipper, khi nào giao

  es: hablar, hable, chatear, conversar, comunicar*, comuniquen*, comunique*, platicar, charlar, pas*, pasa*, poner*, pong*, conect*, transfi*, transfer*, deriv*, atend*, atienda*, escribir con, contact*, llam*, habla, derivar*, tratar con / alguien, persona real, una persona, humano, humana, agente, operador*, representante, asesor*, encargad*, gerente, supervisor*, ser humano, recepcion, empleado, empleada, responsable, companero, ejecutivo, de carne y hueso, persona de verdad, alguien de verdad, otra persona, jefe, jefa, alguno de ustedes, alguno de vosotros, personal / !no necesito, no quiero hablar, no hace falta, sin hablar, ayer, ya hable, por persona, agente de viajes, sin tener que, como contacto, alguien mas puede usar, alguien de la limpieza, no es necesario, se puede contactar, hable con
  es: quiero, necesito, prefiero, dame, deme, exijo, quisiera, busco, hay, me gustaria, por favor, ponme, queremos / persona real, persona de verdad, ser humano, humano, un agente, operador, operadora, alguien real, alguien de verdad, de carne y hueso, asesor, una persona que, alguien que me, atencion humana, atencion personal, una persona / !no quiero, no necesito, no hace falta, agente de viajes, por persona, para una persona, una persona mas, habitacion
  es: no quiero, no quiero seguir, harto de, harta de, cansado de, cansada de, dejen de, basta de, deja de, odio, no mas / bot, robot, maquina, chatbot, contestador, respuestas automaticas, bots, robots, ia, maquinas

  fr: parler, discuter, echanger, causer, m'adresser, contacter, joindre, communiquer, passez, passe, mettez, transferez, transferer, connectez, redirigez, mettre en relation, me passer, avoir affaire, rappele*, rappeler, appele*, repond*, aide / un humain, humain, une personne, quelqu'un, un conseiller, une conseillere, conseiller, un agent, operateur, operatrice, responsable, manager, directeur, directrice, superviseur, employe, receptionniste, la reception, etre humain, collegue, collegues, en chair et en os, une vraie personne, le patron, votre chef, quelqu'un d'autre, service client / !pas besoin, veux pas parler, ne veux pas, sans parler, j'ai deja parle, j'ai parle, hier, inutile de, par personne, ce n'est pas la peine, quelqu'un d'autre peut utiliser, quelqu'un peut utiliser, comment contacter, agent de voyage
  fr: veux, voudrais, besoin, prefere, souhaite, exige, donnez, aimerais, svp, plait, y a-t-il, je peux avoir / vrai humain, vraie personne, un humain, etre humain, un conseiller, un operateur, vrai conseiller, en chair et en os, vrai agent, quelqu'un de reel, quelqu'un de vrai, une personne reelle, personne humaine, contact humain / !pas besoin, ne veux pas, veux pas
  fr: marre, assez, plus, pas, arretez, ras le bol, deteste / parler a un robot, parler a un bot, parler avec un robot, parler a une machine, avec un bot, les robots, vos robots, reponses automatiques, du robot, des robots, avec une machine, un chatbot, de chatbot, ce robot, ce bot, a un ordinateur, une ia

  de: sprechen, reden, chatten, verbinden, verbinde, verbunden, telefonieren, weiterleiten, weitergeleitet, durchstellen, stellen sie mich, gib mir, geben sie mir, holen sie, ruckruf, anrufen, ruft mich, zuruckrufen, kontaktieren, ran, ubernehmen, ubernimmt, weiterhelfen, helfen / menschen, mensch, mitarbeiter, mitarbeiterin, mitarbeitenden, person, jemandem, jemanden, jemand, berater, beraterin, agenten, kundenberater, vorgesetzten, chef, manager, rezeption, kollegen, kollege, kollegin, ansprechpartner, sachbearbeiter, zustandigen, verantwortlichen, richtigen, leibhaftigen, aus fleisch und blut, kundendienst, kundenservice, geschaftsfuhrer, filialleiter / !nicht mit, keinen mitarbeiter, kein mensch, nicht sprechen, habe mit, hatte mit, gestern, ohne mit, brauche keinen, pro person, fur eine person, nicht notig, jemand anderes meine, wie kontaktiere, muss ich mit, wie kann ich, person zusatzlich, noch eine person
  de: brauche, will, mochte, verlange, bevorzuge, hatte gern, hatte gerne, lieber, bitte, gibt es, gebt mir / echten menschen, echter mensch, echte person, einen menschen, richtigen menschen, menschlichen, mitarbeiter, menschliche hilfe, echten mitarbeiter, jemand echten, jemand echtes, menschlicher / !keinen, nicht, keine, kein
  de: keine lust, nicht mehr, nicht mit, genug von, satt, schluss mit, kein, nervt, hor auf, keinen / bot, bots, chatbot, roboter, maschine, computer, automat, ki, automatischen antworten, automatische antworten / !saugroboter, mahroboter, bankautomat, geldautomat

  pt: falar, conversar, fala, contatar, entrar em contato, tratar, pass*, transf*, conect*, encaminh*, coloc*, cham*, atend*, lig*, liga, retorn* / uma pessoa, pessoa de verdade, pessoa real, humano, humana, atendente, alguem, operador, operadora, representante, gerente, supervisor, ser humano, funcionario, responsavel, um agente, recepcao, consultor, de carne e osso, gente de verdade, outra pessoa, chefe, especialista / !nao quero falar, nao preciso, sem falar, ja falei, ontem, por pessoa, nao e necessario, agente de viagens, como entro em contato, para uma pessoa, outra pessoa pode usar, sem ter que
  pt: quero, preciso, prefiro, exijo, gostaria, tem, por favor, cade, queria / atendente, pessoa real, pessoa de verdade, humano, ser humano, atendimento humano, alguem de verdade, gente de verdade, um operador / !nao quero, nao preciso, sem
  pt: nao quero, cansei de, chega de, cansado de, cansada de, odeio, para de, parem de / robo, robos, bot, bots, maquina, ia, chatbot, respostas automaticas, resposta automatica

  it: parlare, parlo, chattare, comunicare, contattare, discutere, interagire, pass*, mi metta, metta, trasferi*, colleg*, richiam*, rispond*, aiut*, sentire / persona, umano, umana, operatore, operatrice, qualcuno, agente, responsabile, direttore, addetto, impiegato, reception, essere umano, consulente, collega, in carne e ossa, titolare, capo, un vostro, persona vera / !non voglio parlare, non ho bisogno, senza parlare, ho gia parlato, ieri, a persona, per persona, non serve, come contatto, qualcun altro puo usare
  it: voglio, vorrei, ho bisogno di, preferisco, esigo, serve, posso avere, c'e, mi serve, datemi / operatore, operatrice, persona vera, persona reale, umano, essere umano, persona in carne, qualcuno di reale, una persona / !non voglio, non ho bisogno, per una persona
  it: non voglio, stufo di, stufa di, basta, odio, smettetela / robot, bot, macchina, chatbot, risposte automatiche, ia

  nl: spreken, praten, chatten, verbind*, doorverbind*, doorverbonden, bellen, terugbellen, contact / mens, persoon, iemand, medewerker, medewerkster, manager, leidinggevende, collega, receptie, klantenservice, echt persoon, baas, van vlees en bloed / !niet spreken, geen mens, hoef niet, heb gisteren, per persoon, zonder, hoe neem
  nl: wil, nodig, geef, liever, graag, mag ik / echt mens, echte persoon, medewerker, een mens, echt iemand, menselijk / !geen, niet
  nl: geen, niet, genoeg van, klaar met, stop met, zat / robot, bot, chatbot, computer, bots, automatische

  pl: rozmawiac, porozmawiac, pogadac, polacz*, przelacz*, skontaktowac, mowic, rozmow*, zawolaj*, popros*, oddzwon* / czlowiek*, osoba, osoby, konsultant*, pracownik*, kims, kierownik*, agentem, doradc*, recepcj*, menedzer*, menadzer*, ktos, szef* / !nie chce, nie musze, nie potrzebuje, bez, rozmawialem, rozmawialam, wczoraj
  pl: chce, potrzebuje, prosze, wole, dajcie, poprosze / czlowieka, konsultanta, zywego, prawdziwa osobe, prawdziwego, pracownika, konsultantem, czlowiekiem / !nie chce, nie potrzebuje
  pl: nie chce, dosc, mam dosyc, koniec z / botem, bota, robotem, robota, maszyna, maszyny, botow

  id: bicara, berbicara, ngobrol, chat, ngomong, hubungkan, sambungkan, hubungi, menghubungi, dihubungkan, disambungkan, terhubung, komunikasi, panggilkan, panggil, telepon, alihkan, dialihkan, oper / orang, manusia, petugas, agen, operator, cs, customer service, staf, staff, karyawan, manajer, manager, admin, seseorang, resepsionis, pegawai, atasan, penanggung jawab, pemilik / !tidak perlu, gak perlu, nggak perlu, tidak mau, tidak usah, gak usah, jangan, kemarin, sudah bicara, per orang, bagaimana cara menghubungi, cara hubungi, untuk berapa orang
  id: mau, butuh, perlu, minta, ingin, tolong, pengen, kasih / orang asli, manusia, petugas, operator, cs asli, cs manusia, orang beneran, admin asli, orang sungguhan, agen asli / !tidak perlu, tidak butuh, gak perlu, gak mau, gak butuh, tidak mau
  id: bukan, jangan, capek, malas, males, muak, stop, gak mau, tidak mau, nggak mau / bot, robot, mesin, chatbot, ai, jawaban otomatis

  tr: konus*, gorus*, bagla*, aktar*, yazis*, iletisim*, yonlendir*, aray*, arasin, cagir* / insan*, biri*, kisi*, temsilci*, yetkili*, operator*, mudur*, gorevli*, danisman*, calisan*, resepsiyon*, gercek / !istemiyorum, gerek yok, dun konus, konustum
  tr: istiyorum, lazim, lutfen, ihtiyacim / gercek insan, gercek biri, gercek bir, canli destek, musteri temsilcisi, yetkili, insan / !istemiyorum bir, gerek yok
  tr: istemiyorum, biktim, yeter / bot*, robot*, makine*

  ru: поговорить, говорить, пообщаться, общаться, связаться, связать, соедин*, переключ*, перевед*, свяж*, позов*, позвать, перезвон*, позвон*, пригласите, передайте, подключите / человек*, оператор*, менеджер*, сотрудник*, специалист*, кем-то, кем-нибудь, администратор*, начальник*, консультант*, представител*, руководител*, кто-нибудь, кого-нибудь, кто-то, старшего, живым, живого, отдел, бухгалтер*, главн* / !не надо, не нужно, не хочу говорить с, не хочу общаться с оператором, вчера, уже говорил, уже разговаривал, на человека, за человека, на одного человека, как связаться, без
  ru: хочу, нужен, нужна, дайте, требую, можно, нужно, есть, где, прошу / живой человек, живого человека, живым человеком, оператор, оператора, живого оператора, реального человека, настоящего человека, нормального человека, настоящий человек / !не нужен, не хочу, не нужно
  ru: не хочу, хватит, надоел*, устал*, достал*, без / бот, бота, ботом, боты, ботами, робот, робота, роботом, роботами, машиной, автоответ*

  zh: 找, 叫, 转, 轉, 接, 换, 換, 联系, 聯繫, 呼叫, 让, 讓, 请, 請, 跟, 和, 与, 給我, 给我 / 人工, 真人, 客服, 经理, 經理, 主管, 工作人员, 工作人員, 前台, 负责人, 負責人, 活人, 店长, 店長, 专员, 老板, 老闆, 你们领导, 大堂经理 / !不用, 不需要, 无需, 昨天, 之前, 客服电话, 电话是, 電話是, 几点, 怎么联系, 如何联系, 如何聯繫, 态度很好, 上次, 客服邮箱, 联系方式, 可以转接到, 人工智能, 人工费, 人工湖, 人工草
  zh: 机器人, 機器人, 机器, 機器, 自动回复, 自動回覆, ai / 别, 別, 不想, 不要, 烦, 受够, 讨厌, 停止, 不是, 拒绝 / !扫地机器人, 掃地機器人
  zh: 有人吗, 有人嗎, 有真人吗, 有真人嗎, 有没有人, 有沒有人, 有没有真人, 有人在吗, 有人在嗎, 想和人, 想跟人, 和真人, 跟真人, 换个人, 換個人, 找人聊, 要人工, 转人工, 轉人工 / !有没有人可以, 有没有人打扫, 不用, 不需要, 无需

  ja: 話, つない, 繋, 代わ, 替わ, かわ, 相談, 電話して, 折り返し, 出して, 呼んで, お願い, 対応, 取り次, やり取り, 変わって, 聞きたい, 連絡して / 人間, オペレーター, 担当者, スタッフ, 係の人, 係の方, 責任者, 店長, 上司, マネージャー, 支配人, 窓口の方, 従業員, サポートの方, 生身, 本物の人, 担当の方, 人と, 誰か, 有人, フロントの方, 人に / !わなくて, 不要, いりません, 必要ありません, 必要ない, 昨日, 話しました, 電話番号, 営業時間, 一人で, 二人で, 大人, 友人, 外国人
  ja: ボット, ロボット, 機械, 自動応答, 自動返信, ai / 嫌, いや, うんざり, 話したくない, やめて, ではなく, じゃなく, もういい, じゃ話にならない / !ロボット掃除機

  ko: 연결, 통화, 대화, 얘기, 이야기, 말하고, 말씀, 바꿔, 상담, 불러, 전화 주, 전화해, 나와, 답변 / 상담원, 상담사, 사람, 직원, 담당자, 매니저, 관리자, 책임자, 인간, 안내데스크, 프런트, 사장, 점장, 실장, 누구 / !필요 없, 필요없, 안 해도, 괜찮아요, 어제, 번호가, 번호 알려, 몇 사람, 두 사람, 친절, 상담 시간
  ko: 봇, 로봇, 챗봇, 기계, 자동 응답, 자동응답 / 말고, 싫, 그만, 지겨, 아니라 / !로봇청소기, 로봇 청소기

  th: คุย, พูด, สนทนา, ติดต่อ, แชท, แชต, ปรึกษา, ขอสาย, โอนสาย, ต่อสาย, เรียก, ขอพบ, ตามตัว, โทรกลับ, ตอบ / คนจริง, เจ้าหน้าที่, พนักงาน, แอดมิน, ผู้จัดการ, มนุษย์, หัวหน้า, โอเปอเรเตอร์, กับคน, คนเป็นๆ, ใครสักคน, เจ้าของ, แผนก / !ไม่ต้อง, ไม่อยากคุยกับพนักงาน, เมื่อวาน, เบอร์, ติดต่อพนักงานได้ที่, ไม่จำเป็น, กี่คน
  th: ไม่อยาก, ไม่เอา, เบื่อ, เลิก, รำคาญ, หยุด, ไม่ใช่ / บอท, หุ่นยนต์, โรบอท, ระบบอัตโนมัติ, ตอบอัตโนมัติ / !หุ่นยนต์ดูดฝุ่น
  th: ขอคนจริง, ขอคนตอบ, มีคนไหม, มีคนอยู่ไหม, อยากได้คนจริง, มีคนจริง, ขอคุยกับคน, มีใครอยู่ไหม

  tl: makausap, kausapin, kausap, makipag-usap, ikonekta, konekta, ipasa, ilipat, tawagan, tumawag / tao, totoong tao, ahente, agent, manager, operator, staff, empleyado, representative, may-ari, supervisor, receptionist, admin / !hindi na kailangan, hindi kailangan, kahapon, kada tao, ilang tao, bawat tao
  tl: gusto, kailangan, pwede, paki, ayoko, ayaw / totoong tao, tunay na tao, live agent, human, tao po, hindi bot, ng bot, sa bot, sa robot / !hindi kailangan, ilang tao

  ar: التحدث, اتكلم, أتكلم, أتحدث, اتحدث, أكلم, اكلم, حولني, حولوني, وصلني, وصلوني, تحويلي, أتواصل, اتواصل, اتصال / شخص, موظف, إنسان, انسان, بشري, ممثل, مدير, أحد, احد, حد, مسؤول / !لا أريد التحدث, لا احتاج, لا أحتاج, بدون, أمس
  ar: لا أريد, مش عايز, لا اريد, تعبت من, كفاية / روبوت, بوت, آلة, آلي
  hi: बात, जोड़, कनेक्ट, संपर्क, बुला / इंसान, व्यक्ति, एजेंट, प्रतिनिधि, मैनेजर, कर्मचारी, ऑपरेटर, किसी से, अधिकारी, असली / !नहीं करनी, ज़रूरत नहीं, जरूरत नहीं, कल
  hi: रोबोट, बॉट, मशीन / नहीं, बंद
  hi: baat, bat, connect / insaan, insan, agent, kisi se, manager, aadmi, asli / !nahi karni, zaroorat nahi
  vi: có cô nào, có chú nào, có anh nào, có chị nào, có bạn nào, có em nào, có ai, cô nào, anh chị nào, chị nào, bạn nào, người nào, co ai, co ban nao / nghe máy, nói chuyện, trực tiếp, giúp bác, rep tin, trả lời bác, trả lời em, trả lời tôi, ở quầy, tư vấn cho, hỗ trợ em, hỗ trợ mình, nghe điện thoại, gọi cho, gọi lại, vô nói chuyện, ra nói chuyện, noi chuyen / !hôm qua, có ai ở đó, có ai ở quầy lúc
  vi: gặp, nói chuyện, kết nối, nối máy, cho e gặp, gap, noi chuyen, trao đổi / ng thật, người thiệt, nguoi thiet, ng that, nv, ng tư vấn, nhân viên thật, nhan vien that, con người, con nguoi / !không cần, khỏi, đừng, hôm qua
  es: al telefono, en linea, al habla, atiend*, me atienda, que me conteste, que me responda / una persona, alguien, humano, recepcion, encargado, un agente, alguno, un trabajador / !no hace falta, no quiero
  fr: au bout du fil, au telephone, en ligne, de vive voix, de vivant, en personne / la reception, quelqu'un, une personne, conseiller, responsable, humain, un agent, employe, un collegue / !pas besoin, ne veux pas, hier
  de: am telefon, an die strippe, an den apparat, ans telefon, personlich, lebendig* / jemand, jemanden, mitarbeiter, rezeption, menschen, chef, kollegen, person, ansprechpartner / !nicht notig, gestern
  it: al telefono, in linea, di persona / qualcuno, una persona, la reception, responsabile, operatore, un umano / !non serve, ieri
  pt: no telefone, na linha, ao vivo, pessoalmente / alguem, uma pessoa, a recepcao, atendente, gerente, humano / !nao precisa, ontem
  ru: позовите, дайте, можно, соедините, хочу, нужен / кого-нибудь живого, живого, живой, живым, не робот*, настоящ*, реальн* / !не надо
  vi: bác sĩ, y tá, điều dưỡng, kỹ thuật viên, chủ, nhân viên, ai đó, quản lý, người / gọi lại cho tôi, gọi lại cho em, gọi lại cho mình, gọi cho tôi, gọi cho em, gọi cho mình, gọi tôi, nói chuyện trực tiếp, gặp tôi, tư vấn trực tiếp / !hôm qua, đã gọi, khi nào có kết quả
  vi: không nhắn với máy, không chat với máy, không thích máy, không tin máy, không quen chat, không rành chat, không biết chat, máy móc quá, toàn máy, toàn bot, chỉ toàn bot, cái máy này, mấy cái máy / người, ai, cô nào, anh nào, chị nào, gọi, gặp, nhân viên, quầy, không
  nl: aan de lijn, aan de telefoon, balie, receptie / iemand, mens, medewerker, spreken / !geen
  vi: alo, a lô, ad ơi, shop ơi, ủa, em ơi, hello / có ai không, có ai ko, có ai hông, có người không, co ai khong, co ai ko`);

/** Being passed on or put through, whoever it is to; the name of a department completes it. */
export const PASSED_ON = readRows(`
  en: put me through, hand me over, pass me, transfer me, connect me, switch me, forward me, speak to, speak with, talk to, talk with, chat with, word with, put me on to, call for, get me, escalate, direct me to, need someone from, want someone from, someone from, somebody from / !i spoke, i talked, no need, don't need, don't want, already spoke, how much
  vi: chuyển máy, chuyển mình, chuyển em, chuyển tôi, chuyển qua, chuyển sang, nối máy, kết nối, cho gặp, cho mình gặp, cho em gặp, cho tôi gặp, muốn gặp, cần gặp, xin gặp, gặp, nói chuyện với, trao đổi với, liên hệ với, gọi cho, nhờ bên, nối, chuyen may, noi may, ket noi, can gap, muon gap, noi chuyen voi / !không cần, hôm qua, đã nói chuyện, khỏi
  es: paseme, pasame, pasar con, comuniqueme, conecteme, transfier*, hablar con, pongame con, ponme con, derive* / !no quiero, no necesito, ya hable
  fr: passez-moi, passez moi, transferez*, mettez-moi, connectez*, parler a, parler avec, joindre / !pas besoin, ne veux pas
  de: verbinden, verbinde, durchstellen, weiterleiten, sprechen mit, mit der, mit dem, an die / !nicht, keine
  pt: passe, passa, transfira, falar com, conecte, me liga com, encaminh* / !nao quero, nao preciso
  it: mi passi, passatemi, mi metta, parlare con, colleg*, trasferi* / !non voglio
  nl: doorverbind*, verbind, spreken met / !niet
  pl: polacz*, przelacz*, rozmawiac z / !nie chce
  tr: bagla*, aktar*, gorusmek, konusmak / !istemiyorum
  id: sambungkan, hubungkan, alihkan, bicara dengan, ngobrol dengan / !tidak perlu
  tl: ikonekta, ilipat, ipasa, makausap / !hindi na
  ru: соедин*, переключ*, перевед*, поговорить с / !не надо, не нужно
  zh: 转, 轉, 接, 找 / !不用, 电话是
  ja: つない, 繋, 代わ, 話したい / !不要
  ko: 연결, 바꿔, 통화 / !필요 없
  th: ต่อสาย, โอนสาย, ขอสาย, คุยกับ / !ไม่ต้อง
  ar: حولني, وصلني, التحدث مع
  hi: बात, जोड़`);

/** Says that nobody is needed. With a machine in the same sentence ("I don't need a bot") it is the machine. */
export const NOT_NEEDED =
  anyOf(`no necesito, no hace falta, no es necesario, sin hablar, no quiero hablar con nadie, no quiero hablar con un agente, brauche keinen, brauche keine, brauche kein, brauche niemanden, nicht notig, nicht notwendig, pas besoin, n'ai pas besoin, inutile de, ne veux pas parler, nao preciso, nao precisa, nao e necessario, non ho bisogno, non serve, non mi serve, heb geen, niet nodig, hoef geen, hoef niet, nie potrzebuje, nie trzeba, gerek yok, ihtiyacim yok, gak perlu, ga perlu, nggak perlu, tidak perlu, tidak usah, gak usah, hindi kailangan, hindi na kailangan, huwag na, không cần, khỏi cần, không phải gặp, khong can, khoi can,
  не нужно, не надо, не нужен, не нужна, незачем, 不需要, 不用, 无需, 無需, 不必, 不要です, 不要, いりません, 必要ありません, 必要ない, 結構です, 필요 없, 필요없, 안 해도, 괜찮아요, ไม่ต้อง, ไม่จำเป็น, لا أحتاج, لا احتاج, لا داعي, ज़रूरत नहीं, जरूरत नहीं`);
export const MACHINE = anyOf(
  `bot, bots, robot, robots, chatbot, maquina, machine, maschine, roboter, maquinas, robo, robos, macchina, computer, ia, ki, ai, mesin, máy, may, makine, maszyna, бот*, робот*, 机器人, 機器人, 机器, 自动, ボット, ロボット, 機械, 自動, 봇, 로봇, 기계, บอท, หุ่นยนต์, อัตโนมัติ, روبوت, बॉट, रोबोट`,
);
/** Tells of a talk that was; a wish beside it counts all the same. */
export const REPORTED = anyOf(
  `hôm qua, hôm trước, tuần trước, lần trước, hom qua, hom truoc, ayer, anoche, la semana pasada, hier, la semaine derniere, gestern, letzte woche, ontem, semana passada, ieri, la settimana scorsa, gisteren, wczoraj, dun, kemarin, minggu lalu, kahapon, вчера, на прошлой неделе, 昨天, 上次, 上周, 昨日, 先週, 어제, 지난주, เมื่อวาน, أمس, कल`,
);
export const WISHED = anyOf(
  `muốn, cho, cần, lại, muon, cho, can, quiero, necesito, quisiera, veux, voudrais, besoin, will, mochte, brauche, bitte, quero, preciso, voglio, vorrei, wil, graag, chce, prosze, istiyorum, mau, minta, tolong, gusto, хочу, нужен, прошу, 要, 想, 请, たい, ください, お願い, 싶, 주세요, ขอ, อยาก, أريد, चाह`,
);
