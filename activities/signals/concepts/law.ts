/**
 * How customers of many languages speak of courts, the press, their data, and of being treated badly by the staff;
 * and of somebody's death, and of children who write alone. Rows for `readRows`.
 */
import { type Concept, concept } from './concept';

export const LEGAL_THREAT: Concept = concept('legal_threat', {
  touches: `sue, sues, suing, lawsuit*, legal action, lawyer*, solicitor, attorney, court, ombudsman, regulator*, legal threat*, police report, khoi kien, luat su, kien, bao cong an, demand* .. juici*, abogad*, tribunal*, demanda judicial, avocat*, justice, poursuites, anwalt*, klage, verklag*, gericht*, rechtlich*, advogad*, processo, processar, procon, avvocat*, querel*, causa legale, pengacara, tuntut, gugat, ทนาย, ฟ้อง, 弁護士, 訴訟, 訴え, 律师, 律師, 起诉, 起訴, 변호사, 소송, 고소, адвокат*, юрист*, суд, abogado, idemanda, advocaat, prawnik*, avukat*, dava, محام, वकील`,
  unconditional: true,
  rows: `
    en: sue, suing, sued, lawsuit, take you to court, see you in court, meet in court, take this to court, going to court, go to court, small claims, legal action, legal steps, legal proceedings, press charges, take it to court, in front of a judge, class action / i, we, i'm, i'll, you, my, will, going, gonna, considering / !can i sue, call you sue, for sue, aunt sue, sue's, how much, insurance
    en: lawyer*, solicitor*, attorney*, legal team, barrister, counsel / my, hearing from, hear from, contact*, speak, talk*, involve*, call*, letter, hire, hired, consult*, instructed, instruct, send, sending, will be in touch, advised / !i'm a, i am a, we are a, do you offer, my profession, as a, power of attorney, discount, work as, for lawyers
    en: report, reporting, complain, complaining, complaint, going to, go to, file, filing, take this to, write to, writing to, wrote to, written to, turn to, turning to, informed, inform, escalate to, contact / ombudsman, regulator, trading standards, consumer protection, authorities, better business bureau, bbb, fca, police, ministry, watchdog, financial conduct, consumer rights, attorney general / !how do i report a lost, when do you, office, do you report
    vi: kiện, khởi kiện, đưa ra toà, đưa ra tòa, đâm đơn, ra toà, ra tòa, toà án, tòa án, thưa kiện, luật sư, tố cáo, se kien, kien ra toa, kien cac ban, kien shop / tôi, mình, em, sẽ, tui, các bạn, shop, ngân hàng, khách sạn, cho, gửi, nhờ, làm việc, toi, minh / !điều kiện, phụ kiện, sự kiện, linh kiện, kiện hàng, bưu kiện, tôi là luật sư, mình là luật sư, em là luật sư, luật sư có được, hỏi luật, mấy kiện, su kien, dieu kien, phu kien, linh kien, toi la luat su
    vi: báo công an, trình báo, báo cảnh sát, bảo vệ người tiêu dùng, quản lý thị trường, khiếu nại lên, gọi công an, ra công an, nhờ công an, ngân hàng nhà nước / !có báo, mất hộ chiếu, cớ mất
    es: demandar*, demanda, denunci*, juicio, tribunales, juzgado, acciones legales, abogado*, abogada, consumo, defensor del pueblo, profeco, querella / voy a, vamos a, les, los, mi, pondre, presentare, interpondre, hablara, contactar, llevar, os, tomare, nos veremos, sere / !soy abogad*, en demanda, mucha demanda
    fr: avocat*, tribunal, justice, plainte, poursuiv*, poursuites, attaquer, porter plainte, mise en demeure, juge, dgccrf, mediateur, proces / je, mon, vous, vais, allons, nous, deposer, saisir, ma / !je suis avocat, suivre, poursuivre ma commande
    de: anwalt*, rechtsanwalt*, klage, verklag*, gericht, anzeige, rechtliche schritte, verbraucherzentrale, rechtsweg, einklagen, strafanzeige, ombudsmann, bafin / ich, mein*, wir, sie, werde, werden, gehe, schalte, erstatte, leite, melde / !ich bin anwalt, ich bin rechtsanwalt, anzeige auf, die anzeige, gerichte, das gericht auf der karte
    pt: process*, advogad*, justica, procon, tribunal, denunci*, acao judicial, juizado, acionar / vou, vamos, meu, minha, voces, na, falara / !sou advogad*, processo de compra, processo de, processando, processador
    it: avvocat*, denunc*, tribunale, querel*, vie legali, causa, azioni legali, giudice, adiconsum / vi, faro, faccio, mio, mia, per, andro, ci vediamo, sporgo, procedero, mi rivolgero / !sono un avvocato, sono avvocato, a causa
    nl: advocaat, aanklagen, rechter, rechtszaak, aangifte, juridische / ik, mijn, we, u, jullie, doe, ga, stap* / !ik ben advocaat
    pl: pozw*, sad, sadu, prawnik*, adwokat*, sprawe do, uokik, rzecznik* / was, moj, spotkamy, kieruje, skieruje, panstwa, zglosze / !jestem prawnikiem
    tr: dava, avukat*, mahkeme*, savci*, sikayetci, tuketici / acacagim, avukatim, vereceg*, verecegim, olacagim, gideceg*, ediyorum
    id: tuntut, menuntut, gugat, menggugat, pengacara, lapor polisi, laporkan, jalur hukum, pengadilan, ylki, somasi / saya, kami, akan, kalian, anda / !saya pengacara, saya seorang
    th: ฟ้อง, ทนาย, แจ้งความ, ศาล, ดำเนินคดี, สคบ / !เป็นทนาย, คำฟ้อง
    ja: 訴え, 訴訟, 弁護士, 裁判, 法的, 警察に, 消費者センター, 消費生活センター, 告訴, 通報 / !私は弁護士です, 弁護士をして
    zh: 起诉, 起訴, 告你们, 告你們, 律师, 律師, 法院, 法律途径, 法律途徑, 报警, 報警, 消协, 12315, 投诉到, 法庭, 律师函 / !我是律师, 我是律師, 我是一名律
    ko: 고소, 소송, 변호사, 법적, 법원, 신고하, 경찰에, 소비자원, 소비자보호원 / !저는 변호사, 변호사입니다, 변호사인데
    ru: в суд, судиться, адвокат*, юрист*, иск, роспотребнадзор*, прокуратур*, засужу, полици*, через суд / я, мы, мой, вас, подам, обращусь, обращаюсь, напишу, буду, свяжется, подаю / !я юрист, я адвокат
    tl: idedemanda, demanda, abogado*, korte, idemanda, ireklamo sa dti, dti, kaso / ko, kayo, kita, ako, ng, namin, sa / !abogado ako
    ar: محامي, محكمة, سأقاضي, دعوى, قانوني, الشرطة, مقاضاة / !أنا محام
    hi: वकील, अदालत, कोर्ट, मुकदमा, केस कर, कानूनी / !मैं वकील हूं
    en: lawyer, solicitor, attorney / i will, i'll, going to, will be in touch, will contact, will write, will call / !offer, i'm a
    en: hold you responsible, hold you liable, legally responsible, you'll regret this legally, letter before action, cease and desist, formal notice, statutory rights, consumer court, tribunal, magistrate, sheriff, bailiff / you, your, i, we, this
    vi: pháp luật, pháp lý, theo luật, đơn kiện, ra pháp luật, trước pháp luật / kiện, chịu trách nhiệm, tôi sẽ, mình sẽ, sẽ, giải quyết theo
    vi: gửi đơn, nộp đơn, làm đơn, viết đơn, đệ đơn / toà, tòa, công an, ngân hàng nhà nước, thanh tra, sở, bộ, kiện, tố cáo, hội bảo vệ / !xin việc, vay`,
});

