/**
 * How customers of many languages say that money went wrong: a charge they contest, a payment they did not make, goods
 * that are not genuine. Written as rows for `readRows`; general words of the matter, not of any one business.
 */
import { type Concept, concept } from './concept';

export const CHARGE_DISPUTE: Concept = concept('charge_dispute', {
  touches: `refund*, chargeback*, dispute*, money back, contests a, overcharg*, double charg*, charged twice, wrongly charged, deposit back,
    hoan tien, doi tien, doi lai tien, tra lai tien, tru tien, reembolso*, devolucion, cobro*, rembours*, litige*, contest*, prelevement*,
    erstatt*, ruckerstatt*, ruckbuch*, abbuch*, geld zuruck, estorno*, cobranca*, dinheiro de volta, rimbors*, addebit*,
    pengembalian dana, pengembalian uang, คืนเงิน, 返金, 二重請求, 退款, 退钱, 退錢, 환불, возврат*, вернуть деньги, terugbetal*, zwrot*, iade*, استرداد, रिफंड`,
  rows: `
    en: charg*, bill*, debited, deducted, took, taken, withdrew, withdrawn, payment*, paid, transaction*, collected, left my account, leave my account, came off my, came out of my, went out of my, gone out of my / twice, two times, 2 times, 2x, double, doubled, three times, a second time, once more, again / !will i, would i, do i, how, twice a month, twice a week, twice a year, two times a, once or twice, twice or once, or once
    en: two .. charges, two .. payments, three .. charges, three .. payments, 2 .. charges, 2 .. payments, 3 .. charges, 2 charges, two transactions, two withdrawals, two deductions, two debits, duplicate .. charge, duplicate .. charges, duplicate .. payment, duplicate payments, double charge, double payment, several .. charges, several .. payments / !due, left, remaining, declined, make two, make the two, do you, can i, could i, split, in two
    en: double charged, double billed, overcharged, over charged, charged too much, charged more than, billed too much, chargeback, charge back
    en: charge*, payment*, fee, fees, debit*, amount, transaction*, bill, billed, invoice, deduct* / never agreed, didn't agree, did not agree, never authori*, unauthori*, not authori*, didn't authori*, never approved, without my consent, without my permission, without asking, without telling, without warning, don't recogni*, do not recogni*, not recogni*, never ordered, never booked, never used, never bought, never had, never took, never asked for, never wanted, didn't order, didn't buy, didn't use, didn't book, didn't have, don't have, didn't want, didn't ask for, didn't touch, incorrect, by mistake, not mine, isn't mine, reverse*, dispute, disputing, contest, contesting, refuse to pay, won't pay, not paying, not going to pay, shouldn't be there, shouldn't have, no idea what, out of nowhere
    en: bill, invoice, charge, charged, amount, fee, price, statement / wrong, not right, isn't right, doesn't match, does not match, too high, made up, higher than, more than we agreed, more than agreed, extra
    en: want, demand*, give, return, insist*, owe, owes, expect*, hand over, pay back, send, get, where's, where is, release / money back, my money, our money, my deposit, our deposit, deposit back, cash back to me, full refund now, it back now, the rest back, the difference back, it all back, all of it back, half back, the other half back, the remainder back / !can i, could i, how do i, how can i, if, help, what do i have to do, want to check, know how, how i can
    en: want, demand*, insist*, expect*, owe, owes, get / fee, fees, tuition, my payment, what i paid, everything i paid, rest of my, remaining lessons, unused / paid back, given back, returned to me, back to me, returned to my account / !can i, could i, do i, if, how, policy
    en: want a refund, want my refund, want a full refund, want the refund, want refund, want to be refunded, want to be reimbursed, want it refunded, demand*, insist*, entitled, deserve, require / refund, refunded, reimburse*, full refund / !policy, know, if, how, help, check, cases
    en: refund me, refund us, reimburse me, pay me back, give it back, give me back, give back my / !if, can you, how
    en: kept, keep, keeping, stole, stealing, took, pocketed, swallowed, holding / my money, our money, my deposit, our deposit, my cash / !safe
    en: cancel*, returned, sent back, never arrived, never came, didn't stay / still charged, charged anyway, charged me, charged us, billed, no refund, refuse* to refund, won't refund, still took, kept my, kept the
    en: refus*, won't, deny, denied, denying, never got, ignoring / my refund, to refund, refund me, reimburse me
    vi: trừ tiền, thu tiền, tính tiền, trừ, thanh toán, trừ thẻ, quẹt thẻ, charge, cà thẻ, thu / hai lần, 2 lần, lần hai, gấp đôi, nhiều lần, ba lần, 3 lần, trùng, trừ nhầm, oan, vô lý, tính nhầm, thu nhầm / !nếu
    vi: đòi, trả, trả lại, hoàn, hoàn lại, lấy lại / tiền cho tôi, tiền cho mình, tiền cho em, tiền ngay, lại tiền, tiền của tôi, tiền của mình, lại ngay, tiền cọc, lại cọc, tien lai cho toi, tien lai cho em, tien lai cho minh, lai tien cho toi, lai tien cho em, lai tien cho minh / !nếu, được không, chính sách, bao lâu, được hoàn, thế nào, trả tiền cọc, khi nào
    vi: tra tien lai cho toi, tra tien lai cho em, tra tien lai cho minh, tra lai tien cho toi, tra lai tien cho em, tra lai tien cho minh
    vi: yêu cầu, đòi, bắt, phải, muốn / hoàn tiền, trả tiền lại, trả lại tiền, hoàn lại, đền tiền, lấy lại tiền / !nếu, chính sách, được không, thì làm sao, như thế nào, bao lâu
    vi: tính sai, thu sai, trừ sai, tính nhầm, thu nhầm, trừ nhầm, hoá đơn sai, hóa đơn sai, thu quá, tính quá cao, trừ tiền oan, ăn chặn tiền, giữ tiền, nuốt tiền, quỵt tiền, ôm tiền, thu thêm tiền, tính thêm tiền, trừ thêm / !có giữ tiền, giữ tiền cọc bao
    vi: khoản, giao dịch, phụ thu, số tiền, khoản phí, hoá đơn, hóa đơn / không đồng ý, không hề đồng ý, không đặt, không dùng, không chấp nhận, chưa bao giờ đồng ý, chưa hề đồng ý, không hề đặt, không hề dùng, vô lý
    vi: huỷ, hủy, nghỉ, ngưng, huy phong, huy tour, huy don, huy roi, da huy, huy goi, huy the, nghi roi, da nghi / vẫn bị trừ, vẫn bị thu, vẫn bị tính, vẫn trừ, vẫn thu, vẫn tính, không hoàn, chưa hoàn, không trả lại, không chịu hoàn, không chịu trả
    es: cobr*, carg*, descont*, debit* / dos veces, 2 veces, doble, duplicad*, de mas, sin permiso, sin mi, sin autoriz*, indebid*, por error, no autoric*, no reconozco, no acept*, nunca acept*, que no hice
    es: quiero, exijo, devuelv*, devolv*, regres*, reclamo / mi dinero, el dinero, mi plata, mi deposito, lo que pague, reembolso / !politica, si cancelo, puedo
    es: no reconozco, no autorice, disput* / cargo*, cobro*, pago*, transaccion*
    fr: debit*, factur*, preleve*, paye, payer, encaisse* / deux fois, 2 fois, double, en trop, sans mon accord, sans autorisation, par erreur, a tort
    fr: rendez, rendre, remboursez, rembourser, exige, veux, reclame, restituez / argent, mon depot, ma caution, mon acompte, remboursez-moi, remboursement, rembourse, remboursee, tout de suite / !si j'annule, politique, puis-je
    fr: conteste, contester, n'ai jamais accepte, ne reconnais pas, n'ai pas autorise / prelevement*, debit*, facture, frais, paiement*, montant
    de: abgebucht, berechnet, belastet, bezahlt, abgezogen, kassiert / zweimal, doppelt, zwei mal, 2x, ohne meine, zu viel, zuviel, zu unrecht, falsch, unberechtigt, nie zugestimmt
    de: will, verlange, fordere, mochte, geben, gebt, erstatten / geld zuruck, geld wieder, mein geld, anzahlung zuruck, ruckerstattung sofort / !kann ich, wenn, falls
    de: abbuchung, rechnung, betrag, gebuhr, zahlung / nie zugestimmt, nicht zugestimmt, nicht autorisiert, widerspreche, fechte, anfechten, anfechte, reklamiere, falsch, stimmt nicht, unberechtigt, bestreite, kenne ich nicht, nicht genehmigt
    pt: cobr*, debit*, descont* / duas vezes, 2 vezes, em dobro, duplicad*, a mais, indevid*, sem autoriz*, sem minha, por engano, errad*, nao autorizei, nao reconheco / !posso
    pt: quero, exijo, devolv*, reclamo / meu dinheiro, dinheiro de volta, meu deposito, estorno, reembolso agora / !se eu, posso, politica
    pt: nao reconheco, nao autorizei, contest* / cobranca*, compra*, debito*, valor, pagamento*
    it: addebit*, pagat*, prelevat*, fatturat* / due volte, 2 volte, tre volte, doppio, in piu, senza autoriz*, senza il mio, per errore, non autorizzat*, mai accettat*, non riconosco
    it: voglio, rivoglio, pretendo, esigo, ridate*, restitu*, rendete* / soldi, denaro, rimborso, caparra, acconto, indietro / !se annullo, posso
    nl: afgeschreven, gerekend, betaald, gefactureerd / twee keer, dubbel, onterecht, zonder toestemming, te veel
    nl: wil, eis, geef / geld terug, mijn geld, aanbetaling terug / !kan ik
    pl: obciaz*, pobran*, pobral* / dwa razy, podwojnie, dwukrotnie, bez mojej zgody, nieslusznie
    pl: chce, zadam, oddajcie, zwroccie / pieniadze, pieniedzy, zwrotu, kase / !czy moge
    tr: cekil*, tahsil, kesil*, ucret* / iki kez, iki kere, iki defa, cift, haksiz, iznim olmadan, fazla
    tr: istiyorum, iade edin, geri verin, geri odeyin / paramı, param, paranın, para iademi
    id: dipotong, ditagih, terpotong, didebit, tagihan, dipungut, bayar / dua kali, 2 kali, 2x, dobel, double, ganda, tanpa izin, salah, kelebihan, tidak pernah setuju
    id: kembalikan, balikin, minta, mau, tuntut / uang saya, uangku, duit saya, duitku, uang kembali, uang balik, deposit saya / !kalau, apakah, bisa
    th: หักเงิน, ตัดเงิน, เก็บเงิน, คิดเงิน, ตัดบัตร, หักบัตร, ชาร์จ, เรียกเก็บ / สองครั้ง, 2 ครั้ง, 2ครั้ง, ซ้ำ, สองรอบ, เกิน, ผิด, โดยไม่ได้รับอนุญาต, ไม่ได้อนุญาต, มั่ว
    th: ขอเงินคืน, เอาเงินคืน, คืนเงินมา, คืนเงินให้, คืนเงินเดี๋ยวนี้, เอาเงินฉันคืน, อยากได้เงินคืน / !ไหม, ถ้า, นโยบาย
    ja: 請求, 引き落と, 課金, 決済, 支払 / 二重, 二回, 2回, ２回, 身に覚え, 覚えのない, 覚えがない, 勝手に, 間違, 不当, 同意していない, 納得できない
    ja: 返金して, お金を返, 金を返, 返金を要求, 返金しろ, 返してください, 返してほしい / お金, 金, 返金, 料金, 代金, 保証金, デポジット / !でしょうか, ポリシー, 場合
    zh: 扣, 扣款, 收费, 收費, 收了, 刷, 付款, 收款 / 两次, 兩次, 2次, 两遍, 重复, 重複, 多扣, 多收, 乱扣, 亂扣, 莫名, 未经, 未經, 没同意, 沒同意, 错 / !吗？
    zh: 把钱退, 把錢退, 退我钱, 退我錢, 退钱给我, 还我钱, 還我錢, 还钱, 要求退款, 马上退款, 立刻退款, 必须退款, 立即退款, 把押金退, 退还我, 我要退款, 我要退钱, 我要退錢, 多扣, 乱扣费, 重复扣款
    ko: 결제, 청구, 출금, 빠져나갔, 인출, 부과 / 두 번, 두번, 2번, 이중, 중복, 동의한 적, 잘못, 모르는, 허락 없이, 무단
    ko: 돈 돌려, 돈을 돌려, 돌려주세요, 돌려달라, 당장 환불, 환불해 주세요 당장, 환불 요구, 환불해주세요, 환불해 주세요, 환불해내, 내 돈, 제 돈 / 돌려, 환불, 당장, 내놔 / !정책, 하면
    ru: списал*, снял*, сняли, списан*, оплат*, взяли / дважды, два раза, 2 раза, двойн*, повторно, ошибочно, без моего, лишн*, незаконно, не соглашал*
    ru: верните, вернуть, требую, отдайте, возвращайте / деньги, мои деньги, средства, депозит, предоплату / !можно ли, если
    ru: оспариваю, оспорить, не согласен, не согласна / списани*, платеж*, сумм*, счет*
    tl: siningil, nasingil, charge*, bawas, nabawas, binawas, kinuha, kinaltas / dalawang beses, doble, 2 beses, dalawa, mali, walang pahintulot
    tl: ibalik, balik / pera ko, bayad ko, pera namin, deposito ko
    ar: خصم, خصمت, سحب, سحبتم, دفع / مرتين, مرتان, دون إذن, بدون إذن, بالخطأ, دون موافق
    ar: أعيدوا, ارجعوا, رجعوا, أريد, استرجاع, اريد / أموالي, فلوسي, مالي, نقودي
    hi: काट, कट, चार्ज, वसूल / दो बार, दोबारा, बिना, गलत
    hi: मेरे पैसे, मेरा पैसा / वापस, लौटा
    en: helped yourselves to, helped yourself to, took it upon yourselves, ripped off, rip off, ripping me off, cheated, robbed me, robbing, daylight robbery, robbery, stealing from, thieves, swindle*, conned / card, money, account, price, charge*, bill*, pay*, paid, deposit, me, euro*, dollar*, pounds, booking / !pickpocket*, room, wallet
    en: put it back, give it back, take it off my bill, take that off, remove this charge, remove that charge, remove the charge, cancel this charge, reverse it, reverse this, reverse the, void the charge, credit it back, credit me back, return it to my card, refund it now, undo the charge, correct my bill / card, charge*, bill, invoice, account, minibar, fee, dollars, euro*, pounds, money, paid, took, payment
    en: should have been, supposed to be, was promised, you promised, agreed, quoted, was told it was, advertised / free, cheaper, refunded, less, included, lower / charged, billed, paid, bill, invoice
    en: never, didn't, did not / ordered, used, opened, ate, drank, asked for, wanted, signed up, subscribed, stayed, received, got / charged, charge, bill, billed, paid, pay, invoice, taken, deducted, card
    en: demand, insist, want, require / compensation, compensated, reimbursement / !policy, how
    en: refund / immediately, right now, today or, or else, at once, overdue, weeks, months, refusing, refused, denied, promised, still, never / !policy, how long does, how long do, usually, normally, can i
    en: two, three, duplicate, several / payments, charges, debits / statement, account, card, same, why
    vi: sao, tại sao, cớ sao, vì sao, mà / trừ tiền, trừ thêm, tính thêm, thu thêm, trừ của, trừ mất, tính tiền, trừ thẻ, bị trừ, tru tien, thu tien / không dùng, không hề, không đặt, không ăn, không mở, không đăng ký, không mua, chưa đăng ký, chưa mua, chưa dùng, đã trả, đã thanh toán, đã hủy, đã huỷ, của tôi, của mình, của em, vô lý, lại / !chính sách
    vi: tôi, mình, em, khách, bên, shop / bồi thường, đền bù, đền tiền, hoàn lại tiền ngay, trả tiền lại đây, trả lại đây, tra lai day / !chính sách
    es: no use, no pedi, no consumi, no tome, ya pague, ya habia pagado, cancele, nunca llego / cobr*, cargo*, tarjeta, factura, minibar / !puedo
    fr: n'ai pas pris, n'ai pas consomme, n'ai pas commande, jamais ouvert, jamais commande, deja paye, ai annule / factur*, debit*, preleve*, carte, compte, note
    de: nicht bestellt, nie bestellt, nicht benutzt, nie benutzt, nicht genommen, schon bezahlt, bereits bezahlt, storniert / berechnet, abgebucht, rechnung, belastet, karte, abgezogen
    pt: nao usei, nao pedi, nao consumi, ja paguei, cancelei, nunca chegou / cobr*, cartao, fatura, conta, debit*
    it: non ho usato, non ho ordinato, non ho consumato, mai aperto, gia pagato, ho annullato, disdetto / addebit*, carta, conto, fattura, fatto pagare
    en: called off, cancelled, canceled, never happened, didn't happen, never took place, postponed, overbooked, turned away, no show / sitting on, kept, keep, keeping, holding, pocketed, pay up, my money, our money, of ours, still haven't paid, not paid back, not refunded, no refund, want it back / !policy
    en: pay up, cough up, fork over, hand back, what you owe, what is mine, what's mine, what is ours, every cent, every penny, full amount / euro*, dollar*, pounds, money, deposit, me, us, refund, i want, return, back
    vi: ăn quỵt, quỵt tiền, không ai trả tiền, chưa trả tiền, không chịu trả, không trả tiền, chưa hoàn tiền, không hoàn tiền, giam tiền, ngâm tiền, chặt chém, ăn gian, tính gian, tính láo, thu láo, móc túi khách / !nếu, chính sách
    es: devolved*, devuelv*, devuelvan, pagad*, paguen / lo que es mio, lo mio, lo nuestro, hasta el ultimo, lo cobrado, cancelasteis, cancelaron, despues de cancelar*
    es: cobrado, cobraron, cobraste*, habeis cobrado, han cobrado / despues de cancelar*, cancelado, entero, mas de lo, de mas, sin haber, aunque
    fr: annule, annulee, annulez / garde, gardez, garder, rembours*, argent, rendez / !si j'annule, politique, conditions, puis-je
    de: abgesagt, storniert, gestrichen / geld, zuruck, behalten, erstattet / !kann ich, wenn, wie
    pt: cancelaram, cancelado, cancelou / dinheiro, devolv*, reembols* / !posso, se eu, politica
    it: cancellato, annullato, avete annullato / soldi, restitu*, rimbors* / !posso, se annullo
    es: exijo, exigimos, reclamo, quiero / la devolucion, mi devolucion, que me devuelvan, un reembolso / !politica, si cancelo, puedo`,
});

