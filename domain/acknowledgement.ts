/**
 * What a customer is told when a person is called: from a template in his language, never model text, and without a
 * time nobody can keep. Opening hours are a fact of the business, so they may be named.
 */
import { DateTime } from 'luxon';
import type { Business } from './business';
import { openAt } from './opening-hours';

type Template = { open: string; closed: string; unstaffed: string; stillWaiting: string };

const TEMPLATES: Record<string, Template> = {
  en: {
    open: 'I have asked a colleague to take over. They can see our whole conversation, so you will not have to repeat anything.',
    closed:
      'I have passed this to our team. We open again {when}; a colleague will answer you here then and can see our whole conversation.',
    unstaffed: 'I have passed this to our team. A colleague will answer you here and can see our whole conversation.',
    stillWaiting:
      'Nobody has been free yet. Your conversation is still waiting for a colleague; we have reminded them.',
  },
  vi: {
    open: 'Tôi đã nhờ đồng nghiệp tiếp nhận. Đồng nghiệp xem được toàn bộ cuộc trò chuyện nên quý khách không cần nhắc lại.',
    closed:
      'Tôi đã chuyển yêu cầu cho đội ngũ của chúng tôi. Chúng tôi mở cửa lại {when}; khi đó đồng nghiệp sẽ trả lời quý khách tại đây và xem được toàn bộ cuộc trò chuyện.',
    unstaffed:
      'Tôi đã chuyển yêu cầu cho đội ngũ của chúng tôi. Đồng nghiệp sẽ trả lời quý khách tại đây và xem được toàn bộ cuộc trò chuyện.',
    stillWaiting: 'Hiện chưa có ai rảnh. Cuộc trò chuyện của quý khách vẫn đang chờ; chúng tôi đã nhắc đồng nghiệp.',
  },
  es: {
    open: 'He pedido a un compañero que continúe. Puede ver toda nuestra conversación, así que no tendrá que repetir nada.',
    closed:
      'He pasado su consulta a nuestro equipo. Abrimos de nuevo {when}; un compañero le responderá aquí y verá toda la conversación.',
    unstaffed: 'He pasado su consulta a nuestro equipo. Un compañero le responderá aquí y verá toda la conversación.',
    stillWaiting: 'Todavía no hay nadie libre. Su conversación sigue esperando; hemos avisado de nuevo al equipo.',
  },
  fr: {
    open: 'J’ai demandé à un collègue de prendre le relais. Il voit toute notre conversation, vous n’aurez rien à répéter.',
    closed:
      'J’ai transmis votre demande à notre équipe. Nous rouvrons {when} ; un collègue vous répondra ici et verra toute la conversation.',
    unstaffed:
      'J’ai transmis votre demande à notre équipe. Un collègue vous répondra ici et verra toute la conversation.',
    stillWaiting: 'Personne n’est encore disponible. Votre conversation attend toujours ; nous avons relancé l’équipe.',
  },
  de: {
    open: 'Ich habe eine Kollegin oder einen Kollegen gebeten zu übernehmen. Das ganze Gespräch liegt vor, Sie müssen nichts wiederholen.',
    closed:
      'Ich habe Ihr Anliegen an unser Team weitergegeben. Wir öffnen wieder {when}; dann erhalten Sie hier eine Antwort, das ganze Gespräch liegt vor.',
    unstaffed:
      'Ich habe Ihr Anliegen an unser Team weitergegeben. Sie erhalten hier eine Antwort, das ganze Gespräch liegt vor.',
    stillWaiting: 'Es ist noch niemand frei. Ihr Gespräch wartet weiter; wir haben das Team erinnert.',
  },
  pt: {
    open: 'Pedi a um colega que assuma. Ele vê toda a nossa conversa, por isso não precisa repetir nada.',
    closed: 'Passei o seu pedido à nossa equipe. Reabrimos {when}; um colega responderá aqui e verá toda a conversa.',
    unstaffed: 'Passei o seu pedido à nossa equipe. Um colega responderá aqui e verá toda a conversa.',
    stillWaiting: 'Ainda não há ninguém livre. A sua conversa continua à espera; lembramos a equipe.',
  },
};

/** The acknowledgement of a handoff at `now`, or null where the business wants none. */
export function acknowledgement(business: Business, language: string, now: Date): string | null {
  if (business.handoff.ack === null) return null;
  const own = business.handoff.ack[language] ?? business.handoff.ack[business.languages[0] ?? ''];
  if (own !== undefined) return own;
  const { locale, template } = templateFor(business, language);
  const { open, opensAt } = openAt(business, now);
  if (open) return template.open;
  if (!opensAt) return template.unstaffed;
  return template.closed.replace('{when}', spoken(opensAt, business.timezone, locale));
}

/** The honest word to a customer whom nobody has answered yet. */
export function stillWaiting(business: Business, language: string): string {
  return templateFor(business, language).template.stillWaiting;
}

function templateFor(business: Business, language: string): { locale: string; template: Template } {
  for (const locale of [language, business.languages[0] ?? 'en', 'en']) {
    const template = TEMPLATES[locale];
    if (template) return { locale, template };
  }
  throw new Error('the English template is missing');
}

function spoken(date: Date, timezone: string, locale: string): string {
  return DateTime.fromJSDate(date).setZone(timezone).setLocale(locale).toLocaleString({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  });
}