export const PRESS: Concept = concept('press', {
  touches: `press, journalist*, newspaper*, media, publicity, reporter*, influencer*, bad review*, bao chi, nha bao, phong vien, truyen thong, boc phot, periodista*, prensa, journaliste*, presse, medien, journalist*, jornalist*, imprensa, giornalist*, stampa, wartawan, jurnalis, นักข่าว, สื่อ, 記者, 報道, マスコミ, 记者, 媒体, 기자, 언론, журналист*, пресс*, mamamahayag`,
  unconditional: true,
  rows: `
    en: journalist, reporter, newspaper, press, tv station, magazine, documentary, editor, columnist, correspondent / i, i'm, am, from, write, writing, working, comment, statement, interview, on record, article, story, piece, deadline / !press the, press on, press button, i press, pressed, press reset, trouser press, french press, is there a newspaper, do you have newspapers, editor app, magazine subscription, hot press, bench press, newspaper in, newspapers in
    en: go to, going to, tell, telling, contact, contacting, post, posting, put, share, sharing, expose, go viral, send, publish, air / the press, the media, newspapers, the news, tv, on tiktok, on youtube, on instagram, on twitter, on facebook, my followers, viral, all over social media, on social media, all over the internet, on x / !tag you, photos of my, breakfast, watch tv, tv remote, beautiful
    en: followers, subscribers, viewers / i have, i've, i'll, my, show, tell, video, expose, bad, negative, hear, know / !how many
    vi: nhà báo, phóng viên, báo chí, lên báo, đưa lên mạng, đăng lên mạng, bóc phốt, đăng bài, truyền hình, lên facebook, lên tiktok, livestream, đài truyền hình, lên mạng / tôi, mình, em, sẽ, là, cho, muốn phỏng vấn, phát biểu / !đọc báo, báo giá, bán trên
    es: periodista, reporter*, periodico, prensa, television, redes sociales, seguidores, noticiero / soy, trabajo, contar, publicar*, comentario, declaracion, ir a, voy, entrevista, escribo, subir*, mis / !hay periodicos
    fr: journaliste, presse, journal, reporter, television, medias, reseaux sociaux, abonnes / je suis, travaille, declaration, commentaire, vais, interview, article, publier, raconter, ecris, contacter, alerter, mes / !pression
    de: journalist*, presse, zeitung, redaktion, reporter*, fernsehen, medien, follower / ich bin, arbeite, schreibe, stellungnahme, interview, gehe, wende, artikel, bericht*, meine, poste, veroffentlich* / !haben sie zeitungen
    pt: jornalista, reporter, jornal, imprensa, televisao, redes sociais, seguidores / sou, trabalho, entrevista, declaracao, vou, expor, postar, materia, reportagem, meus
    it: giornalista, reporter, giornale, stampa, televisione, social, follower, redazione / sono, lavoro, intervista, dichiarazione, articolo, andro, pubblic*, scrivo, raccont*, miei / !stampa il, stampare
    id: wartawan, jurnalis, koran, media, viralkan, diviralkan, viral, televisi, medsos, reporter / saya, akan, wawancara, komentar, pernyataan, liput*
    th: นักข่าว, ผู้สื่อข่าว, หนังสือพิมพ์, ลงสื่อ, ออกสื่อ, ออกข่าว, สื่อมวลชน, โพสต์แฉ, แฉ
    ja: 記者, 新聞社, 取材, マスコミ, テレビ局, 報道, snsに晒, snsで拡散, 晒し, 雑誌の / !新聞はありますか
    zh: 记者, 記者, 媒体曝光, 媒體, 报社, 報社, 采访, 採訪, 曝光, 电视台, 發到網上, 发到网上, 媒体
    ko: 기자, 언론, 신문사, 방송국, 취재, 제보, sns에 올
    ru: журналист*, газет*, прессе, прессу, корреспондент*, телевидени*, сми, репортер*, соцсет* / я, комментари*, интервью, обращусь, пишу, напишу, редакци*, расскажу, статью
    nl: journalist, krant, pers, media / ik, reactie, interview, stap
    pl: dziennikarz*, gazet*, pras*, mediach, mediow, telewizj* / jestem, pisze, komentarz, zglosze, wywiad
    tr: gazeteci*, basin*, muhabir*, medya* 
    tl: mamamahayag, reporter, dyaryo, media, ipopost, ipo-post, tulfo, viral
    en: k followers, 000 followers, million followers, thousand followers, big following, my audience, my channel, my blog, my podcast, my readers, my viewers, my subscribers / hear, tell, see, know, post, write, review, expose, about this, about you, going to
    en: for a news story, for a newspaper, for my programme, for my program, for the paper, for publication, off the record, on the record, statement from you, official statement, request for comment, spokesperson, press officer, press office, press release, press statement, media inquiry, media enquiry, media relations
    vi: follow, người theo dõi, kênh của tôi, kênh của mình, fan / biết chuyện, kể, đăng, lên bài, bóc phốt, quay clip`,
});

