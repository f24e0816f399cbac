/**
 * Names that languages put together from a qualifier and a head: every head is joined to every qualifier, so "login pin"
 * and "locker pin" need no rows of their own. A card's security code and a static PIN have their own lists.
 */
interface Compound {
  firsts: string;
  seconds: string;
  joint: '' | ' ';
}

export const PASSCODE_COMPOUNDS: readonly Compound[] = [
  {
    firsts:
      'backup|back-up|verification|verify|verifying|verifcation|verificaton|veri|verif|confirmation of login|confirm|confirming|authentication|authenticator|authenticate|authorization|authorisation|auth|login|log in|log-in|sign in|sign-in|signin|access|activation|sms|text|texted|one time|onetime|single use|single-use|temporary|temp|reset|recovery|otp|2fa|mfa|2 factor|two factor|2 step|two step|2sv|dynamic|approval|transaction otp|3d secure|3ds|whatsapp|whatsapp business|telegram|google|facebook|instagram|apple|microsoft|amazon|paypal|signal|wechat|viber|uber|grab|gojek|bank sms|duo|okta|steam|linkedin|twitter|snapchat|tiktok|6 digit|six digit|6-digit sms|security token',
    joint: ' ',
    seconds: 'code*|codes|passcode*|password|pw|pwd|pass code|token|digits|code no',
  },
  { firsts: 'transaction|transfer|txn|payment|banking', joint: ' ', seconds: 'password|pwd' },
  {
    firsts:
      'midlertidig|midlertidigt|tillfällig|tillfälligt|tilapäinen|väliaikainen|tijdelijke|tijdelijk|vorläufiges|vorläufige|temporäres|temporäre|temporärer|tymczasowe|tymczasowy|dočasné|dočasný|dočasný|ideiglenes|privremena|privremeni|тимчасовий|временный|временен',
    joint: ' ',
    seconds:
      'kode*|kod*|adgangskode*|passord*|pinkode*|lösenord*|koodi*|salasana*|code*|wachtwoord*|pincode*|passwort*|kennwort*|pin|hasło|heslo|kód*|jelszó*|lozinka|пароль|код',
  },
  {
    firsts: 'verification|one time|otp|sms|login|access to login|text|texted|temporary|temp|2fa|mfa|authentication',
    joint: ' ',
    seconds: 'pin|number|no|key|numbers',
  },
  {
    firsts: 'code|passcode|pin|number|digits|password',
    joint: ' ',
    seconds:
      'for login|for log in|for signing in|for sign in|for verification|for authentication|for verifying|to log in|to login|to sign in|to verify|to authenticate|to confirm login|to authorise|to authorize|from sms|from the sms|from text|from the text|from my text|from your text|from your sms|from the message|from your message|from whatsapp|from the app|from my bank|from the bank|by sms|by text|via sms|via text|in the sms|in the text|in the message|on my phone|on whatsapp|sent to me|sent to my*|sent by sms|sent by text|texted to me|you sent*|you texted*|you just sent|they sent*|they texted*|i got*|i received*|i recieved*|i was sent|i just got|that came|that arrived|which came|received by sms|received|we texted*|we sent*|we just sent*|we just texted*|we emailed*|we e-mailed*|we’ve sent*|we have sent*|emailed to you|texted to you|in my inbox|from my inbox|in my email|in the email|from email|from my email|from the email|by email|via email|by mail|to link my*|to pair*|sent to you|you emailed*|you e-mailed*|they emailed*',
  },
  {
    firsts: 'mã|mã số|mã pin|mã code|code|mật khẩu|mk|số|dãy số|mật mã',
    joint: ' ',
    seconds:
      'otp|xác nhận|xác thực|xác minh|kích hoạt|đăng nhập|xác nhận sms|dùng một lần|dùng 1 lần|một lần|1 lần|tạm thời|hai lớp|2 lớp|2 bước|hai bước|gửi về*|gửi tới*|gửi đến*|gửi qua*|sms|tin nhắn|trong tin nhắn|qua tin nhắn|trên điện thoại|về điện thoại|về máy|nhận được|vừa nhận|mới nhận|vừa gửi|mới gửi|vừa về|mới về|nhắn về|ngân hàng gửi|ngân hàng nhắn|ngân hàng báo|shop gửi|bên mình gửi|bên shop gửi|hệ thống gửi|nó gửi|giao dịch otp|đặt lại mật khẩu|bảo mật sms|zalo|telegram|facebook|google',
  },
  {
    firsts: 'código|clave|contraseña|pin|nip|token|número|numero|codigo',
    joint: ' ',
    seconds:
      'de verificación|de confirmación por sms|de autenticación|de autorización|de activación|de acceso|de inicio de sesión|de validación|de un solo uso|de un uso|de único uso|temporal|dinámico|dinámica|otp|sms|por sms|del sms|por mensaje|del mensaje|de whatsapp|que me llegó|que me mandaron|por whatsapp|por correo|del correo|al correo|que me enviaron|que me mandó*|que recibí|que me dieron por*|que llegó|que le enviamos|que enviaron|recibido|recibida',
  },
  {
    firsts: 'código|codigo|senha|token|pin|número|numero|chave',
    joint: ' ',
    seconds:
      'de verificação|de autenticação|de autorização|de ativação|de acesso|de login|de validação|de uso único|única|único|temporária|temporário|otp|sms|por sms|do sms|via sms|por mensagem|pelo whatsapp|pelo sms|por whatsapp|pelo email|por email|da mensagem|do whatsapp|que recebi|que chegou|que me mandaram|que me enviaram|que enviaram|que vocês mandaram|que veio|recebido|recebida|do banco por*',
  },
  {
    // What the code is for, or where it came to, in the languages whose lists above do not say so.
    firsts: 'code|pin|tan|kód|kod|koodi|cod|codul|código|codice|kode|koden|kodet|код|κωδικός|κωδικό',
    joint: ' ',
    seconds:
      'zur anmeldung|zum anmelden|zum einloggen|zur bestätigung|zur freigabe|vom handy|auf dem handy|aus der app|aus der mail|aus der e-mail|per mail|per e-mail|von der bank|in der sms|om in te loggen|voor inloggen|uit de app|uit de mail|op mijn telefoon|för inloggning|för att logga in|i sms:et|i appen|til login|til innlogging|for innlogging|til at logge|fra sms|i smsen|på sms|kirjautumiseen|tekstiviestistä|tekstiviestissä|pro přihlášení|k přihlášení|pro potvrzení|pro ověření|ze zprávy|z aplikace|na prihlásenie|na potvrdenie|pre prihlásenie|na overenie|zo správy|do logowania|do potwierdzenia|do autoryzacji|do weryfikacji|z aplikacji|a bejelentkezéshez|az sms-ből|pentru autentificare|pentru conectare|pentru logare|para iniciar|para acceder|para entrar|para ingresar|para acessar|para aceder|pour vous connecter|pour se connecter|pour accéder|per accedere|per entrare|per il login|untuk masuk|untuk login|σύνδεσης|εισόδου|για είσοδο|за логин|из приложения|з застосунку',
  },
  {
    firsts: 'cód|cod',
    joint: ' ',
    seconds:
      'autorização|de autorização|verificação|de verificação|confirmação|de acesso|autorización|de autorización|verificación|de verificación|de acceso|autorizzazione|di autorizzazione|di verifica|autorisation|d’autorisation',
  },
  {
    firsts: 'code|mot de passe|numéro|pin|clé|code pin',
    joint: ' ',
    seconds:
      'de vérification|de validation|d’authentification|d’autorisation|d’activation|d’accès|de connexion|à usage unique|unique|temporaire|otp|sms|par sms|provisoire|par mail|du mail|par e-mail|par whatsapp|du sms|par texto|du texto|par message|que j’ai reçu|que je viens de recevoir|que vous m’avez envoyé|qu’on m’a envoyé|reçu|envoyé',
  },
  {
    firsts: 'codice|password|pin|numero|token|chiave',
    joint: ' ',
    seconds:
      'di verifica|di autenticazione|di autorizzazione|di attivazione|di accesso|di conferma sms|otp|sms|via sms|per sms|dell’sms|via mail|via email|per email|via whatsapp|monouso|usa e getta|temporaneo|temporanea|che ho ricevuto|che mi è arrivato|che mi avete mandato|che mi avete inviato|ricevuto|ricevuta|arrivato',
  },
  {
    firsts:
      'bestätigungs|bestaetigungs|verifizierungs|verifikations|freischalt|aktivierungs|zugangs|anmelde|login|einmal|authentifizierungs|sms|prüf|freigabe|auth|tan|verificatie|bevestigings|inlog|toegangs|activatie|authenticatie|verifierings|bekräftelse|engångs|inloggnings|verifiserings|bekreftelses|engangs|bekræftelses|verificerings',
    joint: '',
    seconds:
      'code*|-code*|nummer*|-pin*|pin|passwort*|kennwort*|wachtwoord*|kod*|kode*|lösenord*|passord*|adgangskode*',
  },
  {
    firsts: 'kode|kod|nomor|nombor|sandi|pin',
    joint: ' ',
    seconds:
      'otp*|verifikasi*|konfirmasi sms|aktivasi*|otentikasi*|autentikasi*|masuk*|login*|akses*|sms*|sekali pakai*|rahasia*|pengesahan*|tac*|pengaktifan*|yang masuk*|yang dikirim*|yang diterima*|yang saya terima*|dari sms*|dari bank*|lewat sms*|via sms*|wa*|whatsapp*',
  },
  {
    firsts: 'код|пароль|кода|кодом|номер|пин',
    joint: ' ',
    seconds:
      'подтверждения|для оплаты|для покупки|для операции|для перевода|авторизации|активации|доступа|проверки|верификации|из смс|из sms|из сообщения|из пуша|с смс|по смс|в смс|для входа|для подтверждения|для авторизации|входа|который пришел|который прислали|который мне прислали|пришел|подтвердження|з смс|із смс|для входу|безопасности из смс|одноразовый',
  },
  {
    firsts: 'пароль|код|паролю|паролем',
    joint: ' ',
    seconds:
      'для підтвердження|підтвердження входу|підтвердження операції|авторизації|активації|доступу|верифікації|з смс|із смс|з sms|з повідомлення|з пуша|для входу|входу|який прийшов|що прийшов|який надіслали',
  },
  {
    firsts: 'прийшов|надійшов|надіслали|пришел|прислали|пришло|приходит|поступил|пристигна|дойде',
    joint: ' ',
    seconds: 'пароль|код|смс код|смс пароль|парола',
  },
  {
    firsts: 'رمز|كود|الرمز|الكود|رقم|كلمة|كلمة سر|کد|رمز',
    joint: ' ',
    seconds:
      'التحقق|التأكيد|التفعيل|المصادقة|الدخول|تسجيل الدخول|التوثيق|otp|لمرة واحدة|المؤقت|مؤقت|واتساب|الواتس|الرسالة|في الرسالة|من الرسالة|اللي وصل*|اللي جا*|الي وصل*|الذي وصل*|الذي استلمته|وصلني|المرسل|تایید|ورود|فعال سازی|فعالسازی|یکبار مصرف|پیامک*|ارسالی',
  },
  {
    firsts: 'doğrulama|onay|giriş|aktivasyon|sms|tek kullanımlık|tek seferlik|gelen|güvenlik sms',
    joint: ' ',
    seconds: 'kod*|şifre*|sifre*|parola*|pin*|numara*',
  },
  {
    firsts: 'kod|hasło|kodu|pin|kód|heslo|cod|codul|parola|jelszó|kood',
    joint: ' ',
    seconds:
      'weryfikacyjny|weryfikacji|potwierdzający|potwierdzenia|autoryzacyjny|autoryzacji|aktywacyjny|aktywacji|jednorazowy|jednorazowe|sms|z sms*|z wiadomości|logowania|dostępu|uwierzytelniający|blik|który dostałem|który dostałam|który przyszedł|ověřovací|potvrzovací|autorizační|z sms|ze sms|jednorázové|de verificare|de confirmare prin*|de autentificare|de acces|unic|unică|primit|primit prin*|din sms|prin sms',
  },
  {
    firsts:
      '验证|驗證|校验|校驗|确认|確認|动态|動態|短信|登录|登錄|登入|激活|认证|認證|授权|授權|一次性|安全验证|手机|簡訊|身份验证',
    joint: '',
    seconds: '码|碼|密码|密碼|口令|号码|號碼|代码|代碼|码数字',
  },
  {
    firsts:
      '認証|確認用|ワンタイム|本人確認|ログイン|検証|smsの|smsで届いた|届いた|二段階認証|2段階認証|メールの|送られてきた|受け取った',
    joint: '',
    seconds: 'コード|番号|パスワード|キー|パスコード|暗証番号|ナンバー|数字',
  },
  {
    firsts:
      '인증|본인인증|본인확인|문자|문자로 온|문자로 받은|문자 온|일회용|임시|로그인|보안 인증|sms|카톡으로 온|받은',
    joint: '',
    seconds: '번호| 번호|코드| 코드|비밀번호| 비밀번호|암호| 암호|숫자| 숫자',
  },
  {
    firsts: 'รหัส|โค้ด|เลข|ตัวเลข|หมายเลข|เลขรหัส',
    joint: '',
    seconds:
      'otp| otp|โอทีพี|ยืนยัน|ยืนยันตัวตน|ที่ได้รับ|ที่ส่งมา|ที่ได้|จาก sms|ใน sms|จากข้อความ|ในข้อความ|ทาง sms|ครั้งเดียว|เข้าสู่ระบบ|ล็อกอิน|ชั่วคราว|ตรวจสอบ',
  },
  {
    firsts: 'सत्यापन|वेरिफिकेशन|पुष्टि|लॉगिन|एसएमएस|मैसेज वाला|मैसेज का|वन टाइम|ओटीपी|verification ka|sms wala|sms ka',
    joint: ' ',
    seconds: 'कोड|पासवर्ड|नंबर|पिन|code|number',
  },
];

