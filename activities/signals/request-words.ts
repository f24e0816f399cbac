/**
 * How other languages ask for a person, over folded text (no Latin accents). One row a language: what asks, and what
 * denies it when it stands just before. Patterns join a wish with a person; a person's title alone is not enough.
 */

export interface RequestLanguage {
  language: string;
  asks: readonly RegExp[];
  denies: readonly RegExp[];
}

const VI_PERSON =
  '(?:nguoi that|nguoi tu van|nguoi ho tro|nguoi phu trach|nguoi khac|nguoi nao|con nguoi|nguoi o|nguoi ben|nhan vien|nhan su|nv|tu van vien|tong dai(?: vien)?|dien thoai vien|quan ly|quan li|le tan|giam doc|chu (?:shop|quan|khach san|cua hang|tiem)|ai do|ai khac|bo phan|phong ban|cskh|cham soc khach hang|ky thuat vien|chuyen vien|admin|cap tren|sep|truong ca|truong phong|ban giam doc|nguoi)';
const VI_TITLE = VI_PERSON.replace('|nguoi)', ')');
const VI_ME = '(?:toi|em|minh|anh|chi|tui|mik|mk|t|ban|con|chau|co|chu|bac|ong|ba|tao|m|e|a|c)';

const row = (language: string, asks: string[], denies: string[]): RequestLanguage => ({
  language,
  asks: asks.map((source) => new RegExp(source, 'u')),
  denies: denies.map((source) => new RegExp(`(?:${source})$`, 'u')),
});