export const FRAUD: Concept = concept('fraud', {
  touches: `fraud*, scam*, unauthori*, did not make, didn't make, hacked, phish*, identity theft, impersonat*, stolen card, payments they, lua dao, mao danh, gian lan, bi hack, hack,
    fraude*, estafa*, suplant*, escroquerie*, arnaque*, usurpation, betrug*, betrog*, golpe*, clonad*, frode*, truff*, penipuan, dibobol, ฉ้อโกง, มิจฉาชีพ, โกง, 詐欺, 不正利用, 诈骗, 詐騙, 盗刷, 盜刷, 사기, 도용, мошенн*, panloloko, dolandir*, oszust*, oplicht*, احتيال, धोखाधड़ी`,
  rows: `
    en: payment*, transaction*, purchase*, withdraw*, transfer*, charge*, order, loan, account, card, login, money / wasn't me, was not me, wasn't mine, not mine, isn't mine, didn't make, did not make, never made, didn't do, did not do, don't recogni*, do not recogni*, don't remember making, don't remember doing, don't recall making, can't remember making, do not remember making, not recogni*, never authori*, didn't authori*, unauthori*, not authori*, never took out, never applied, never opened, know nothing about, in my name, without my knowledge, never been to, never ordered, behind my back, suspicious
    en: wasn't me, was not me, it wasn't mine / yesterday, city, showed, card, account, withdrawal*, payment*, bought, spent, made
    en: someone, somebody, thief, thieves, a stranger, they, hacker*, people / used, using, opened, emptied, drained, logged, hacked, got into, cloned, spent, bought, accessed, cleaned out, took over / my card, my account, my name, my details, my identity, my data, my login, our account, my savings, my bank
    en: account, card, profile, phone, email / hacked, cloned, compromised, emptied, drained, taken over, skimmed, been copied, broken into / !proof, can it be
    en: i, me, we, my mother, my father, my mum, my mom, my dad, been, got, was / scammed, defrauded, phished, conned, tricked into, swindled
    en: gave, give, sent, shared, typed, entered, told, read out, transferred / code, password, pin, money, details, otp, one-time / scam*, fake, pretend*, fraud*, suspicious, claimed to be, claiming to be, was not you, wasn't you, wasn't real, phishing, impersonat*
    en: caller, email, text, message, sms, website, man, someone, link / claimed to be, claiming to be, pretended to be, pretending to be, fake, phishing, pretending, impersonat* / you, your, bank, my, me
    en: stole, stolen / my card, my wallet, my purse, card details, credit card, debit card / !if, before, in case, cover
    en: report, victim of / fraud, scam, identity theft, a fraudulent
    vi: ai đó, có người, người lạ, kẻ gian, hacker, người khác, có ai, kẻ nào, đứa nào, co ai do / lấy, rút, mua, đăng nhập, chiếm, mạo danh, vay, tiêu, quẹt, hack, mở, dùng tài khoản, dùng thẻ, dùng tên, dùng thông tin, dùng số, dung tai khoan, mua tra gop, rut tien, dang nhap / tài khoản, thẻ, tên tôi, thông tin, cccd, cmnd, tiền của, tên mình, tên em / !có ai giúp, nhắn
    vi: giao dịch, khoản, đơn hàng, tiền, thẻ, tài khoản, khoản vay / không phải tôi, không phải mình, không phải em, tôi không thực hiện, không hề mua, không hề thực hiện, không hề đặt, không hề vay, không hề dùng, không thực hiện, lạ, bị hack, bị rút, tự dưng mất, bị mất tiền, bị chiếm, bị lấy cắp, không làm, giao dich la
    vi: bị lừa, bị lừa đảo, bị scam, bị hack, bị mạo danh, bị chiếm đoạt, bị đánh cắp thông tin, lừa mất, lừa tôi, lừa tiền, lừa em, lừa mình / !nếu, sợ bị lừa
    vi: mạo danh, giả danh, giả mạo, lừa đảo / tôi, mình, em, ngân hàng, shop, nhân viên / !chặn, phòng, chống, tính năng, cảnh báo, cách, sợ
    vi: bấm, nhập, gửi, đưa, chuyển, đọc, lo bam, lo doc / otp, mật khẩu, link, mã, tiền / lừa, giả, nghi, lạ, lua dao
    es: cargo*, pago*, compra*, retiro*, transferencia*, movimiento*, prestamo, operacion* / no hice, no reconozco, no he hecho, no realice, no fui yo, no autorice, no son mi*, sin mi, a mi nombre, sospechos*
    es: alguien, me, han, un ladron, hacker* / clonaron, hackearon, hackeado, estafaron, estafado, estafaron, usado mi, uso mi, usaron mi, usando mi, robaron la tarjeta, robado la tarjeta, suplant*, vaciado, vaciaron, entro en mi cuenta
    fr: paiement*, achat*, retrait*, virement*, transaction*, operation*, pret / pas fait, jamais fait, ne reconnais pas, pas moi, pas effectue, pas autorise, a mon nom, suspect*, n'ai pas
    fr: on m'a, quelqu'un, me suis fait, j'ai ete, a ete / pirat*, escroqu*, arnaqu*, utilise ma carte, utilise mon, vole ma carte, usurp*, clone*, vide mon, hack*, utilise mes
    de: zahlung*, abbuchung*, uberweisung*, buchung*, kauf, kredit, konto, karte, bestellung / nicht getatigt, nicht gemacht, kenne ich nicht, nicht von mir, war ich nicht, nicht veranlasst, nie gemacht, gehackt, gestohlen, leergeraumt, nicht autorisiert, in meinem namen, nie bestellt, verdachtig*
    de: bin, wurde, worden, jemand / betrogen, betruger*, reingelegt, abgezockt, gehackt, meine karte benutzt, mein konto, meine daten, in meinem namen, phishing / !wie
    pt: compra*, transac*, pagamento*, saque*, pix, transferencia*, emprestimo, cobranca* / nao fiz, nao reconheco, nao fui eu, nunca fiz, nao autorizei, no meu nome, suspeit*, nao realizei
    pt: alguem, me, fui, minha conta, meu cartao / clonaram, clonado, clonada, hackea*, invadi*, golpe, usou meu, usando meu, usaram meu, usou minha, roubaram meu cartao, enganad*, fraudad*
    it: pagament*, acquist*, preliev*, bonific*, transazion*, operazion*, addebit*, prestito / non ho fatto, non riconosco, mai fatto, non sono stato, non sono stata, non autorizzat*, non ho autorizzato, a mio nome, sospett*
    it: qualcuno, mi hanno, sono stato, sono stata / usato la mia, truffat*, clonat*, hackerat*, rubato la carta, svuotato, usa il mio, usato il mio
    nl: betaling*, transactie*, afschrijving*, opname*, rekening, pas / niet gedaan, niet van mij, ken ik niet, niet herken*, gehackt, niet gemaakt, opgelicht, geskimd
    pl: platnosc*, transakcj*, przelew*, wyplat*, konto, karta / nie robilem, nie robilam, nie ja, nie rozpoznaje, zhakowan*, nie wykonalem, nie wykonywal*, oszukan*
    tr: islem*, odeme*, harcama*, hesab*, kart* / ben yapmadim, bana ait degil, bilgim disinda, calindi, ele gecirildi, hacklendi, kopyalan*, tanimiyorum
    id: transaksi, pembelian, penarikan, transfer, pinjaman, tagihan / tidak pernah, bukan saya, tidak saya, gak pernah, nggak pernah, tanpa sepengetahuan, atas nama saya, tidak kenal, mencurigakan
    id: saya, akun, rekening, kartu, ada orang, seseorang / ditipu, tertipu, dibobol, diretas, dihack, di-hack, memakai akun, pakai akun, pakai kartu, pakai nama, kena tipu, disalahgunakan
    th: รายการ, ยอด, เงิน, บัญชี, บัตร, ธุรกรรม, สินเชื่อ / ไม่ได้ทำ, ไม่ใช่ฉัน, ไม่ใช่ผม, ไม่ได้ซื้อ, ไม่ได้กู้, ถูกแฮก, โดนแฮก, โดนขโมย, ถูกขโมย, ไม่รู้จัก, หายไป, โดนดูด
    th: โดนหลอก, ถูกหลอก, โดนโกง, ถูกโกง, มีคนแอบอ้าง, มีคนใช้บัตร, มีคนใช้ชื่อ, มีคนเข้าบัญชี, โดนมิจฉาชีพ
    ja: 取引, 引き出, 購入, 支払, 送金, 請求, ログイン, 注文, 決済, カード / していない, していません, 覚えがない, 覚えがありません, 覚えのない, 私じゃない, 私ではありません, 不正に, 勝手に使, 乗っ取, 盗まれ, 知らない
    ja: 詐欺に遭, 騙され, だまされ, 不正利用され, 不正アクセスされ, 乗っ取られ, なりすまされ, 誰かが私の, 他人が私の
    zh: 交易, 消费, 消費, 转账, 轉帳, 付款, 取款, 订单, 贷款, 这笔, 這筆, 账户, 賬戶 / 不是我, 不是本人, 没有做过, 我没买, 我没有, 我沒有, 不认识, 没操作, 被盗, 被盜, 陌生, 可疑, 我没做
    zh: 被盗刷, 被盜刷, 被骗, 被騙, 有人用我的, 有人冒用, 冒充我, 盗用, 盜用, 被人刷, 账号被盗, 帳號被盜, 卡被盗, 遇到骗子, 被诈骗, 被詐騙
    ko: 결제, 거래, 출금, 이체, 구매, 대출, 내역, 계좌, 카드 / 제가 한 게, 제가 한게, 안 했, 하지 않았, 한 적 없, 한 적이 없, 모르는, 도용, 해킹, 도난, 의심스러
    ko: 사기당했, 사기를 당, 사기 당, 해킹당, 도용당, 누가 제 카드, 누군가 제, 명의를 도용, 보이스피싱
    ru: списали, сняли, платеж*, операци*, покупк*, перевод*, кредит*, деньги / не я, не совершал*, не делал*, не моя, не мой, не оформлял*, не узнаю, без моего ведома, подозрительн*, украли, не подтверждал*
    ru: меня обманули, мошенники, взломали, украли карту, украли мои данные, кто-то пользуется, кто-то использовал, оформили на меня, обманули / меня, мой, мою, мои, моей, карту, у меня, на меня, списали, позвонили / !защит*, есть ли
    tl: transaksyon, bayad, binili, withdraw*, pera, account, card / hindi ako, hindi akin, hindi ko ginawa, hindi ko binili, na-hack, nahack, ninakaw, nawala, may gumamit
    tl: na-scam, nascam, naloko, niloko ako, may gumagamit ng, may gumamit ng
    ar: عملية, معاملة, سحب, شراء, حساب, بطاقت / لم أقم, ليست لي, لا أعرف, تم اختراق, سرق, مش أنا, لم اقم, مخترق
    hi: लेनदेन, भुगतान, खाते, कार्ड, पैसे / मैंने नहीं किया, धोखा, हैक, चोरी, ठग
    en: savings, money, account, balance, everything, life savings, all of it / gone, emptied, vanished, disappeared, wiped out, missing, drained, cleaned out, zero / code, caller, called, rang, phone, bank, card, text, link, someone, yesterday, transfer*, my / !battery, points
    en: read, gave, give, told, sent, typed, entered, shared, handed / code, pin, password, passcode, card details, card number, bank details, login / caller, man, woman, guy, someone, phone, rang, called, text, link, website, him, her, them, stranger, gone, money / !how do i, to you, to your
    en: charges, payments, purchases, transactions, bookings, orders, withdrawals, loan, subscription / i didn't make, i did not make, i didn't order, i didn't do, i didn't place, i never made, i never placed, i never ordered, i never took, didn't buy anything, don't remember making, don't recall making, don't remember buying, don't recall buying, don't remember this, don't recall this, not by me, not done by me, nothing to do with me, i have no idea, i've no idea, that i don't know, unknown, strange, weird, unfamiliar, unexplained / !refund of
    en: someone, somebody, a person, they, people / pretending to be, impersonating, claiming to be, posing as, in the name of, using my name / me, you, your, bank, shop, company, police, staff
    en: my card, my account, my sim, my identity, my details, my phone number / being used, was used, has been used, is used, been cloned, stolen, misused, abused, someone else / !if, when
    vi: mất sạch, bay sạch, bốc hơi, mất hết, mất trắng, bị trừ hết, rút sạch, không cánh mà bay / tiền, tài khoản, tiết kiệm, thẻ, số dư, tai khoan
    vi: gọi điện, gọi tới, nhắn tin, tự xưng, xưng là, giả làm / chuyển khoản, otp, mã, công an, ngân hàng, nhân viên, đọc mã, cung cấp / toi, mất, lừa, bắt, yêu cầu, tôi, mình, em / !chặn
    de: uberwiesen, abgebucht, abgehoben, abgegangen, ausgegeben, bestellt / nie freigegeben, nicht freigegeben, nicht von mir, ohne mein, ohne dass ich, nie gemacht, nicht autorisiert, weiss nichts, nicht ich
    es: dinero, saldo, cuenta, ahorros / desaparecio, desaparecido, vaciaron, vacia, vaciado, ya no esta / !como abro
    es: di, dije, envie, pase / codigo, clave, contrasena / llamada, llamo, hombre, mensaje, banco, desconocido
    fr: argent, compte, economies, solde / disparu, vide, vole, videe
    fr: donne, communique, envoye / code, mot de passe / appel, appele, homme, sms, banque, lien
    pt: dinheiro, conta, saldo / sumiu, zerada, zeraram, esvazi*, desapareceu
    it: soldi, conto, risparmi, saldo / spariti, svuotato, vuoto, scomparsi
    ja: お金, 残高, 貯金, 口座 / なくなっ, 消え, 空になっ
    zh: 钱, 余额, 存款, 账户 / 不见了, 没了, 被转走, 被取走, 转走了, 清空
    ko: 돈, 잔액, 통장 / 없어졌, 사라졌, 빠져나갔, 털렸
    ru: деньги, счет, счета, сбережени* / пропал*, исчез*, обнул*, ушли
    en: money, transfer*, payment*, purchase*, withdrawal*, loan, charge*, euros, dollars, pounds, bought / never been there, never set foot, i was asleep, was sleeping, while i was asleep, i did nothing, did nothing, haven't done anything, haven't touched, never left, wasn't there, not there, never heard of, out of my control, without me, behind my back, i have the card here, i still have my card, card is in my wallet, it's not me
    vi: trừ, chuyển, rút, báo trừ, mất, bị trừ, thanh toán, quẹt / đang ngủ, có làm gì đâu, không làm gì, không hề làm, không chuyển, không rút, không quẹt, tôi không biết, không biết gì, mà tôi không, mà mình không, mà em không, không phải do tôi / tài khoản, thẻ, triệu, nghìn, tiền
    es: compras, pagos, cargos, retiros, movimientos / nunca he estado, nunca estuve, sin que yo, mientras dormia, yo no, no he estado
    fr: achats, achat, paiements, retraits, debits / jamais mis les pieds, jamais alle, jamais ete, je dormais, alors que je, sans que
    de: kaufe, zahlungen, abbuchungen, abhebungen, uberweisungen / noch nie war, nie gewesen, nie dort, geschlafen, ohne mein wissen, obwohl ich
    pt: compras, pagamentos, saques, pix / nunca estive, nunca fui, dormindo, sem eu, sem meu conhecimento
    it: acquisti, pagamenti, prelievi, addebiti / mai stat*, non ci sono mai, dormivo, a mia insaputa, senza che io
    id: saldo, uang, rekening / habis, hilang, berkurang, raib, terkuras / tiba-tiba, padahal, tidak transfer, tadi malam, sendiri
    th: เงิน, ยอดเงิน, บัญชี / หาย, หมด, ถูกโอน, โดนโอน, ถูกถอน / ไม่ได้, เอง, ไม่รู้
    ja: 残高, 口座, お金 / 減って, ゼロ, 勝手に, 知らないうちに, 引き出され, 送金され
    zh: 睡觉, 不知情, 什么都没做, 没有操作, 不知道 / 扣, 转, 取, 消费, 贷款, 万, 块
    ko: 저도 모르게, 나도 모르게, 모르는 사이, 자는 동안, 제 이름으로, 명의로 / 대출, 결제, 이체, 출금, 개설, 가입, 빠져
    ru: пока я спал*, без моего, сам* по себе, я ничего не делал*, никогда не был*, никогда там не / деньги, списал*, перевел*, сняли, покупк*, кредит*, операци*
    nl: nooit geweest, zonder dat ik, terwijl ik sliep / betaling*, aankoop, aankopen, geld, afgeschreven
    th: บัตร, บัญชี / ถูกใช้, โดนใช้, คนอื่นใช้, โดยคนอื่น / !ไหม
    ja: カード, 口座, アカウント / 使われ, 悪用, 他人 / !でしょうか`,
});

