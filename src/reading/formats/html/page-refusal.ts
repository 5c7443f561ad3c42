import { isConsentPage } from './consent-page.ts';
import type { PageDocument } from './open-page.ts';
import { plainText } from './plain-text.ts';
import { isTeaserList } from './teaser-list.ts';

/** Signs of the kind of a page, apart from its text. */
export interface PageSigns {
  /** Its title and first heading. */
  lines: string[];
  /** True if it lists other articles, and is none by its paragraphs. */
  isTeaserList: boolean;
  /** True if it has a field for a password. */
  asksForPassword: boolean;
  /** Kind of the page if it has no text. */
  ifEmpty: string | undefined;
}

/** Reads the signs of a page, before Readability takes it apart. */
export function pageSigns(document: PageDocument): PageSigns {
  const lines = ['title', 'h1, h2'].map((selector) =>
    plainText(document.querySelector(selector)?.textContent ?? ''),
  );
  return {
    lines,
    isTeaserList: isTeaserList(document, lines),
    asksForPassword: document.querySelector('input[type="password" i]') !== null,
    ifEmpty: emptyPage(document),
  };
}

/** Pages that servers, guards and shells send instead of an article have less text. */
const maxLength = 1500;

/** Titles of error pages in many languages, which say nothing else. */
const errorTitle =
  /^\W*(?:error\s+|http\s+)?(?:[45]\d\d\b(?!\s*(?:\p{L}+\s+){4})|(?:the )?(?:page|site|article|content|story|file|document)(?: you(?:'re| are)? \w+(?: for)?)? (?:is |was |could |can)?(?:not|n.t|no longer)\b.{0,20}(?:found|available|exist)|(?:page |file )?not found|(?:access|permission) (?:is |was )?denied|forbidden|bad (?:gateway|request)|(?:internal )?server error|service (?:temporarily )?unavailable|gateway time-?out|too many requests|unauthori[sz]ed|(?:oops|sorry|whoops)\b|seite (?:wurde )?nicht gefunden|zugriff verweigert|page (?:non trouvée|introuvable)|accès (?:refusé|interdit)|página no encontrada|acceso denegado|pagina non trovata|accesso negato|página não encontrada|acesso negado|pagina niet gevonden|sidan (?:kunde inte )?hittades? inte|sid(?:an|en) (?:blev |ble )?(?:kunde )?(?:ikke|inte) (?:fundet|funnet|hittas)|sivua ei löydy|(?:nie znaleziono|strona nie)|stránka nenalezena|az oldal nem található|страница не найдена|сторінку не знайдено|доступ (?:запрещён|запрещен)|η σελίδα δεν βρέθηκε|sayfa bulunamadı|trang không tồn tại|الصفحة غير موجودة|הדף לא נמצא|(?:页面|網頁|网页|頁面)(?:不存在|未找到|找不到)|找不到(?:页面|頁面|网页|網頁)|ページが見つかりません|페이지를 찾을 수 없습니다)/iu;

/** Titles and lines of checks for robots. */
const guard =
  /^\W*(?:just a moment|attention required|one more step|please wait\W|checking (?:your browser|if the site)|verif(?:y|ying) (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|robot check|security check|ddos protection|pardon our interruption|please verify|human verification|(?:access to this page has been|you have been) (?:denied|blocked))/i;
const guardText =
  /captcha|cloudflare|unusual traffic|enable (?:javascript and )?cookies to continue|not a robot|ray id|perimeterx|datadome|akamai/i;

const script =
  /(?:enable|requires?|need|turn on|activate|aktivier\w*|activer|activ(?:a|ar|e)|abilita\w*|habilit\w*|inschakelen|включит\w*)\b.{0,60}java\s?script|java\s?script.{0,60}(?:enabled?|required|disabled|turned off|deaktiviert|aktivieren|désactivé|desactivado|disabilitato|отключ)/iu;

const signIn =
  /^\W*(?:please )?(?:log ?[io]n|sign ?in|anmelden|anmeldung|einloggen|login|connexion|se connecter|connectez-vous|identifiez-vous|iniciar sesión|inicia sesión|acced[ei]r?|entrar|iniciar sessão|inloggen|aanmelden|logga in|log ind|logg inn|kirjaudu|zaloguj|přihlá|bejelentkezés|войти|вход|увійти|σύνδεση|giriş yap|đăng nhập|تسجيل الدخول|התחבר|登录|登入|登錄|ログイン|로그인)/iu;

/** Returns what a page is instead of an article, and what to do; undefined for an article. */
// <title>404 Not Found</title> → 'an error page ("404 Not Found"), not an article; fetch the page again'
export function pageRefusal(
  { lines, isTeaserList, asksForPassword, ifEmpty }: PageSigns,
  { text, isStatedArticle, isSigned }: { text: string; isStatedArticle: boolean; isSigned: boolean },
): string | undefined {
  if (!isStatedArticle && isTeaserList)
    return 'a list of articles, not one; import the articles that it links';
  if (text.length > maxLength || (isStatedArticle && text.length > 200)) return undefined;
  const named = (pattern: RegExp) => lines.find((line) => line !== '' && pattern.test(line))?.slice(0, 80);
  const guarded = named(guard);
  if (guarded !== undefined && (guardText.test(text) || text.length < 400))
    return `a check for robots ("${guarded}"), not an article; save the page from a browser`;
  const error = named(errorTitle);
  if (error !== undefined && !isStatedArticle)
    return `an error page ("${error}"), not an article; fetch the page again`;
  if (!isStatedArticle && !isSigned && isConsentPage(lines, text))
    return 'a request for consent, not an article; answer it in a browser and save the page';
  if (asksForPassword && !isStatedArticle && text.length < 600 && named(signIn) !== undefined)
    return 'a form for signing in, not an article; sign in with a browser and save the page';
  if (text.length > 300) return undefined;
  if (script.test(text)) return shell;
  return text === '' ? ifEmpty : undefined;
}

const shell = 'a page that a script fills in; save it from a browser when it has loaded';

/** Returns what a page without text is. */
function emptyPage(document: PageDocument): string | undefined {
  if (document.querySelector('frameset')) return 'a page of frames; import the pages of its frames';
  const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content') ?? '';
  const [, target] = /url\s*=\s*['"]?([^'"\s]+)/i.exec(refresh) ?? [];
  if (target !== undefined) return `a page that leads to ${target.slice(0, 200)}; import that page`;
  for (const element of document.querySelectorAll('noscript'))
    if (script.test(element.textContent ?? '')) return shell;
  const root = document.querySelector(
    '#root, #app, #__next, #__nuxt, #___gatsby, app-root, [data-reactroot]',
  );
  return root && document.querySelector('script') ? shell : undefined;
}
