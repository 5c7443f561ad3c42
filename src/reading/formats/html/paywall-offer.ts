/** Offers that stand where the rest of an article would be, by language. */
const offers = [
  // English
  '(?:this|the full|the rest of this|our|reading this) (?:article|story|content|post|issue|piece) (?:is|are) (?:only |exclusively )?(?:for|available (?:only )?(?:to|for)|exclusive to|reserved for|limited to)(?: our)? (?:paid |paying |premium |registered |digital |logged.in )?(?:subscribers?|members?|readers who)',
  '(?:subscribe|sign up|sign in|log ?in|register|join|become an? (?:member|subscriber)|start (?:your|a)(?: free)? trial|upgrade|create an? (?:free )?account)\\b[^.!?]{0,80}\\b(?:to|and|for) (?:continue|keep|read|unlock|access|get (?:full|unlimited)|see|view|enjoy)\\b',
  'to (?:continue|keep|finish) reading\\b|continue reading (?:this|your|the) (?:article|story|post)|(?:read|unlock|access) the (?:full|whole|entire|rest of the|complete) (?:article|story|post|content)',
  "already (?:a|an|have an?) (?:\\w+ )?(?:subscriber|subscription|member|account)|you(?:['’]ve| have) (?:reached|used|read|run out of) (?:your|all|the|\\d)[^.]{0,40}(?:limit|free|articles?|stories)|(?:subscriber|member|premium)[- ](?:only|exclusive)|this post is for pa(?:id|ying) subscribers",
  // German
  '(?:diese[rsn]?|dieser) (?:artikel|inhalt|text|beitrag)\\b.{0,40}(?:abonnent|registriert|plus|exklusiv|kostenpflichtig)|(?:jetzt|um)[^.]{0,40}(?:weiterlesen|weiterzulesen|freischalten)|bereits (?:abonnent|registriert|kunde)|exklusiv für (?:unsere )?(?:abonnent|mitglied)|mit [\\p{L}+ ]{1,25}(?:\\+|plus) (?:weiter)?lesen|jetzt (?:testen|abonnieren|abo abschließen)',
  // French
  '(?:article|contenu|suite) (?:est |de cet article est )?(?:exclusivement )?réservée? (?:à nos|aux) abonnés|il vous reste .{1,15} de (?:cet article|ce contenu)|(?:déjà|vous êtes) abonnée? ?\\?|abonnez-vous (?:pour|dès|à partir|maintenant)|pour (?:lire la suite|continuer (?:la lecture|à lire))|lire la suite avec',
  // Spanish and Catalan
  '(?:contenido|artículo|noticia|información)\\s(?:es\\s)?(?:exclusiv[oa]|sólo|solo|reservad[oa])\\s(?:para|a)\\s(?:los\\s|nuestros\\s)?(?:suscriptores|socios|usuarios)|suscríb[ea](?:te|se)\\b[^.]{0,60}(?:para|y|por)\\b|(?:para|seguir) (?:seguir|continuar|continúa) leyendo|sigue leyendo|ya (?:eres|soy|es) (?:suscriptor|socio)|¿ya (?:eres|tienes)',
  // Italian
  '(?:articolo|contenuto)\\s(?:è\\s)?(?:riservato|esclusivo|disponibile solo)\\b.{0,25}abbonati|abbonati (?:per|a partire|subito|ora|e)\\b|sei già abbonato|per (?:continuare (?:a leggere|la lettura)|leggere (?:tutto|l.articolo))',
  // Portuguese
  '(?:conteúdo|matéria|artigo|reportagem)\\s(?:é\\s)?(?:exclusiv[oa]|restrit[oa])\\s(?:para|a|de)\\s(?:\\w+\\s)?(?:assinantes|subscritores)|assine (?:para|já|agora|por|e)\\b|já é assinante|para continuar (?:lendo|a ler)|continue lendo',
  // Dutch
  '(?:artikel|verhaal) is (?:alleen|exclusief|uitsluitend)?\\s?(?:beschikbaar )?voor (?:onze )?abonnees|(?:al|reeds) abonnee|verder lezen|lees (?:verder|dit artikel) (?:met|voor)|om (?:verder te lezen|dit artikel te lezen)',
  // Scandinavian languages and Finnish
  'för att (?:läsa|fortsätta)[^.]{0,40}(?:vidare|hela|läsa)|redan prenumerant|(?:artikeln|innehållet) är (?:endast |bara |låst )?för (?:\\w+ )?prenumeranter|for at læse (?:videre|hele|resten)|(?:allerede|er du) abonnent|for å lese (?:videre|hele|resten)|(?:saken|artikkelen|artiklen) er (?:kun |bare )?for (?:\\w+ )?abonnenter|vain tilaajille|jatka lukemista|(?:artikkeli|juttu) on (?:vain )?tilaajille',
  // Slavic languages, Hungarian, Greek, Turkish
  '(?:artykuł|tekst|treść)[^.]{0,30}(?:dla|tylko dla) (?:\\w+ )?(?:prenumerator|subskrybent|abonent)|(?:aby|chcesz) (?:czytać|przeczytać|czytaj)[^.]{0,20}(?:dalej|całość|więcej)|(?:článek|obsah|text) je (?:určen )?(?:jen |pouze )?pro předplatitele|(?:материал|статья|текст|стаття|матеріал)[^.]{0,20}(?:доступ\\p{L}*|только|лише)[^.]{0,20}(?:подпис|передплат)|(?:оформите|купите|оформіть) (?:подписку|передплату)|чтобы (?:читать|прочитать)|(?:cikk|tartalom)[^.]{0,20}előfizető|μόνο για συνδρομητές|abonelere özel|okumaya devam etmek için',
  // Chinese, Japanese, Korean, Arabic, Hebrew
  '(?:本文|此文|内容|文章)[^。]{0,6}(?:仅|僅|只)(?:限|供)?[^。]{0,4}(?:付费|付費|会员|會員|订阅|訂閱)|(?:订阅|訂閱|登录|登入|注册)[^。]{0,8}(?:继续|繼續|全文)|有料会員|会員限定|残り\\s?[\\d,]+\\s?文字|(?:続き|全文)を(?:読む|お読み|ご覧)|유료\\s?(?:회원|구독)|구독자\\s?전용|로그인\\s?(?:후|하시면)|للمشتركين|اشترك (?:الآن|لمتابعة|للقراءة)|למנויים|כבר מנוי',
];
const offer = new RegExp(`(?<![\\p{L}\\p{N}])(?:${offers.join('|')})`, 'iu');

/** Offers that are longer are text about subscriptions. */
const maxLength = 400;

/** True for a line that offers a subscription or an account instead of the rest of the article. */
// "Subscribe now for $1 a week to read the full story." → true
export function isPaywallOffer(text: string): boolean {
  return text.length <= maxLength && offer.test(text);
}
