/** Further languages of Africa. */
import type { FurtherWords } from './further-words';

export const FURTHER_AFRICA: Readonly<Record<string, FurtherWords>> = {
  amharic: {
    passcode: 'የማረጋገጫ ኮድ*|የማረጋገጫ ቁጥር*|የአንድ ጊዜ የይለፍ ቃል*|የአንድ ጊዜ ኮድ*',
    card: 'የካርድ ቁጥር*|ካርድ ቁጥር*',
    government: 'መታወቂያ*|ፓስፖርት*|መንጃ ፈቃድ*',
    harmless: 'የትዕዛዝ ቁጥር*|ትዕዛዝ*|ስልክ ቁጥር*|የሂሳብ ቁጥር*|ፖስታ ኮድ*|የቅናሽ ኮድ*',
  },
  swahili: {
    passcode:
      'nambari ya uthibitisho|nambari yako ya uthibitisho|namba ya uthibitisho|namba yako ya uthibitisho|msimbo wa uthibitisho|msimbo wako wa uthibitisho|msimbo wa kuthibitisha|nenosiri la mara moja',
    card: 'nambari ya kadi|namba ya kadi|kadi ya benki|kadi ya mkopo',
    government:
      'kitambulisho*|namba ya kitambulisho*|nambari ya kitambulisho*|pasipoti*|hati ya kusafiria|leseni ya udereva|namba ya nida',
    harmless:
      'namba ya oda|nambari ya oda|namba ya agizo|nambari ya agizo|namba ya simu|nambari ya simu|namba ya kufuatilia|namba ya akaunti|nambari ya akaunti|msimbo wa posta|msimbo wa punguzo|namba ya chumba',
  },
  hausa: {
    passcode: 'lambar tabbatarwa|lambar sirri ta lokaci guda',
    government: 'lambar katin shaida|katin dan kasa|fasfo',
    harmless: 'lambar oda|lambar waya|lambar asusu',
  },
  zulu: {
    passcode: 'ikhodi yokuqinisekisa|iphasiwedi yesikhathi esisodwa',
    government: 'inombolo kamazisi|inombolo yomazisi|iphasipoti|ilayisense yokushayela',
    harmless: 'inombolo ye-oda|ikhodi yeposi|ikhodi yesaphulelo|inombolo yocingo',
  },
  afrikaans: {
    passcode: 'verifikasiekode*|bevestigingskode*|eenmalige pin|eenmalige wagwoord|eenmalige kode',
    card: 'kaartnommer*|kredietkaart*|debietkaart*',
    government: 'id-nommer*|identiteitsnommer*|paspoortnommer*|rybewys*|bestuurslisensie*',
    harmless:
      'bestelnommer*|bestelling*|poskode*|afslagkode*|telefoonnommer*|rekeningnommer*|kamernommer*|naspoornommer*',
  },
};
