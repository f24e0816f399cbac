/** Languages of other scripts, as people type them on a Latin keyboard. */
import type { FurtherWords } from './further-words';

export const ROMANISED: Readonly<Record<string, FurtherWords>> = {
  'greek, in Latin letters': {
    passcode:
      'kodikos epivevaiosis|kodikos epibebaiosis|kodikos epalithefsis|kodikos mias xrisis|kodikos mias chrisis|kwdikos epivevaiwsis|kwdikos epibebaiwshs|kwdikos mias xrhshs|kodiko epivevaiosis',
    card: 'arithmos kartas|arithmo kartas|pistotiki karta|xreostiki karta',
    government:
      'arithmos tautotitas|arithmo tautotitas|arithmos taftotitas|tautotita*|taftotita*|taytothta*|diavatirio*|diabatirio*|arithmos diavatiriou',
    harmless: 'paragelia*|paraggelia*|arithmos paragelias|paketo|demata|taxidromikos kodikas|tilefono|thlefwno',
  },
  'russian, in Latin letters': {
    passcode:
      'kod dlya vhoda|kod dlya vkhoda|kod vhoda|kod vkhoda|kod podtverzhdeniya|kod podtverjdeniya|kod podtverzhdenija|kod iz sms|kod iz smski|sms kod|odnorazoviy kod|odnorazovy kod|odnorazovyj kod|odnorazoviy parol|odnorazovyj parol',
    card: 'nomer karty|nomer karti|nomer moey karty|bankovskaya karta|kreditnaya karta',
    government:
      'nomer pasporta|seriya i nomer|seriya pasporta|pasportnye dannye|zagranpasport*|voditelskoe udostoverenie|voditelskie prava|snils',
    harmless: 'nomer zakaza|zakaz*|nomer telefona|trek nomer|pochtoviy indeks|promokod*|nomer broni',
  },
  'ukrainian, in Latin letters': {
    passcode: 'kod pidtverdzhennya|kod pidtverdzhennia|kod z sms|odnorazovyi kod|odnorazovyi parol',
    card: 'nomer kartky|kredytna kartka|bankivska kartka',
    government: 'pasportni dani|vodiiske posvidchennia|rnokpp',
    harmless: 'nomer zamovlennia|nomer zamovlennya|zamovlenn*|nomer telefonu|viddilennya|viddilennia',
  },
  'bulgarian, in Latin letters': {
    passcode: 'kod za potvarzhdenie|kod za potvurjdenie|ednokraten kod|ednokratna parola',
    card: 'nomer na karta|nomer na kartata|kreditna karta|debitna karta',
    government: 'nomer na lichna karta|lichna karta|lichnata karta|shofyorska knizhka',
    harmless: 'nomer na porachka|porachka*|poruchka*|tovaritelnica|poshtenski kod|kod za otstapka',
  },
  'arabic, in Latin letters': {
    passcode: 'ramz el tahqoq|ramz al tahaqquq|ramz tahaqoq|kod el tahqoq|code el ta2kid|kod el tafeel|code el tafeel',
    card: 'raqam el visa|raqm el visa|raqam el karte|raqam el card|rakam el visa',
    government:
      'raqam el hawiya|raqam al hawiya|raqm el hawiya|rakam el hawiye|raqam el iqama|raqam el bita2a|rakam el bita2a|el raqam el qawmi|el rakam el kawmi|raqam el jawaz|rakam el basbor*',
    harmless:
      'raqam el talab|raqam el order|rakam el talab|raqam el telephone|rakam el tele*|raqam el hesab|raqam el shahna',
  },
  'persian, in Latin letters': {
    passcode: 'code taeed|kode taeed|code taid|kode taid|ramz pooya|ramze pooya|ramz yekbar masraf|ramze yekbar masraf',
    card: 'shomare kart|shomareye kart',
    government: 'code melli|kode melli|shomare melli|shomare shenasname|shomare passport|govahiname',
    harmless: 'shomare sefaresh|code peygiri|kode peygiri|code posti|kode posti|shomare hesab|shomare telefon',
  },
  'hebrew, in Latin letters': {
    passcode: 'kod imut|kod had paami|kod chad paami|sisma had paamit',
    card: 'mispar kartis|mispar ashrai|kartis ashrai',
    government: 'mispar zehut|teudat zehut|mispar darkon|darkon|rishyon nehiga',
    harmless: 'mispar hazmana|hazmana|mispar telefon|mikud|mispar mishloach',
  },
  'chinese, in Latin letters': {
    passcode: 'yanzhengma|yan zheng ma|yanzheng ma|duanxin ma',
    card: 'kahao|yinhangka|yin hang ka|xinyongka',
    government: 'shenfenzheng*|shen fen zheng*|huzhao|hu zhao',
    harmless: 'dingdan*|dingdanhao|kuaidi*|danhao|youbian|shoujihao',
  },
};
