/**
 * How many languages tell that a part of somebody's body was hurt: any part with any harm, for nobody can list their
 * pairs. A part that is also a thing or a direction ("the back", "the arm of the chair") counts as somebody's own only.
 */
import { type Concept, concept } from './concept';

/** Parts that are nothing else. */
const PLAIN =
  'neck, spine, shoulder*, knee, knees, kneecap, ankle, ankles, wrist, wrists, elbow, elbows, thumb, hip, ribs, forehead, thigh, hamstring, groin, achilles, ligament*, tendon*, collarbone, shoulder blade, shin, lower back, rotator cuff';
const OWN =
  'back, head, arm, arms, leg, legs, foot, feet, toe, toes, hand, hands, finger, fingers, rib, calf, muscle, muscles, chest, face, eye, nose, tooth, teeth, jaw, lip, skin, scalp, ear';
/** "My hand", "his left hand", "tore a muscle" and not "the arm of the chair". */
const ENGLISH_PARTS = [
  PLAIN,
  ...OWN.split(', ').map((part) =>
    [
      'my',
      'his',
      'her',
      'our',
      'my left',
      'my right',
      'his left',
      'his right',
      'her left',
      'her right',
      "daughter's",
      "son's",
      "wife's",
      "husband's",
      "baby's",
      "child's",
      "kid's",
      "mum's",
      "mom's",
      "dad's",
      "mother's",
      "father's",
      'both my',
    ]
      .map((whose) => `${whose} ${part}`)
      .join(', '),
  ),
  'a muscle, muscle tear, a rib, a toe, a finger, a tooth, a bone',
].join(', ');