export const PRIVACY: Concept = concept('privacy', {
  touches: `gdpr, personal data, my data, delete .. data, data deleted, data protection, privacy, erase*, erasure, data breach, du lieu ca nhan, xoa du lieu, thong tin ca nhan, datos personales, rgpd, borrar .. datos, donnees personnelles, effac*, daten, dsgvo, datenschutz*, dados pessoais, lgpd, dati personali, data pribadi, ข้อมูลส่วนบุคคล, ข้อมูลส่วนตัว, 個人情報, 个人信息, 個人資料, 隐私, 개인정보, персональн* данн*, личн* данн*, persoonsgegevens, danych osobowych, rodo, kisisel veri*, kvkk`,
  unconditional: true,
  rows: `
    en: delete, erase, remove, wipe, destroy, forget, purge, get rid of / my data, my details, my records, my personal, my information, all my, everything you have, everything about me, all data, about me, my profile, my account, my file, my medical, our data, my history, my e-mail, my email, my number / !my order, from my order, from the order, my cart, from my cart, all my items, all my photos, my phone, all my apps, search history, how do i delete, browser
    en: data, information, records, details, file / you hold, you have on me, you store, you keep about me, copy of all, copy of my, hold about me, have about me, about me, disclose, access request, subject access, right to be forgotten / !when did, tracking information, booking details, flight details
    en: gdpr, ccpa, data protection, data breach, right to be forgotten, subject access / request, i, my, you, under, leak*, violat*, breach*, right / !compliant, are you gdpr
    en: leaked, shared, sold, gave, disclosed, passed on, exposed, showed, published, sent / my data, my number, my address, my details, my personal, my information, my medical, my records, my results, my phone number, my email, private information, another patient, someone else's / !i gave, i shared, i sent, how do i
    en: someone else's, another customer's, another patient's, another person's, other people's, a stranger's / records, results, details, data, invoice, information, bookings, letter, file / received, got, see, sent, shows, showing, can see
    vi: xoá, xóa, xoá bỏ, xóa bỏ, gỡ, huỷ, hủy, xoa het, xoa toan bo / dữ liệu, thông tin cá nhân, thông tin của tôi, thông tin của mình, thông tin của em, hồ sơ, tài khoản của tôi, mọi thông tin, toàn bộ thông tin, hết thông tin / !dữ liệu máy, khi bán, khôi phục, nhầm, cách xoá, cách xóa, hồ sơ vay
    vi: lộ, rò rỉ, làm lộ, tiết lộ, bán, chia sẻ, lam lo / thông tin cá nhân, số điện thoại của, dữ liệu, thông tin của tôi, thông tin của mình, thông tin khách, hồ sơ bệnh án
    es: borr*, elimin*, suprim*, cancel* / mis datos, datos personales, mi informacion, mi historial, mi cuenta, todo lo que tienen, mi expediente / !como borro, carrito
    es: filtra*, compartieron, vendieron, difundi*, revel*, rgpd, proteccion de datos, derecho al olvido / mis datos, mi informacion, mi numero, datos, mi, mis, solicito, segun
    fr: supprim*, effac*, retir*, detrui* / mes donnees, donnees personnelles, mes informations, mon dossier, mon compte, tout ce que vous avez / !comment supprimer un article, panier
    fr: rgpd, cnil, droit a l'oubli, fuite, divulgu*, partag* / donnees, mes, mon, demande, droit
    de: losch*, entfern*, vernicht* / meine daten, personenbezogene*, meine personlichen, mein konto, mein kundenkonto, meine informationen, alles uber mich, alle daten, meine akte, meine patientenakte, meine krankenakte, meine unterlagen / !warenkorb, wie losche ich
    de: dsgvo, datenschutz*, auskunft, weitergegeben, datenleck, gespeichert / meine daten, daten uber mich, verlange, meine, uber mich, beantrage, recht, art* 15, art* 17 / !dsgvo-konform
    pt: apag*, exclu*, delet*, remov* / meus dados, dados pessoais, minhas informacoes, meu cadastro, minha conta, meu prontuario, tudo sobre mim / !carrinho, como apago
    pt: lgpd, vaz*, divulg*, compartilh* / meus dados, dados, minhas informacoes, meu numero
    it: cancell*, elimin*, rimuov* / miei dati, dati personali, mie informazioni, mio account, mio profilo, mia cartella, tutto quello che avete / !carrello
    it: gdpr, diffus*, condivis*, garante privacy, diritto all'oblio / miei dati, dati, mie
    nl: verwijder*, wis / mijn gegevens, persoonsgegevens, mijn account, mijn dossier
    nl: avg, gelekt, datalek / gegevens, mijn
    pl: usun*, skasuj*, wykasuj* / moje dane, dane osobowe, danych, moje konto, moj profil
    pl: rodo, wyciek* / dane, danych, moje
    tr: sil*, kaldir* / verilerimi, kisisel veri*, bilgilerimi, hesabimi, kayitlarimi
    id: hapus*, menghapus, dihapus / data saya, data pribadi, informasi saya, akun saya, rekam medis / !keranjang
    id: bocor, membocorkan, menyebarkan / data, nomor saya, informasi
    th: ลบ, ทำลาย / ข้อมูลของฉัน, ข้อมูลส่วนตัว, ข้อมูลส่วนบุคคล, ข้อมูลทั้งหมด, ข้อมูลผม, ประวัติของ, ข้อมูลของผม, บัญชีของฉัน / !ตะกร้า
    th: ข้อมูลรั่ว, เปิดเผยข้อมูล, pdpa, ข้อมูลหลุด
    ja: 個人情報, データ, アカウント, 登録情報, 私の情報 / 削除して, 消して, 消去, 漏洩, 漏え, 開示, 流出, 削除を, 抹消 / !データ通信, バックアップ
    zh: 删除, 刪除, 注销, 清除, 抹掉, 删掉 / 我的信息, 我的数据, 个人信息, 個人資料, 个人数据, 我的资料, 我的账号, 所有信息, 我的病历 / !购物车, 订单
    zh: 泄露, 洩漏, 泄漏, 外泄 / 信息, 数据, 資料, 隐私, 电话
    ko: 개인정보, 내 정보, 제 정보, 데이터, 계정, 기록 / 삭제, 지워, 파기, 유출, 탈퇴, 열람 / !삭제 방법, 장바구니
    ru: удал*, сотр*, уничтож* / мои данные, персональные данные, персональных данных, личные данные, мою информацию, мой аккаунт, мой профиль, все обо мне / !корзин*, как удалить
    ru: утечк*, слили, передали, разгласил* / данные, данных, информацию, мой номер
    tl: burahin, tanggalin, i-delete, idelete, alisin / data ko, impormasyon ko, account ko, personal na, record* ko
    ar: حذف, احذفوا, امسحوا, مسح / بياناتي, معلوماتي, حسابي
    hi: डेटा, जानकारी, खाता / मिटा, हटा, डिलीट
    en: every bit of information, all information, all the information, any information, all data, what data, which data, what information, my file, my records, personal information / you hold, you have, hold on me, destroyed, deleted, removed, erased, handed over, sent to me, wiped / !booking, do you have any information, have any information, what information do you need, what information do i
    en: hipaa, coppa, privacy commissioner, data protection officer, dpo, consent / my, i, withdraw, violated, breach, want, under
    en: stop, unsubscribe / using my data, selling my data, sharing my data, processing my data, tracking me
    vi: thông tin cá nhân, dữ liệu, thông tin, hồ sơ, số điện thoại / rút, rút hết, rút lại, không lưu, đừng lưu, ngưng lưu, xoá sạch, xóa sạch, thu hồi, gỡ bỏ, xem lại những gì, đang lưu / !lưu ý, lưu kho
    en: no longer, don't, stop, withdraw, revoke / store my, keep my data, keep my details, hold my data, my consent, consent to, process my
    es: copia, acceso, exijo, quiero, solicito / todos mis datos, mis datos personales, datos que tienen, mi historial
    fr: copie, acces, exige, veux / toutes mes donnees, mes donnees personnelles
    de: kopie, auskunft, einsicht / meine daten, meiner daten, meine akte, patientenakte
    pt: copia, acesso / meus dados, dados pessoais
    it: copia, accesso / miei dati, dati personali`,
});

