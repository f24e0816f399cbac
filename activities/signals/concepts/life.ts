/**
 * Further matters that many businesses hand to a person: a pregnant or ill customer, a claim for compensation, a child
 * who travels alone, the end of a contract. Rows for `readRows`.
 */
import { type Concept, concept } from './concept';

export const MEDICAL_NEEDS: Concept = concept('medical_needs', {
  touches: `pregnan*, medical equipment, medical condition, disab*, wheelchair, oxygen, mang thai, khuyet tat, embaraz*, discapac*, enceinte, handicap*, schwanger*, behinder*, gravid*, gestante, deficien*, incint*, disabil*, hamil, ตั้งครรภ์, 妊娠, 怀孕, 임신, беремен*, buntis, zwanger*`,
  unconditional: true,
  rows: `
    en: pregnant, weeks along, months along, expecting a baby, expecting our, wheelchair, oxygen, insulin, pacemaker, dialysis, nebuliser, nebulizer, cpap, epilepsy, epileptic, diabetic, chemotherapy, just had surgery, after surgery, disabled
    vi: mang thai, có bầu, bầu mấy tháng, bầu tháng, có thai, thai tuần, xe lăn, bình oxy, tiểu đường, vừa mổ, mới mổ, khuyết tật, động kinh, mang thai thang, co bau
    es: embarazada, silla de ruedas, oxigeno, diabetic*, recien operad*, marcapasos, epilep*
    fr: enceinte, fauteuil roulant, oxygene, diabetique, vient d'etre opere*, pacemaker, epilep*
    de: schwanger, rollstuhl, sauerstoff, diabetiker*, frisch operiert, herzschrittmacher, epilep*
    pt: gravida, cadeira de rodas, oxigenio, diabetic*, acabei de operar, marca-passo, epilep*
    it: incinta, sedia a rotelle, ossigeno, diabetic*, appena operat*, pacemaker, epilett*
    nl: zwanger, rolstoel, zuurstof, diabeet, pas geopereerd
    pl: w ciazy, wozek inwalidzki, tlen, cukrzyc*, po operacji
    tr: hamile*, tekerlekli sandalye, oksijen, seker hastas*
    id: hamil, mengandung, kursi roda, oksigen, diabetes, habis operasi
    tl: buntis, wheelchair, oksiheno, diabetic
    th: ตั้งครรภ์, ท้อง 5, ท้อง 6, ท้อง 7, ท้อง 8, ตั้งท้อง, รถเข็น, ออกซิเจน, เบาหวาน, เพิ่งผ่าตัด
    ja: 妊娠, 妊婦, 車椅子, 車いす, 酸素, 糖尿病, 手術したばかり
    zh: 怀孕, 懷孕, 孕妇, 孕婦, 轮椅, 輪椅, 氧气, 糖尿病, 刚做完手术
    ko: 임신, 임산부, 휠체어, 산소, 당뇨, 수술 직후
    ru: беремен*, инвалидн* коляск*, кислород*, диабет*, после операции
    ar: حامل, كرسي متحرك, أكسجين
    hi: गर्भवती, व्हीलचेयर, ऑक्सीजन`,
});

export const COMPENSATION: Concept = concept('compensation', {
  touches: `compensation, compensat*, claim for damages, damages, boi thuong, den bu, indemniza*, compensacion, indemnis*, dedommag*, entschadig*, schadensersatz, indeniza*, risarciment*, indennizz*, ganti rugi, kompensasi, ค่าชดเชย, 補償, 賠償, 赔偿, 賠償, 보상, 배상, компенсаци*, возмещени*, kabayaran, schadevergoeding`,
  rows: `
    en: want, demand*, claim, claiming, owe*, entitled, expect, file, filing, request*, ask for, asking for, seek*, pay me, where is my / compensation, compensated, damages, eu261, indemnity / !policy, do i need
    vi: yêu cầu, đòi, muốn, phải, được / bồi thường, đền bù, đền tiền / !chính sách
    es: quiero, exijo, reclam*, solicit*, deben, derecho / compensacion, indemniza*, danos / !politica
    fr: veux, exige, reclam*, demand*, droit, devez / indemnis*, dedommag*, compensation / !politique
    de: will, fordere, verlange, beantrage, anspruch, mochte, steht mir / entschadigung, schadensersatz, schadenersatz, ausgleichszahlung
    pt: quero, exijo, reivindic*, solicit*, direito, devem / indeniza*, compensacao, ressarcimento
    it: voglio, pretendo, chiedo, richied*, diritto, dovete / risarciment*, indennizz*, compensazione
    nl: wil, eis, claim, recht op / schadevergoeding, compensatie
    id: minta, menuntut, mau, klaim, berhak / ganti rugi, kompensasi
    th: ขอ, เรียกร้อง, ต้องการ, เคลม / ค่าชดเชย, ค่าเสียหาย, ชดเชย
    ja: 補償, 賠償 / 求め, してください, してほしい, 請求, 要求
    zh: 要求, 索赔, 要, 给我, 申请 / 赔偿, 賠償, 补偿, 補償, 索赔
    ko: 보상, 배상 / 요구, 해주세요, 해 주세요, 청구, 받고 싶
    ru: требую, хочу, прошу, положена, должны / компенсаци*, возмещени*
    tl: gusto, hinihingi, dapat / kabayaran, kompensasyon`,
});

export const CONTRACT_END: Concept = concept('contract_end', {
  touches: `cancel .. contract, cancel .. membership, cancel .. subscription, terminate, termination, end .. contract, huy hop dong, huy the, cham dut hop dong, rescindir, cancelar .. contrato, resili*, kundig*, vertrag beenden, rescind*, encerrar .. conta, disdetta, disdire, batalkan kontrak, berhenti langganan, ยกเลิกสัญญา, 解約, 解约, 解約, 해지, расторг*, opzegg*`,
  rows: `
    en: cancel, terminate, end, quit, get out of, leave / membership, contract, subscription, policy, plan, my account / !how, if, can i pause, order, booking, fee
    vi: huỷ, hủy, chấm dứt, kết thúc, ngưng, huy / hợp đồng, thẻ tập, thẻ hội viên, gói, thẻ, hop dong / !nếu, phí, thế nào
    es: cancelar, rescindir, anular, dar de baja, darme de baja / contrato, suscripcion, membresia, abono / !como, puedo
    fr: resilier, annuler, mettre fin / contrat, abonnement, adhesion / !comment
    de: kundige, kundigen, beenden / vertrag, mitgliedschaft, abo / !wie, kann ich
    pt: cancelar, rescindir, encerrar / contrato, assinatura, plano, matricula / !como, posso
    it: disdire, disdico, recedere, annullare / contratto, abbonamento, iscrizione / !come, posso
    id: batalkan, membatalkan, berhenti, akhiri / kontrak, langganan, keanggotaan
    th: ยกเลิก / สัญญา, สมาชิก
    ja: 解約したい, 解約します, 退会したい, 退会します
    zh: 解约, 解約, 退会, 取消合同, 终止合同, 取消会员
    ko: 해지, 탈퇴 / 할게, 하고 싶, 해주세요, 해 주세요
    ru: расторгнуть, отменить, прекратить / договор*, абонемент*, подписк*`,
});