/** The other half of what `injury` is about: these rows are asked about and imagined as well, so they are not urgent by themselves. */
export const BODY_HARM: Concept = concept('injury', {
  touches: `hurt, injur*, harmed, wounded, medical, accident*, first aid,
    bi thuong, chan thuong, trat khop, tai nan, herid*, lesion*, bless*, verletz*, ferid*, machuc*, ferit*, infortun*, luka, cedera, บาดเจ็บ, เจ็บ, 怪我, けが, 受伤, 受傷, 부상, 다쳤, 다친, травм*, nasaktan, gewond*, ranny, yaral*, إصابة, घायल`,
  rows: `
    en: ${ENGLISH_PARTS} / pulled, tore, torn, tearing, ruptured, sprained, strained, twisted, dislocated, fractured, broke, broken, cracked, snapped, popped out, popped, bruised, swollen, swelling, swelled, swells, bleeding, bled, cut open, gashed, crushed, squashed, trapped, jammed, burned, burnt, scalded, blistered, injured, hurt badly, badly hurt, hurt by, ruined, wrecked, messed up, out of place, out of its socket, fell on, dropped on, landed on, can't move, cannot move, couldn't move, can't bend, can't lift, can't turn, can't raise, can't feel, can't straighten, can't put weight, can't walk, can hardly, can barely, hardly move, barely move, hardly walk, barely walk, numb, no feeling in, won't move, stitches, in a cast, in plaster, in a sling, on crutches / !brace, massage, when i was, years ago, last year, months ago, as a child, in my youth, long ago, healed, recovered, since birth
    en: hurt, hurts, injured, injury, pain, ache, aches, aching, agony, swollen, can't move, can't walk, cannot walk, can't lift, can't sleep for, doctor, hospital, physio, limp*, crutches / your machine, your machines, your coach, your trainer, your instructor, your teacher, your therapist, your masseur, your masseuse, your dentist, your doctor, your driver, your staff, your employee, your equipment, your treadmill, your stairs, your floor, your bike, your chair, your door, one of your, because of you, thanks to your, your fault, your class, made me, forced me, pushed me / !no pain, pain free, painless, do you, can your, does your, is your
    en: can't walk, cannot walk, can't stand, can't move, can't get up, can't lift, can't bend, can hardly walk, can barely walk, can barely move, can hardly move, walk properly / since, after, now, because / !the dog, my dog, can't walk to, can't walk there, wheelchair, too far
    en: plate, dumbbell, barbell, weight, weights, shelf, box, ceiling, tile, sign, lamp, door, gate, machine, bar, ladder, branch, mirror, tray, rock / fell on, fell onto, dropped on, landed on, came down on, crushed, hit me, hit my, knocked me, slammed / !my car, my bag, my phone, my bike, the table, price, prices
    vi: vai, lưng, gối, đầu gối, cổ tay, cổ chân, mắt cá, tay, chân, cổ, ngón tay, ngón chân, sườn, hông, khớp, cơ, gân, dây chằng, đầu, mặt, mũi, răng, khuỷu / trật, trật khớp, bong gân, rách cơ, rách, gãy, sưng, sưng lên, bầm, bầm tím, chảy máu, bị kẹp, kẹp trúng, dập, rơi trúng, rớt trúng, đè trúng, đè vào, đập trúng, không nhấc, nhấc không, không giơ, giơ không, không cử động, cử động không, không đi được, không đi nổi, đi không nổi, không đứng, đứng không nổi, không nhúc nhích, không quay, quay không được, không co, không duỗi, tê liệt, mất cảm giác, đau dữ dội, đau không, đau không chịu nổi, bó bột, khâu / !nếu, phòng tránh, hồi nhỏ, năm ngoái, ngày xưa, mỏi
    vi: lung minh, lung em, lung toi, dau goi, co tay, co chan, tay minh, tay em, tay toi, chan minh, chan em, chan toi, vai minh, vai em, vai toi, mat ca, day chang, ngon tay, ngon chan / khong di duoc, khong di noi, di khong noi, khong dung day, khong dung noi, khong nhac, khong cu dong, khong gio len, khong chiu noi, bi trat, trat khop, sung vu, sung len, bi gay, gay roi, chay mau, te chay mau, bong gan, rach co, bam tim, roi trung, bi kep / !neu
    es: muneca, tobillo, rodilla, hombro, espalda, cuello, codo, brazo, pierna, pie, mano, dedo, cadera, costilla*, columna, cabeza, ligamento*, tendon, musculo, clavicula, nariz, diente* / me rompi, se rompio el, se rompio la, roto, rota, me torci, torcido, torcida, me lesione, se lesiono, lesionado, lesionada, fractur*, me disloque, dislocad*, esguince, me desgarre, desgarro, hinchad*, inflamad*, no puedo mover, no puedo doblar, no puedo levantar, no puedo caminar, me lastime, me hice dano, me golpee, me corte, me queme, sangr*, aplast*, cayo encima, me cayo, atrapad* / !en caso, si me, hace anos, de nino
    fr: genou, cheville, poignet, epaule, dos, cou, coude, bras, jambe, pied, main, doigt, hanche, cote, tete, ligament*, tendon, muscle, clavicule, nez, dent, oeil / blesse*, me suis fait mal, s'est fait mal, m'a fait mal, casse, cassee, foule, foulee, tordu*, luxe, luxee, fractur*, dechir*, deboite*, gonfle*, saigne*, ecras*, coince*, tombe sur, tombee sur, bloque, bloquee, peux plus bouger, peux plus marcher, peux plus lever, ne bouge plus, brule, brulee / !en cas, si je, il y a des annees, hotel de luxe
    de: knie, knochel, handgelenk, schulter, rucken, nacken, hals, ellbogen, ellenbogen, mein arm, mein bein, meinen arm, mein fuss, mein fuß, hand, finger, hufte, rippe*, kopf, sehne, muskel, wade, oberschenkel, schlusselbein, nase, zahn, zeh / verletzt, gebrochen, gerissen, verstaucht, verdreht, verrenkt, ausgekugelt, gezerrt, geprellt, geschwollen, kaputt, gequetscht, eingeklemmt, nicht mehr bewegen, nicht bewegen, nicht mehr laufen, kaum laufen, kaum noch, nicht mehr heben, taub, blutet, aufgeschlagen, verbrannt / !falls, vor jahren, als kind
    de: auf den fuß, auf den fuss, auf die hand, auf den kopf, auf die zehen, auf den arm, ins gesicht, auf mich / gefallen, gesturzt, gekracht, gekippt
    pt: joelho, tornozelo, punho, pulso, ombro, costas, pescoco, cotovelo, braco, perna, pe, mao, dedo, quadril, costela*, coluna, cabeca, ligamento, tendao, musculo, nariz, dente / machuquei, machucou, machucad*, quebrei, quebrou, torci, torceu, lesionei, lesionou, lesao, fratur*, distendi, rompi, rompeu, desloquei, inchad*, inchou, nao consigo mexer, nao consigo andar, nao consigo levantar, nao consigo dobrar, sangr*, esmag*, caiu no meu, caiu na minha, caiu em cima / !se eu, ha anos
    it: ginocchio, caviglia, polso, spalla, schiena, collo, gomito, braccio, gamba, piede, mano, dito, anca, costola, costole, testa, legamento, tendine, muscolo, clavicola, naso, dente / fatto male, fatta male, rotto, rotta, slogat*, storto, storta, lussat*, lesionat*, fratturat*, strappat*, stirat*, gonfi*, bloccat*, schiacciat*, non riesco a muovere, non riesco a camminare, non riesco ad alzare, non muovo piu, sanguin*, caduto sul, caduta sul, cadut* .. sul / !se mi, anni fa, di seconda mano
    nl: knie, enkel, pols, schouder, rug, nek, elleboog, mijn arm, mijn been, voet, hand, vinger, heup, ribben, hoofd, pees, spier / gebroken, verstuikt, gescheurd, verrekt, verdraaid, uit de kom, gekneusd, gezwollen, opgezwollen, bezeerd, geblesseerd, verwond, bloedt, niet meer bewegen, niet bewegen, niet meer lopen, bovenop gevallen, klem gezeten / !jaren geleden
    pl: kolano, kolana, kostke, kostka, nadgarst*, bark, ramie, plecy, kregoslup*, szyje, szyja, lokiec, reke, reka, noge, noga, stope, stopa, dlon, palec, glowe, glowa, sciegno, wiezadl* / zlamal*, skrecil*, zwichn*, zerwal*, naderwal*, nadwyrez*, uszkodzil*, spuchni*, spuchl*, krwawi*, nie moge rusz*, nie moge chodzic, przygniot*, kontuzj*
    id: bahu, pundak, lutut, pergelangan, punggung, pinggang, leher, siku, lengan, kaki, tangan, jari, pinggul, tulang, kepala, otot, ligamen / cedera, patah, terkilir, keseleo, robek, retak, bengkak, memar, berdarah, terjepit, tertimpa, kejatuhan, tidak bisa digerakkan, gak bisa digerakkan, tidak bisa jalan, gak bisa jalan, mati rasa, terluka / !kalau, mencegah
    ru: колено, колени, коленом, лодыжк*, запясть*, плечо, плеча, спину, спина, спиной, шею, шея, локоть, руку, рука, ногу, нога, стопу, палец, пальцы, бедро, ребро, ребра, голову, голова, связк*, мышцу, мышца, ключицу / повредил*, сломал*, вывихн*, растянул*, порвал*, потянул*, травмировал*, ушиб*, опух*, распух*, прищемил*, не могу двигать, не могу пошевелить, не могу ходить, не могу поднять, не двигается, разбил*, защемил* / !если, в детстве
    zh: 脚, 腿, 膝, 手, 腰, 背, 肩, 脖子, 颈, 头, 指, 肘, 胳膊, 韧带, 肌肉, 骨 / 扭伤, 扭到, 拉伤, 砸到, 砸伤, 压伤, 夹到, 夹伤, 摔断, 弄断, 脱臼, 撕裂, 动不了, 走不了, 走不动, 抬不起, 伤到, 弄伤 / !如果, 吗, 预防
    ja: 膝, ひざ, 足, 手首, 腰, 背中, 肩, 首, 肘, 腕, 指, 頭, 靭帯, 筋肉 / 痛め, 捻挫, ひねっ, くじい, 折れ, 折った, 脱臼, 断裂, 挟まれ, 挟んで, ぶつけ, 動かせな, 上がらな, 歩けな, 傷め, 肉離れ / !場合, 予防, 昔
    ko: 무릎, 발목, 손목, 허리, 어깨, 목, 팔꿈치, 팔, 다리, 발, 손가락, 머리, 인대, 근육, 갈비 / 삐었, 삐끗, 접질, 탈구, 찢어졌, 파열, 끼였, 못 움직, 안 움직, 못 걷, 안 올라, 다치게 / !예방, 옛날
    th: ไหล่, เข่า, ข้อเท้า, ข้อมือ, หลัง, คอ, ศอก, แขน, ขา, เท้า, มือ, นิ้ว, สะโพก, หัว, กล้ามเนื้อ, เอ็น / บาดเจ็บ, เจ็บหนัก, แพลง, ฉีกขาด, เคล็ด, ช้ำ, หล่นใส่, หล่นทับ, ขยับไม่ได้, เดินไม่ได้, ยกไม่ขึ้น / !ถ้า, ป้องกัน
    tl: tuhod, bukung-bukong, pulso, balikat, likod, leeg, siko, braso, binti, paa, kamay, daliri, ulo / napilay, pilay, namamaga, nasugatan, naipit, hindi ko maigalaw, hindi maigalaw, di makalakad
    ar: ركبتي, كاحلي, معصمي, كتفي, ظهري, رقبتي, ذراعي, ساقي, قدمي, يدي, إصبعي, رأسي / انكسر, التوى, تمزق, أصيب, اصيب, متورم, لا أستطيع تحريك, خلع
    hi: घुटना, घुटने, टखना, कलाई, कंधा, कंधे, पीठ, गर्दन, हाथ, पैर, उंगली, सिर / टूट, मोच, चोट, सूज, फट, खिंच, नहीं हिल`,
});