export const MISCONDUCT: Concept = concept('misconduct', {
  touches: `harass*, discriminat*, racis*, sexis*, insult*, assault*, misconduct, rude, touched, abuse*, bully*, threatened by, quay roi, phan biet, xuc pham, ky thi, lang ma, acos*, discrimin*, insult*, harcel*, agress*, belastig*, diskriminier*, beleidig*, ubergriff*, assedi*, assedio, molesti*, pelecehan, diskriminasi, menghina, คุกคาม, เหยียด, ลวนลาม, ハラスメント, 差別, セクハラ, 骚扰, 騷擾, 歧视, 歧視, 侮辱, 성희롱, 차별, 모욕, домогат*, дискриминац*, оскорб*, хамств*`,
  rows: `
    en: nurse, doctor, staff, receptionist, employee, guard, waiter, driver, guide, manager, he, she, they, one of your, your, someone, man, colleague, cashier, clerk, cleaner, technician / harass*, groped, molested, assaulted, touched me, touched my, racist, racial, racism, slur, sexist, sexual*, discriminat*, insulted, mocked, humiliated, called me a, called us, yelled at, screamed at, shouted at, swore at, spat, pushed me, hit me, slapped, grabbed, inappropriate*, because i'm black, because i am black, because of my skin, because of my race, because i'm asian, my accent, my religion, my disability, my hijab, because we are gay, laughed at me, creepy, threatened me, bullied, made fun of, refused to serve, stared at, verbally abus* / !do you have, policy, book, film, called me back, wasn't
    en: i was, we were, i've been, i felt, got, been / harassed, discriminated, insulted, groped, assaulted, humiliated, racially, molested, abused, threatened by, bullied, refused because of
    vi: nhân viên, bác sĩ, y tá, bảo vệ, lễ tân, quản lý, tài xế, hướng dẫn viên, điều dưỡng, ông ta, anh ta, cô ta, shop / quấy rối, sờ mó, sàm sỡ, xúc phạm, chửi, mắng, nhục mạ, sỉ nhục, phân biệt, kỳ thị, mỉa mai, quát, đánh tôi, đánh em, đe doạ, đe dọa, chê bai, khinh thường, lăng mạ, đụng chạm, động chạm, quay roi, xuc pham, chui toi, chui em / !có phân biệt, giá, thế nào là
    es: enfermer*, doctor*, medico, empleado*, empleada, recepcionista, guardia, chofer, guia, personal, me, camarero, trabajador* / acos*, toco, tocado, manose*, insult*, racist*, racismo, discrimin*, humill*, grit*, agred*, amenaz*, se burlo, maltrat*, sexual*
    fr: infirmier*, medecin, docteur, employe*, receptionniste, vigile, chauffeur, guide, personnel, m'a, on m'a, serveur, vendeur* / harcel*, touche*, insult*, racist*, discrimin*, humili*, cri* dessus, agress*, menac*, moque*, deplac*, attouchement*, sexuel*
    de: pfleger*, schwester, arzt, mitarbeiter*, personal, rezeptionist*, fahrer, guide, verkaufer*, kellner*, hat mich, wurde, kollege, therapeut* / belastig*, angefasst, begrapscht, beleidig*, rassist*, diskriminier*, gedemutigt, angeschrien, bedroht, sexuell*, ausgelacht, beschimpft, geschlagen
    pt: enfermeir*, medic*, funcionari*, recepcionista, seguranca, motorista, guia, atendente, me, garcom / assedi*, tocou, apalp*, insult*, xing*, racist*, racismo, discrimin*, humilh*, grit*, agred*, ameac*, sexual*, ofend*
    it: infermier*, medico, dottor*, dipendente, receptionist, guardia, autista, guida, personale, mi ha, cameriere, commess* / molest*, toccat*, insult*, razzist*, discrimin*, umili*, urlat*, aggredit*, minacc*, sessual*, deris*, palpeggi*
    id: perawat, dokter, staf, karyawan, resepsionis, satpam, sopir, pemandu, petugas, dia, pelayan / melecehkan, dilecehkan, pelecehan, meraba, menyentuh, menghina, rasis, diskriminasi, membentak, memaki, mengancam, dibentak, dihina, kasar
    th: พนักงาน, พยาบาล, หมอ, คนขับ, ไกด์, รปภ, เจ้าหน้าที่, เขา / ลวนลาม, คุกคาม, เหยียด, ด่า, ดูถูก, ตะคอก, จับตัว, แตะต้อง, ขู่, แต๊ะอั๋ง, พูดจาหยาบ
    ja: スタッフ, 看護師, 医師, 従業員, 運転手, ガイド, 店員, 受付, 担当者, 先生 / セクハラ, 触られ, 差別, 侮辱, 怒鳴, 暴言, 脅され, 嫌がらせ, 馬鹿にされ, ハラスメント, 殴, 人種
    zh: 护士, 護士, 医生, 醫生, 员工, 員工, 保安, 司机, 导游, 店员, 前台, 工作人员, 服务员, 他, 她 / 骚扰, 騷擾, 摸我, 摸了我, 歧视, 歧視, 侮辱, 辱骂, 骂我, 吼我, 威胁, 打我, 羞辱, 性骚扰, 嘲笑
    ko: 간호사, 의사, 직원, 경비, 기사, 가이드, 점원, 선생님 / 성희롱, 성추행, 만졌, 만지, 차별, 모욕, 욕을, 욕했, 소리 질, 소리를 질, 협박, 비하, 무시했, 때렸
    ru: медсестр*, врач*, сотрудни*, охранни*, водител*, гид*, персонал*, администратор*, официант*, меня, продав* / домога*, лапал*, приставал*, трогал*, оскорб*, нахамил*, нагрубил*, накричал*, обозвал*, унизил*, дискримин*, расист*, угрожал*, ударил*
    nl: medewerker, verpleegkundige, arts, personeel, chauffeur / lastiggevallen, betast, uitgescholden, beledig*, racis*, discrimin*, bedreigd
    pl: pracowni*, pielegniar*, lekarz*, ochroniarz*, kierowc* / molestow*, dotyka*, obraz*, wyzwal*, rasis*, dyskrymin*, krzycz*, grozil*
    tr: calisan*, hemsire*, doktor*, personel*, sofor* / taciz*, dokundu, hakaret*, irkci*, ayrimcilik, bagir*, tehdit*
    tl: nurse, doktor, staff, empleyado, guwardiya, drayber / binastos, hinipuan, hinawakan, ininsulto, minura, sinigawan, pinahiya, rasista, diskrimin*, tinakot
    en: nurse, doctor, staff, receptionist, employee, guard, waiter, driver, guide, manager, therapist, masseur, colleague, technician, cleaner, he, she / comments about my, comment about my, remarks about my, remark about my, jokes about my, joke about my, hand on my, hands on my, put his hand, put her hand, touched my, stroked, kissed me, hit on me, flirt*, asked me out, out of line, inappropriate, made me uncomfortable, felt uncomfortable, disgusting things, dirty look, filmed me, photographed me, followed me, cornered me, came into my room, walked in on me, threw, refused to treat me, refused to let me in, because of how i look, because of where, foreigner, go back to / !book, film festival, refused card
    en: report, complain, complaint, accuse / nurse, doctor, waiter, driver, guard, member of staff, employee, receptionist, therapist, your guide / behaviour, behavior, body, treated, touched, rude, said, comments, shouted, insulted, language, harass*, discriminat*
    vi: bình phẩm, nhận xét, chạm vào, đụng vào, sờ, nắm tay, ôm, gạ gẫm, tán tỉnh, khiếm nhã, thô lỗ, bất lịch sự, hỗn, nặng lời, làm nhục, xua đuổi, miệt thị / nhân viên, bác sĩ, y tá, bảo vệ, lễ tân, tài xế, hướng dẫn viên, anh ta, ông ấy, kỹ thuật viên / !màn hình, sản phẩm
    en: trainer*, coach*, instructor*, member*, teacher*, client*, guest*, customer*, neighbour*, neighbor*, man, men, guy, guys, woman, someone, somebody, people, boss, host, owner, he, she, they, teacher*, driver*, colleague* / asking me out, keeps texting me, keeps messaging me, keeps calling me, texts me at night, texting me at night, messages me at night, messaging me at night, don't feel safe, do not feel safe, dont feel safe, feel unsafe, touching me, touches me, keeps touching, grabbing me, staring at me, stares at me, following me around, keeps following me, filming me, films me, taking pictures of me, harass*, stalk*, catcall*, sexual*, racist, slur, insult*, threatened me, threatening me, bullied, bullying, bullies, makes me uncomfortable, make me uncomfortable, shouted at me, yelled at me, spat at me, pushed me, hit me, slapped me
    vi: ông, thằng, tên, gã, có người, huấn luyện viên, pt, hội viên, khách, anh, chú, thầy, ai đó / sờ vào người, sờ người, sờ soạng, sờ mó, đụng vào người, quay lén, chụp lén, nhìn chằm chằm, bám theo, đi theo em, theo dõi em, ôm em, ôm tôi, sàm sỡ, quấy rối, biến thái, trêu ghẹo, chọc ghẹo, đe doạ, đe dọa, chửi em, chửi tôi, gạ`,
});

