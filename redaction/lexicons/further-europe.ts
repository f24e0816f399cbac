/** Further languages of Europe and the Caucasus. */
import type { FurtherWords } from './further-words';

export const FURTHER_EUROPE: Readonly<Record<string, FurtherWords>> = {
  bulgarian: {
    passcode:
      'код за потвърждение|кодът за потвърждение|кода за потвърждение|код за верификация|кодът за верификация|еднократен код|еднократна парола|код от sms|код от смс|код за вход|код за достъп|sms код',
    card: 'номер на карт*|номерът на карт*|кредитна карта|кредитната карта|дебитна карта|банкова карта',
    government:
      'лична карта|личната карта|номер на лична карта|паспорт*|шофьорска книжка|свидетелство за управление|личен номер',
    harmless:
      'номер на поръчка|поръчк*|пратк*|товарителница|промо код|код за отстъпка|пощенски код|код за грешка|резерваци*|номер на сметка|телефонен номер',
  },
  macedonian: {
    passcode: 'код за потврда|кодот за потврда|код за верификација|еднократна лозинка|еднократен код',
    government: 'матичен број|лична карта|пасош*|возачка дозвола|ембг',
    harmless: 'број на нарачка|нарачк*|поштенски број|код за попуст|пратк*|телефонски број',
  },
  serbianCyrillic: {
    passcode: 'код за потврду|верификациони код|једнократна лозинка|једнократну лозинку|једнократни код',
    card: 'број картице|кредитна картица|кредитну картицу|платна картица',
    government: 'јмбг|матични број|лична карта|личне карте|личну карту|пасош*|возачка дозвола',
    harmless: 'поруџбин*|поштански број|код за попуст|пошиљк*|број телефона|број рачуна',
  },
  serboCroatian: {
    passcode:
      'verifikacijski kod*|verifikacioni kod*|kod za potvrdu|kod za verifikaciju|jednokratni kod|jednokratna lozinka|jednokratnu lozinku|potvrdni kod|sms kod|kod iz sms*|kod iz poruke',
    card: 'broj kartice|kreditna kartica|kreditnu karticu|debitna kartica|debitnu karticu|platna kartica',
    government:
      'osobna iskaznica|osobne iskaznice|osobnu iskaznicu|broj osobne*|lična karta|lične karte|ličnu kartu|broj lične*|putovnic*|pasoš*|vozačka dozvola|vozačku dozvolu|vozačke dozvole',
    harmless:
      'kod za popust|promo kod|broj narudžbe|narudžb*|porudžbin*|pošiljk*|poštanski broj|broj pošiljke|broj računa|broj sobe|rezervacij*|kod greške|šifra proizvoda',
  },
  slovenian: {
    passcode:
      'potrditvena koda|potrditveno kodo|potrditvene kode|enkratna koda|enkratno kodo|enkratno geslo|sms koda|koda sms|verifikacijska koda|verifikacijsko kodo',
    card: 'številka kartice|številko kartice|kreditna kartica|kreditno kartico|plačilna kartica',
    government:
      'osebna izkaznica|osebne izkaznice|osebno izkaznico|potni list|potnega lista|vozniško dovoljenje|vozniškega dovoljenja|davčna številka|davčna|davčna št*|davčno številko',
    harmless:
      'številka naročila|naročil*|poštna številka|koda za popust|pošiljk*|sledilna številka|koda napake|rezervacij*|telefonska številka',
  },
  slovak: {
    passcode:
      'overovací kód|overovacieho kódu|potvrdzovací kód|potvrdzovacieho kódu|jednorazový kód|jednorazové heslo|jednorazového hesla|autorizačný kód|prihlasovací kód|sms kód|kód z sms',
    card: 'číslo karty|platobná karta|platobnej karty|kreditná karta|kreditnej karty|debetná karta|debetnej karty',
    government:
      'občiansky preukaz*|občianskeho preukazu|číslo občianskeho*|rodné číslo|číslo pasu|cestovný pas|cestovného pasu|vodičský preukaz*|vodičského preukazu',
    harmless:
      'zľavový kód|zľavového kódu|objednávk*|číslo objednávky|zásielk*|číslo zásielky|psč|poštové smerovacie číslo|chybový kód|kód chyby|rezerváci*|číslo účtu|faktúr*|telefónne číslo',
  },
  czech: {
    passcode:
      'ověřovacího kódu|autorizační sms kód|jednorázového hesla|jednorázového kódu|přihlašovací kód|potvrzovacího kódu',
    government: 'číslo občanského průkazu|občanským průkazem|řidičského průkazu|cestovního pasu',
    harmless: 'slevového kódu|poštovní směrovací číslo|čísla objednávky|číslo zásilky|chybového kódu|telefonní číslo',
  },
  lithuanian: {
    passcode: 'patvirtinimo kod*|vienkartinis kod*|vienkartinį kod*|vienkartinis slaptažod*|prisijungimo kod*|sms kod*',
    card: 'kortelės numer*|kredito kortel*|banko kortel*|mokėjimo kortel*',
    government: 'asmens kod*|asmens tapatybės kortel*|paso numer*|paso nr|vairuotojo pažymėjim*',
    harmless:
      'užsakym*|siuntos numer*|siunt*|pašto kod*|nuolaidos kod*|prekės kod*|produkto kod*|durų kod*|įmonės kod*|kliento kod*|klaidos kod*|rezervacijos numer*|sąskaitos numer*|telefono numer*',
  },
  latvian: {
    passcode:
      'apstiprinājuma kod*|apstiprināšanas kod*|vienreizējais kod*|vienreizējo kod*|vienreizējā parol*|verifikācijas kod*|sms kod*',
    card: 'kartes numur*|kredītkart*|maksājumu kart*|bankas kart*',
    government: 'personas kod*|pases numur*|personas apliecīb*|vadītāja apliecīb*',
    harmless: 'pasūtījum*|sūtījum*|pasta indekss|atlaides kod*|kļūdas kod*|rezervācij*|konta numur*|tālruņa numur*',
  },
  estonian: {
    passcode: 'kinnituskood*|ühekordne kood|ühekordse koodi|ühekordne parool*|sms kood*|smart id kood*',
    card: 'kaardi number*|kaardinumber*|krediitkaar*|deebetkaar*|pangakaar*',
    government: 'isikukood*|id kaar*|passi number*|juhiloa number*|juhiluba*',
    harmless:
      'tellimus*|saadetis*|postiindeks*|sihtnumber*|sooduskood*|allahindluskood*|veakood*|broneering*|arve number*|telefoninumber*',
  },
  icelandic: {
    passcode: 'staðfestingarkóð*|einnota kóð*|einnota lykilorð*|auðkenningarkóð*',
    card: 'kortanúmer*|kreditkort*|debetkort*',
    government: 'kennital*|vegabréf*|ökuskírtein*',
    harmless: 'pöntun*|póstnúmer*|afsláttarkóð*|sendingarnúmer*|símanúmer*|reikningsnúmer*',
  },
  catalan: {
    passcode:
      'codi de verificació|codi de confirmació per*|codi d’un sol ús|codi d’ús únic|contrasenya d’un sol ús|codi sms|codi per sms|codi que he rebut|codi que m’ha arribat',
    card: 'número de targeta|número de la targeta|targeta de crèdit|targeta de dèbit|targeta bancària|meva targeta',
    government: 'document d’identitat|número de passaport|permís de conduir|carnet de conduir|targeta sanitària',
    harmless:
      'número de comanda|comanda|codi postal|codi de descompte|codi promocional|número de seguiment|codi d’error|número de reserva|compte bancari|número de telèfon',
  },
  basque: {
    passcode: 'egiaztapen kode*|baieztapen kode*|erabilera bakarreko kode*',
    card: 'txartel zenbaki*|kreditu txartel*',
    government: 'nan zenbaki*|nortasun agiri*|pasaporte*',
    harmless: 'eskaera zenbaki*|posta kode*|deskontu kode*|telefono zenbaki*',
  },
  albanian: {
    passcode:
      'kodi i verifikimit|kodin e verifikimit|kodi i konfirmimit|kodin e konfirmimit|fjalëkalimi njëpërdorimësh|kodi otp',
    card: 'numri i kartës|numrin e kartës|karta e kreditit|kartën e kreditit',
    government: 'numri personal|karta e identitetit|kartën e identitetit|letërnjoftim*|pasaport*|patenta e shoferit',
    harmless: 'numri i porosisë|porosi*|kodi postar|kodi i zbritjes|numri i telefonit|numri i llogarisë',
  },
  armenian: {
    passcode: 'հաստատման կոդ*|միանգամյա կոդ*|միանգամյա գաղտնաբառ*|սմս կոդ*',
    card: 'քարտի համար*|վարկային քարտ*|բանկային քարտ*',
    government: 'անձնագիր*|անձնագրի*|նույնականացման քարտ*|վարորդական*',
    harmless: 'պատվեր*|փոստային ինդեքս*|զեղչի կոդ*|հեռախոս*',
  },
  georgian: {
    passcode: 'დადასტურების კოდ*|ვერიფიკაციის კოდ*|ერთჯერადი კოდ*|ერთჯერადი პაროლ*|სმს კოდ*|ავტორიზაციის კოდ*',
    card: 'ბარათის ნომერ*|საკრედიტო ბარათ*|საბანკო ბარათ*',
    government: 'პირადი ნომერ*|პირადობ*|პასპორტ*|მართვის მოწმობ*',
    harmless: 'შეკვეთ*|საფოსტო ინდექს*|ფასდაკლების კოდ*|პრომო კოდ*|ამანათ*|ტელეფონ*|ანგარიშის ნომერ*',
  },
  azerbaijani: {
    passcode: 'təsdiq kod*|təsdiqləmə kod*|birdəfəlik kod*|birdəfəlik şifrə*|birdəfəlik parol*|sms kod*',
    card: 'kart nömrə*|kartın nömrə*|kredit kart*|bank kart*',
    government: 'şəxsiyyət vəsiqə*|pasport nömrə*|sürücülük vəsiqə*',
    harmless: 'sifariş*|poçt indeks*|endirim kod*|telefon nömrə*|hesab nömrə*',
  },
  belarusian: {
    passcode: 'код пацвярджэння|аднаразовы код|аднаразовы пароль',
    government: 'пашпарт*|асабісты нумар',
    harmless: 'нумар замовы|замов*|паштовы індэкс|код зніжкі',
  },
};