export const COUNTERFEIT: Concept = concept('counterfeit', {
  touches: `counterfeit*, fake*, not genuine, not original, not authentic, replica*, hang gia, hang nhai, falsific*, imitac*, contrefa*, falschung, gefalscht*, falsificad*, contraff*, palsu, ของปลอม, 偽物, 假货, 假貨, 가짜, подделк*, peke, podrobk*, sahte`,
  rows: `
    en: fake, counterfeit, replica, knock-off, knockoff, imitation, not genuine, isn't genuine, not original, not authentic, isn't real, not real, isn't authentic, not the real, bogus / sent, received, got, bought, sold, is, it's, this, these, you, watch, bag, shoes, phone, arrived, came, ordered / !do you sell, how do i know, how can i tell, is it, are they, are these, leather, fur, plant*, flowers
    vi: hàng giả, hàng nhái, hàng fake, đồ giả, đồ nhái, đồ dởm, không phải hàng thật, hàng dởm, không chính hãng, máy dựng, hàng dựng, không phải chính hãng, hàng fake, may dung / nhận, mua, giao, bán, shop, máy, này, gửi, là, ban, mua, giao / !không shop, phân biệt, có phải, khong shop
    es: falso, falsa, falsos, falsas, falsific*, imitacion, copia, no es original, no es autentic* / reloj, bolso, producto, articulo, enviaron, vendieron, recibi, llego, es, son / !como se
    fr: faux, fausse, contrefacon*, imitation, pas original*, pas authentique*, copie / recu, vendu, envoye, produit, montre, sac, est, c'est, article
    de: falschung, gefalscht*, fake, kein original, nicht echt, nicht original, plagiat, imitat*, nachgemacht* / ist, geschickt, bekommen, verkauft, erhalten, sind, tasche, uhr, ware / !wie erkenne
    pt: falso, falsa, falsific*, pirata, imitacao, nao e original, nao e autentic*, replica / recebi, veio, produto, enviaram, venderam, e, comprei
    it: falso, falsa, falsi, contraffatt*, imitazione, non e originale, non originale, tarocc* / ricevuto, venduto, arrivat*, prodotto, mandato, e, inviato
    id: palsu, kw, tiruan, tidak asli, bukan asli, gak ori, bukan ori, nggak asli / barang, kirim, terima, dikirim, jual, dapat, produk, datang
    th: ของปลอม, ของก๊อป, ไม่ใช่ของแท้, ปลอม, ไม่แท้ / ได้, ส่ง, ขาย, ซื้อ, เป็น, สินค้า
    ja: 偽物, にせもの, ニセモノ, 本物ではな, 本物じゃな, 模造品, コピー品, 正規品ではな / 届, 送, 売, 買, です, だった, でした
    zh: 假货, 假貨, 假的, 冒牌, 山寨, 不是正品, 仿冒, 高仿 / 收到, 寄, 发, 發, 卖, 賣, 买, 買, 是, 给我 / !吗？
    ko: 가짜, 짝퉁, 정품이 아니, 위조, 모조품 / 받, 왔, 보냈, 팔, 샀, 배송, 이에요, 입니다, 예요
    ru: подделк*, фальшив*, не оригинал*, ненастоящ*, контрафакт*, не настоящ*, паль* / прислали, пришл*, продали, получил*, купил*, это, оказал*
    nl: nep, namaak, vervals*, niet echt / gekregen, gestuurd, verkocht, is, ontvangen
    pl: podrobk*, falszyw*, nieoryginaln*, nie jest oryginal* / dostal*, przysla*, sprzeda*, to, kupi*
    tr: sahte, taklit, orijinal degil, cakma / geldi, gonder*, satt*, urun*
    tl: peke, pekeng, fake, hindi original, hindi orihinal / natanggap, binenta, pinadala, ito, dumating
    en: knock-offs, knockoffs, knock offs, fakes, forgery, forged, dupe, dupes, counterfeits, rip-offs, not the genuine, isn't genuine, aren't genuine, isn't original, not an original, isn't the original, not real leather, cheap copy, a copy, obvious copy, serial number doesn't, serial number is, logo is wrong, logo is crooked, stitching is wrong, spelled wrong on, misspelled on the box / !copy of my invoice, copy of the invoice, a copy of, how do i know, how can i tell
    en: box, label, serial, logo, stitching, packaging, hologram / fake, typo, wrong, misspelled, suspicious, doesn't match, not registered, not genuine / !my name, address`,
});