export const BEREAVEMENT: Concept = concept('bereavement', {
  touches: `died, has died, deceased, death, passed away, bereave*, death certificate, inherit*, qua doi, da mat, tu vong, giay chung tu, fallec*, muri*, defuncion, herencia, deces, decede*, heritage, verstorben*, todesfall*, gestorben, sterbeurkunde, erbe*, falec*, obito, heranca, decedut*, defunt*, meninggal, wafat, เสียชีวิต, มรณบัตร, 亡くな, 死亡, 去世, 过世, 遗产, 사망, 돌아가, умер*, смерт*, наследств*, namatay, pumanaw, overleden, zmarl*, vefat`,
  rows: `
    en: died, passed away, has passed, passed last, passed on, deceased, is dead, lost my husband, lost my wife, lost my mother, lost my father, lost my mum, lost my mom, lost my dad, lost my son, lost my daughter, lost my brother, lost my sister, lost our son, lost our daughter, late husband, late wife, late father, late mother, funeral, widow, widower / husband, wife, mother, father, mum, mom, dad, son, daughter, brother, sister, partner, grandmother, grandfather, aunt, uncle, nan, grandma, grandpa, account holder / !phone died, battery died, laptop died, app died, lost my card, lost my phone, lost my password, lost my pin, lost my wallet, lost my key*, lost my job, lost my booking, died on me, lost my patience, lost my luggage, lost my passport, computer died, lost my bag, lost my money, lost my order, lost my receipt, late fee
    vi: qua đời, tử vong, vừa mất, đã mất, khuất, mất rồi, mất hôm, mất tuần, mất tháng, mới mất, không còn nữa, vua mat, moi mat, mat roi / bố, mẹ, cha, chồng, vợ, bà, ông, anh trai, chị gái, em trai, bố tôi, mẹ tôi, chong toi, bo toi, me toi, vo toi / !mật khẩu, mất thẻ, mất điện thoại, mất bao lâu, bị mất, mất tiền, mất máy, mất phí
    es: murio, fallecio, ha muerto, ha fallecido, fallecid*, difunt*, acaba de morir / padre, madre, marido, esposo, esposa, mujer, hijo, hija, hermano, hermana, abuelo, abuela, mi, tio, tia / !bateria, movil, telefono
    fr: mort, morte, decede*, deces, est parti, disparu / pere, mere, mari, femme, fils, fille, frere, soeur, grand-mere, grand-pere, epoux, epouse / !telephone, batterie
    de: gestorben, verstorben*, tot, verschieden / mann, frau, vater, mutter, sohn, tochter, bruder, schwester, oma, opa, onkel, tante / !akku, handy
    pt: morreu, faleceu, falecid*, perdi meu, perdi minha / pai, mae, marido, esposa, filho, filha, irmao, irma, avo, tio, tia
    it: morto, morta, decedut*, defunt*, mancato, mancata, scomparso / padre, madre, marito, moglie, figlio, figlia, fratello, sorella, nonno, nonna
    nl: overleden, gestorven / man, vrouw, vader, moeder, zoon, dochter, opa, oma
    pl: zmarl*, umarl*, nie zyje / maz, zona, ojciec, matka, syn, corka, babcia, dziadek, tata, mama
    tr: vefat, oldu, kaybett* / esim, babam, annem, kocam, kardesim, oglum
    id: meninggal, wafat, tiada, berpulang / suami, istri, ayah, ibu, bapak, anak, kakak, adik, kakek, nenek, mama, papa / !meninggalkan
    th: เสียชีวิต, ตาย, จากไป, เสียแล้ว, ถึงแก่กรรม / พ่อ, แม่, สามี, ภรรยา, ลูก, พี่, น้อง, ยาย, ตา, ปู่, ย่า / !แบต
    ja: 亡くな, 死去, 他界, 死にました / 父, 母, 夫, 妻, 主人, 息子, 娘, 祖母, 祖父, 兄, 弟, 姉, 妹, 家内
    zh: 去世, 过世, 過世, 死了, 走了, 离世, 病故 / 父亲, 母亲, 爸, 妈, 丈夫, 妻子, 老公, 老婆, 儿子, 女儿, 爷爷, 奶奶, 父親, 母親, 先生
    ko: 돌아가셨, 돌아가신, 사망, 세상을 떠, 별세 / 아버지, 어머니, 남편, 아내, 아들, 딸, 할머니, 할아버지, 아빠, 엄마, 형, 오빠
    ru: умер*, скончал*, смерти, погиб*, не стало / муж*, жен*, отец, отца, мать, мам*, сын*, доч*, брат*, сестр*, бабушк*, дедушк*, пап*
    tl: namatay, pumanaw, yumao, patay na / asawa, tatay, nanay, anak, kapatid, lola, lolo
    ar: توفي, توفيت, مات, وفاة / زوج, والد, أب, أم, ابن
    hi: मृत्यु, देहांत, गुज़र गए, गुजर गए, निधन, मर गए / पति, पिता, माता, मां, माँ, पत्नी, बेटा
    vi: chồng, vợ, bố, mẹ, ba, má, ông, bà, anh, chị, em, con, cha / mới mất, vừa mất, đã mất, mất rồi, qua đời, không qua khỏi, mất tháng, mất tuần, mất hôm, mất năm / !mất thẻ, mất khẩu, mất ví, mất máy
    en: executor, estate of, probate, next of kin, deceased's, funeral, death certificate / account, mother, father, husband, wife, i, my, bank, late`,
});