export const HARMLESS_COMPOUNDS: readonly Compound[] = [
  {
    firsts:
      'order|booking|reservation|delivery|pickup|pick-up|pick up|collection|locker|parcel|package|shipment|shipping|voucher|gift|gift card|promo|promotion|discount|coupon|referral|invite|claim|redeem|redemption|return|rma|warranty|product|item|article|model|serial|part|error|fault|stop|ticket|tracking|event|concert|seat|gate|door|building|garage|parking|apartment|lockbox|key box|alarm|safe|student|staff|employee|member|membership|loyalty|rewards|build|firmware|release|patch|customer|client|case|invoice|receipt|payment|transaction|reference|meter|asset|course|class|job|vendor|store|shop|branch|warehouse|batch|lot|style|color|colour|size|paint|table|queue|flight|train|bus|tour|trip|room|hotel|wifi|wi-fi|router|printer|machine|vehicle|fleet|game|server|channel|group|meeting|zoom|webinar|survey|form|application|file|contract|policy|quote|estimate|refund|return label|rental|library|gym|club|campaign|sales|tax invoice|media|social media|business|company|trade|shopper',
    joint: ' ',
    seconds: 'code|codes|pin|number|no|num|nr|ref|key|reference',
  },
  {
    firsts:
      'season|ski|lift|event|bus|train|metro|rail|gym|day|week|weekly|month|monthly|annual|parking|boarding|backstage|festival|museum|concert|movie|travel',
    joint: ' ',
    seconds: 'pass|pass number|pass no|pass id|ticket',
  },
  {
    firsts:
      'software|product|windows|office|adobe|antivirus|game|business|liquor|trade|fishing|hunting|dog|tv|app|server|user|plugin',
    joint: ' ',
    seconds: 'licence*|license*|permit*',
  },
];

export function spellOut({ firsts, seconds, joint }: Compound): string[] {
  return firsts.split('|').flatMap((first) => seconds.split('|').map((second) => `${first}${joint}${second}`));
}