export const REQUEST_LANGUAGES: readonly RequestLanguage[] = [
  row(
    'vi',
    [
      `\\b(?:noi chuyen|noi|chat|tro chuyen|trao doi|lam viec|nc|tam su)(?: truc tiep| thang)? (?:voi|vs|cung) (?:mot |1 |cac |ban |anh |chi |vi )?(?:${VI_TITLE}\\b|nguoi\\b(?! ban| nha| yeu| than))`,
      `\\b(?:gap|can gap|xin gap|gap duoc)(?: truc tiep| lai| mat)? (?:mot |1 |cac |ban |anh |chi |vi |em )?(?:${VI_TITLE}\\b|nguoi\\b(?! ban| nha| yeu| than| quen))`,
      `\\b(?:ket noi|noi may|(?<!noi |tro |tam )chuyen(?: may| cuoc goi| tiep| giup| gium| ${VI_ME})*)(?: ${VI_ME})?(?: den| toi| voi| cho| sang| qua| gap| len)+ (?:mot |1 |ban |anh |chi |ben )?(?:${VI_TITLE}|nguoi)\\b`,
      `\\b(?:lien he|lien lac|goi|hoi)(?: truc tiep)?(?: voi| cho| duoc)? (?:mot |1 |cac |ban |anh |chi )?(?:nguoi that|nhan vien|nv|tu van vien|tong dai vien|quan ly|quan li|nguoi tu van|nguoi phu trach|chuyen vien)\\b`,
      `\\b(?:can|muon|cho|kiem|tim|doi|yeu cau|keu|goi|co)(?: ${VI_ME})?(?: mot| 1| xin| co)? (?:${VI_TITLE})(?: that)?(?: nao)?(?: ho tro| tu van| giup| tra loi| truc| giai quyet| xu ly| noi chuyen| ra| lien he| goi lai| khac)`,
      `\\b(?:can|muon|cho ${VI_ME}|yeu cau|doi) (?:mot |1 )?(?:nguoi that|con nguoi|nguoi khac|tu van vien|tong dai vien|nhan vien (?:that|tu van|ho tro)|quan ly)\\b`,
      `\\bco (?:ai|nguoi|nhan vien)(?: nao)?(?: that| truc| dang)?(?: o do| o day| ho tro| tu van| truc| online| trong may)(?: ${VI_ME})? (?:khong|ko|k|hong|hem)\\b`,
      `\\bco (?:nguoi that|nhan vien|tu van vien|nguoi tu van)(?: nao)? (?:khong|ko|k|hong|hem)\\b`,
      `\\b(?:khong|ko|k|chan|met|thoi|dung|chang|hong|het muon) (?:muon |thich |can |the |phai |co )?(?:noi chuyen|noi|chat|tra loi|lam viec|tro chuyen|nhan tin)(?: voi| bang| vs)?(?: con| cai| may| mot| may con)* (?:bot|chatbot|robot|may|may moc|ai|tro ly ao|tu dong)\\b`,
      `\\b(?:nhan vien|tu van vien|le tan|quan ly|ai do)(?: \\S+){0,2} (?:goi lai|goi dien|lien he|goi)(?: lai)?(?: ngay)?(?: cho)? (?:toi|em|minh|tui|mik)\\b`,
      `^(?:cho |xin |a |alo |oi |da )*(?:gap )?(?:nguoi that|nhan vien|tu van vien|tong dai vien|le tan|quan ly|nguoi tu van|nhan vien tu van|nhan vien ho tro|cskh)(?: dau| oi| di| voi| nhe| a| nha| gap| ngay| please| dau roi| nao)*$`,
    ],
    [
      '\\b(?:khong|ko|k|chua|chang|hong|khoi|dung|khong can|khong muon|dau co|khong phai)(?: co)?(?: can| muon| thich| phai| nhat thiet)?(?: cho| la| duoc)?(?: \\S+)? ',
      '\\b(?:da|vua|moi|hom qua|hom truoc|dang) (?:duoc )?',
      '\\bthay vi (?:phai )?',
    ],
  ),
  row(
    'es',
    [
      '\\b(?:hablar|hable|hablo|chatear|conversar|comunicar(?:me|nos)?|contactar|platicar|charlar)(?: \\S+){0,2}? (?:con|a) (?:\\S+ ){0,3}?(?:persona|humano|agente|alguien|operador[a]?|representante|asesor[a]?|encargad[oa]|gerente|supervisor[a]?|ser humano|recepcion|empleado|responsable|companero|ejecutivo|el restaurante)',
      '\\b(?:pas[ae](?:me|rme|r)?|comunique(?:me)?|conect[ae](?:me|rme)?|transfier[ae](?:me|nme)?|transferir(?:me)?|deriv[ae](?:me)?|pon(?:ga|gan|er)?me)(?: \\S+){0,2}? (?:con|a) (?:\\S+ ){0,3}?(?:persona|humano|agente|alguien|operador|representante|asesor|encargado|gerente|supervisor|recepcion|departamento)',
      '\\b(?:quiero|necesito|prefiero|dame|deme|exijo|quisiera|busco|hay)(?: \\S+){0,2}? (?:una? |algun |alguna )?(?:persona (?:real|de verdad|humana|fisica)|humano|ser humano|agente(?! de viaj)|operador|asesor humano|alguien (?:real|de verdad|que me (?:ayude|atienda)))',
      '\\bno (?:quiero|me gusta) (?:hablar|chatear|tratar) (?:mas )?con (?:un |una |el |la |este |esta )?(?:bot|robot|maquina|ia|contestador)',
      '^(?:un |una |por favor |con )*(?:agente|humano|persona real|operador|operadora|representante|asesor)(?: por favor| ya| ahora)*$',
    ],
    [
      '\\bno (?:(?:quiero|necesito|hace falta|deseo|me hace falta)(?: \\S+)? )?',
      '\\bsin (?:tener que )?',
      '\\b(?:ya|estoy|estuve|ayer) ',
    ],
  ),
  row(
    'fr',
    [
      "\\b(?:parler|discuter|echanger|chatter|causer|m'adresser|m'entretenir|contacter|joindre|communiquer)(?: \\S+){0,2}?(?: a| avec| au|) (?:\\S+ ){0,3}?(?:humain|personne|quelqu'un|conseiller|conseillere|agent|operateur|operatrice|responsable|manager|directeur|superviseur|employe|receptionniste|reception|etre humain|collegue|service client)",
      "\\b(?:passez|mettez|transferez|passer|transferer|connectez|redirigez|mettre)[ -]?(?:moi|nous|en relation)?(?: \\S+){0,2}? (?:a|au|avec|vers|une?|la|le) ?(?:\\S+ ){0,2}?(?:humain|personne|quelqu'un|conseiller|agent|operateur|responsable|manager|reception|service)",
      "\\b(?:veux|voudrais|besoin|prefere|souhaite|exige|donnez-moi|aimerais)(?: \\S+){0,3}? (?:un |une |d'un |d'une |de )?(?:vrai(?:e)? (?:personne|humain|conseiller)|humain|etre humain|conseiller|operateur|vrai agent)",
      '\\b(?:pas|plus|marre de|arreter de) (?:parler|discuter|envie de parler)(?: \\S+){0,2}? (?:a|avec|au) (?:un |une |ce |cette )?(?:robot|bot|machine|ia|ordinateur)',
      "^(?:un |une |svp |s'il vous plait )*(?:humain|conseiller|operateur|agent|vraie personne|responsable)(?: svp| s'il vous plait| vite)*$",
    ],
    [
      '\\b(?:ne veux pas|veux pas|pas besoin de|pas envie de|sans|ne souhaite pas|inutile de)(?: \\S+)? ',
      '\\b(?:pas|plus|ne|aucun) ',
      "\\b(?:j'ai|deja|viens de) ",
    ],
  ),
  row(
    'de',
    [
      '\\b(?:mit|zu|an) (?:\\S+ ){0,3}?(?:menschen?|mitarbeiter(?:in)?|person|jemande[mn]?|jemand|berater(?:in)?|agenten?|kundenberater|vorgesetzten|manager|chef|rezeption|kollegen?|ansprechpartner|sachbearbeiter|kundendienst|kundenservice)(?: \\S+){0,3}? (?:sprechen|reden|chatten|verbinden|verbunden|telefonieren|weiterleiten|weitergeleitet|kommunizieren)',
      '\\b(?:verbinden|leiten|stellen|geben|verbinde|gib) (?:sie )?mi(?:ch|r)(?: \\S+){0,3}? (?:menschen?|mitarbeiter|person|jemande[mn]|berater|agenten?|vorgesetzten|manager|rezeption|abteilung)',
      '\\b(?:brauche|will|mochte|mochten|verlange|gibt es|bevorzuge|hatte gern)(?: \\S+){0,2}? (?:einen |eine |den |nen )?(?:echten? )?(?:menschen|echte person|mitarbeiter|berater|ansprechpartner|kundenberater)',
      '\\bnicht (?:langer |mehr )?mit (?:einem |einer |diesem |dem )?(?:bot|chatbot|roboter|maschine|computer|ki|automat)',
      '^(?:bitte |einen? )*(?:mensch|mitarbeiter|menschen|echte person|berater|agent)(?: bitte| sofort| jetzt)*$',
    ],
    ['\\b(?:nicht|kein|keinen|keine|ohne)(?: \\S+)? $', '\\b(?:habe|hatte|bereits|schon) (?:\\S+ )?', 'ohne '],
  ),
  row(
    'pt',
    [
      '\\b(?:falar|conversar|fala|contatar|contactar|entrar em contato|tratar)(?: \\S+){0,2}? (?:com|para|a) (?:\\S+ ){0,3}?(?:pessoa|humano|humana|atendente|alguem|operador|operadora|representante|gerente|supervisor|ser humano|funcionario|responsavel|agente|recepcao|consultor)',
      '\\b(?:pass[ae]|transfir[ae]|transferir|conect[ae]|encaminh[ae]|coloc[ae])(?:[ -]me| me| para mim)?(?: \\S+){0,2}? (?:com|para|pra|a|ao) (?:\\S+ ){0,3}?(?:pessoa|humano|atendente|alguem|operador|representante|gerente|supervisor|recepcao|setor)',
      '\\b(?:quero|preciso|prefiro|exijo|gostaria|tem)(?: \\S+){0,2}? (?:um |uma |de um |de uma |algum )?(?:atendente|pessoa (?:real|de verdade)|humano|ser humano|operador|atendimento humano)',
      '\\bnao (?:quero|gosto de) (?:falar|conversar)(?: mais)? com (?:um |uma |o |a |esse |essa )?(?:robo|bot|maquina|ia)',
      '^(?:um |uma |por favor )*(?:atendente|humano|pessoa real|operador|atendimento humano)(?: por favor| ja| agora)*$',
    ],
    ['\\bnao (?:quero|preciso|e necessario|desejo)(?: \\S+)? ', '\\bsem (?:ter que )?', '\\bja '],
  ),
  row(
    'it',
    [
      '\\b(?:parlare|parlo|chattare|comunicare|contattare|discutere|interagire)(?: \\S+){0,2}?(?: con| a|) (?:\\S+ ){0,3}?(?:persona|umano|umana|operatore|operatrice|qualcuno|agente|responsabile|direttore|addetto|impiegato|reception|essere umano|consulente|collega)',
      '\\b(?:mi passi|passami|passatemi|mi metta|trasferi\\S*|mi colleghi|collegami)(?: \\S+){0,3}? (?:persona|umano|operatore|operatrice|qualcuno|agente|responsabile|direttore|reception|reparto)',
      '\\b(?:voglio|vorrei|ho bisogno di|preferisco|esigo|serve)(?: \\S+){0,2}? (?:un |una |di un )?(?:operatore|persona (?:vera|reale)|umano|essere umano|operatrice)',
      '\\bnon voglio (?:parlare|chattare)(?: piu)? con (?:un |una |questo |il )?(?:bot|robot|macchina|ia)',
      '^(?:un |una |per favore )*(?:operatore|umano|persona reale|persona vera|operatrice)(?: per favore| subito)*$',
    ],
    ['\\bnon (?:voglio|ho bisogno di|serve|desidero)(?: \\S+)? ', '\\bsenza (?:dover )?', '\\b(?:ho|gia|sto) '],
  ),
  row(
    'nl',
    [
      '\\b(?:met|naar) (?:\\S+ ){0,3}?(?:mens|persoon|iemand|medewerker|medewerkster|manager|agent|leidinggevende|collega|receptie|klantenservice)(?: \\S+){0,3}? (?:spreken|praten|chatten|verbinden|doorverbinden|doorverbonden|bellen)',
      '\\b(?:spreken|praten|chatten|verbind|doorverbinden|verbinden)(?: \\S+){0,2}? (?:met|naar) (?:\\S+ ){0,3}?(?:mens|persoon|iemand|medewerker|manager|agent|receptie)',
      '\\b(?:wil|nodig|geef|liever)(?: \\S+){0,2}? (?:een )?(?:echt mens|echte persoon|medewerker|mens)\\b',
      '^(?:een |graag )*(?:medewerker|echt mens|echte persoon|mens)(?: graag| aub| alsjeblieft)*$',
    ],
    ['\\b(?:niet|geen|zonder)(?: \\S+)? ', '\\b(?:heb|al) '],
  ),
  row(
    'pl',
    [
      '\\b(?:rozmawiac|porozmawiac|pogadac|polacz\\S*|przelacz\\S*|skontaktowac|mowic)(?: \\S+){0,3}? (?:z|do) (?:\\S+ ){0,2}?(?:czlowiekiem|osoba|konsultantem|konsultantka|pracownikiem|kims|kierownikiem|agentem|doradca|recepcja|konsultanta|czlowieka|menedzerem)',
      '\\b(?:chce|potrzebuje|prosze o|wole)(?: \\S+){0,2}? (?:czlowieka|konsultanta|zywego czlowieka|prawdziwa osobe|pracownika)',
      '^(?:prosze )*(?:konsultant|czlowiek|konsultanta|pracownik)(?: prosze)*$',
    ],
    ['\\bnie (?:chce|potrzebuje|musze)(?: \\S+)? ', '\\bbez '],
  ),
  row(
    'id',
    [
      '\\b(?:bicara|berbicara|ngobrol|chat|ngomong|terhubung|hubungkan|sambungkan|hubungi|menghubungi|dihubungkan|disambungkan|komunikasi|ketemu)(?: \\S+){0,3}? (?:dengan|sama|ke|dgn|kepada) (?:\\S+ ){0,2}?(?:orang|manusia|petugas|agen|operator|cs|customer service|staf|staff|karyawan|manajer|manager|admin|seseorang|resepsionis|pegawai)',
      '\\b(?:mau|butuh|perlu|minta|ingin|tolong)(?: \\S+){0,2}? (?:orang asli|manusia|agen manusia|petugas|operator|cs manusia|orang beneran)',
      '^(?:tolong )*(?:manusia|orang asli|operator|petugas|agen)(?: dong| please| ya)*$',
    ],
    ['\\b(?:tidak|gak|ga|nggak|tak|jangan|tanpa)(?: \\S+){0,2} ', '\\b(?:sudah|udah) '],
  ),
  row(
    'tr',
    [
      '\\b(?:insan|insanla|biri|biriyle|birisi|birisiyle|kisi|kisiyle|temsilci|temsilciyle|temsilcisi|temsilcisiyle|temsilcisine|temsilciye|yetkili|yetkiliyle|yetkiliye|operator|operatore|operatorle|mudur|mudurle|gorevli|gorevliyle|danisman|danismanla)(?: \\S+){0,2}? (?:konus\\S*|gorus\\S*|bagla\\S*|aktar\\S*|yazis\\S*|iletisim\\S*|istiyorum|lazim|yonlendir\\S*)',
      '^(?:lutfen )*(?:temsilci|musteri temsilcisi|yetkili|insan|operator)(?: lutfen)*$',
    ],
    [],
  ),
  row(
    'ru',
    [
      '(?:поговорить|говорить|пообщаться|общаться|связаться|связать|соедините|соединить|соедини|переключите|переключи|перевед\\S+|свяжите|свяжи|позовите|позови|позвать)(?: \\S+){0,3}? (?:(?:с|со|на|к|меня) )?(?:\\S+ ){0,2}?(?:человек\\S*|оператор\\S*|менеджер\\S*|сотрудник\\S*|специалист\\S*|кем-то|кем-нибудь|кем-то|администратор\\S*|начальник\\S*|консультант\\S*|представител\\S*|руководител\\S*)',
      '(?:хочу|нужен|нужна|дайте|требую|можно|нужно)(?: \\S+){0,2}? (?:живого |живой |живому |с живым |реального )?(?:человек\\S*|оператор\\S*|живой человек|менеджер\\S*)(?! ресурс)',
      '^(?:пожалуйста )*(?:оператор|оператора|человек|живой человек|менеджер|менеджера)(?: пожалуйста)*$',
      'не (?:хочу|буду) (?:говорить|общаться|разговаривать) с (?:ботом|роботом|машиной)',
    ],
    ['не (?:хочу|надо|нужно|нужен)(?: \\S+)? ', 'без '],
  ),
  row(
    'zh',
    [
      '(?:转|轉|找|要|接|换|換|需要|联系|聯繫|聯絡|呼叫|帮我转|请转|想要|有)(?:接|到|给|給|个|個|一下|一个|一個|你们|你們|位|真人|在线|線上)*(?:人工|真人|客服|经理|經理|主管|工作人员|工作人員|前台|负责人|負責人|活人|店长|店長|专员)',
      '(?:和|跟|与|與|同)(?:你们|你們|一个|一個|一位|个|個|真正的|真实的|你们的|贵公司)*(?:真人|人工|客服|人类|人類|经理|經理|主管|工作人员|工作人員|前台|活人|人)(?:员|員)?(?:说话|說話|聊|谈|談|讲|講|沟通|溝通|对话|對話|交谈|通话|通話)',
      '^(?:请|請)?(?:人工|人工客服|真人|真人客服|转人工|轉人工|人工服务|人工服務)(?:吧|啊|谢谢|呢)?$',
      '(?:不想|不要|别|別)(?:再)?(?:和|跟|与|與)(?:机器人|機器人|机器|ai)(?:说|說|聊|谈|談|讲|講)?',
    ],
    ['(?:不用|不需要|不要|不想|无需|無需|别|別|不必)(?:再)?(?:帮我|給我|给我)?'],
  ),
  row(
    'ja',
    [
      '(?:人間|オペレーター|担当者|スタッフ|係の人|係員|責任者|店長|上司|マネージャー|フロント|人|有人|窓口の方|従業員|カスタマーサポート|サポートの方)(?:の方)?(?:と|に|へ)(?:直接)?(?:話|はな|チャット|つな|繋|代わ|替わ|かわ|変わ|相談|連絡|やり取り|やりとり|電話)',
      '(?:人間|オペレーター|担当者|スタッフ|責任者)(?:を|に)?(?:呼んで|出して|お願い|対応して|代わって)',
      '(?:ボット|ロボット|ai|機械|自動応答)(?:と|とは|じゃ|では|ではなく|じゃなくて)(?:話したくない|なく|嫌|いや|人)',
      '^(?:オペレーター|有人対応|人間|担当者)(?:お願い|希望|を|に|[。、！!]*$)',
    ],
    ['(?:わなくて|不要|いりません)'],
  ),
  row(
    'ko',
    [
      '(?:상담원|상담사|사람|직원|담당자|매니저|관리자|책임자|인간|안내데스크|프런트)(?:이랑|랑|과|와|하고|에게|한테|으로|로|을|를|분과|분이랑|분께|께)? ?(?:직접 |좀 |실제로 )*(?:연결|통화|대화|얘기|이야기|말|바꿔|상담|채팅|불러|문의)',
      '(?:상담원|상담사|직원|진짜 사람|실제 사람)(?: 좀)? ?(?:부탁|필요|원해|주세요|있나요|없나요)',
      '^(?:상담원|상담사|사람|직원|상담원 연결|상담사 연결)(?:요)?$',
      '(?:봇|로봇|챗봇|기계)(?:이랑|랑|과|와|하고)? ?(?:말고|싫|말하기 싫|대화하기 싫)',
    ],
    [],
  ),
  row(
    'th',
    [
      '(?:คุย|พูด|พูดคุย|สนทนา|ติดต่อ|แชท|แชต|ปรึกษา)(?:สาย)?(?:กับ|ถึง)? ?(?:คนจริง|คน|เจ้าหน้าที่|พนักงาน|แอดมิน|ผู้จัดการ|มนุษย์|ฝ่าย|หัวหน้า|โอเปอเรเตอร์)',
      '(?:ขอ|โอน|ต่อ|เรียก|อยาก|ต้องการ|ขอสาย)(?:สาย|ให้|ไป|หา|ที่|พบ|เจอ|ยัง|ได้)* ?(?:คนจริง|เจ้าหน้าที่|พนักงาน|แอดมิน|ผู้จัดการ|มนุษย์|โอเปอเรเตอร์|คนมา)',
      'ไม่(?:อยาก|ต้องการ)?(?:คุย|พูด)กับ(?:บอท|หุ่นยนต์|โรบอท|เครื่อง|ai)',
    ],
    ['ไม่(?:ต้อง|อยาก|ต้องการ|จำเป็นต้อง)(?:การ)?'],
  ),
  row(
    'ar',
    [
      '(?:التحدث|اتكلم|أتكلم|أتحدث|اتحدث|التكلم|التواصل|أكلم|اكلم|الحديث|اتواصل|أتواصل|تحويلي|حولني|حولوني|وصلني|وصلوني)(?: \\S+){0,2}? ?(?:مع|إلى|الى|ل|لـ|ب)? ?(?:\\S+ ){0,2}?(?:شخص|موظف|إنسان|انسان|بشري|ممثل|مدير|المدير|موظفة|موظفي|حد|أحد|احد|الموظف|خدمة العملاء|مسؤول|الاستقبال)',
      '(?:أريد|اريد|احتاج|أحتاج|ابغى|عايز|بدي)(?: \\S+){0,1} (?:شخص حقيقي|موظف|إنسان|انسان|بشري|مدير)',
    ],
    ['(?:لا أريد|لا اريد|مش عايز|لا احتاج|لا أحتاج|بدون|ما ابغى)(?: \\S+)? ?'],
  ),
  row(
    'hi',
    [
      '(?:इंसान|व्यक्ति|एजेंट|प्रतिनिधि|मैनेजर|कर्मचारी|ऑपरेटर|किसी|आदमी|स्टाफ|अधिकारी|मनुष्य)(?: \\S+){0,2} (?:बात|संपर्क|कनेक्ट|चैट|जोड़|बुला)',
      '\\b(?:insaan|insan|agent|kisi|manager|representative|aadmi|vyakti|staff|human|operator)(?: \\S+){0,2} (?:se|ko|ke saath) (?:\\S+ )?(?:baat|bat|connect|contact|chat)',
    ],
    ['(?:नहीं|मत|nahi|mat)(?: \\S+)? '],
  ),
];