export const MINOR: Concept = concept('minor', {
  touches: `minor, minors, child travels, children alone, without an adult, underage, child alone, children writing, under 18, tre em, vi thanh nien, chua du tuoi, menor*, mineur*, minderjahrig*, minor*, anak di bawah, เด็ก, 未成年, 미성년, несовершеннолет*, menor de edad`,
  rows: `
    en: i'm, i am, im / 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen / years old, year old, yo, yrs old, years-old
    en: my parents don't know, my mum doesn't know, my mom doesn't know, without my parents, don't tell my parents, don't tell my mum, don't tell my mom, i'm a kid, i am a child, i'm underage, i am underage, home alone and
    vi: em, con, cháu, mình, chau / 8 tuổi, 9 tuổi, 10 tuổi, 11 tuổi, 12 tuổi, 13 tuổi, 14 tuổi, 15 tuổi, 16 tuổi, 17 tuổi, chưa đủ tuổi, bố mẹ không biết, giấu bố mẹ / !con tôi, con mình, con em, bé nhà
    es: tengo / 8 anos, 9 anos, 10 anos, 11 anos, 12 anos, 13 anos, 14 anos, 15 anos, 16 anos, 17 anos / !hijo, hija
    fr: j'ai / 8 ans, 9 ans, 10 ans, 11 ans, 12 ans, 13 ans, 14 ans, 15 ans, 16 ans, 17 ans / !fils, fille
    de: ich bin, bin / 8 jahre, 9 jahre, 10 jahre, 11 jahre, 12 jahre, 13 jahre, 14 jahre, 15 jahre, 16 jahre, 17 jahre, erst 12, erst 13, erst 14, erst 15, erst 16
    pt: tenho / 8 anos, 9 anos, 10 anos, 11 anos, 12 anos, 13 anos, 14 anos, 15 anos, 16 anos, 17 anos / !filho, filha
    it: ho / 8 anni, 9 anni, 10 anni, 11 anni, 12 anni, 13 anni, 14 anni, 15 anni, 16 anni, 17 anni / !figlio, figlia
    zh: 我今年, 我才, 我只有 / 8岁, 9岁, 10岁, 11岁, 12岁, 13岁, 14岁, 15岁, 16岁, 17岁
    ru: мне / 8 лет, 9 лет, 10 лет, 11 лет, 12 лет, 13 лет, 14 лет, 15 лет, 16 лет, 17 лет
    en: son, daughter, child, kid, niece, nephew, grandson, granddaughter, boy, girl, year old / travelling alone, traveling alone, flying alone, flies alone, travels alone, by herself, by himself, on his own, on her own, unaccompanied, without us, without an adult / !table, room of his own
    vi: con, bé, cháu / đi một mình, bay một mình, không có người lớn, tự đi
    es: hijo, hija, nino, nina, menor / viaja sol*, solo, sola, sin acompanante
    fr: fils, fille, enfant, mineur / voyage seul*, seul, seule, non accompagne
    de: sohn, tochter, kind / allein, alleine, ohne begleitung
    pt: filho, filha, crianca, menor / viaja sozinh*, sozinho, sozinha, desacompanhad*
    it: figlio, figlia, bambin*, minore / viaggia da sol*, da solo, da sola, non accompagnat*`,
});
