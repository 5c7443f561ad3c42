/** True for a page that asks for consent to cookies: by its title and words, or because it speaks of itself as "we". */
export function isConsentPage(lines: string[], text: string): boolean {
  const whole = [...lines, text].join('\n');
  const words = whole.match(consentWord) ?? [];
  if (lines.some((line) => consentTitle.test(line)) && (text.match(consentWord) ?? []).length >= 3)
    return true;
  return words.length > 0 && ownVoice.test(whole);
}

const consentTitle =
  /cookies?\b|consent|privacy|before you continue|datenschutz|privatsphäre|einwilligung|zustimm|vie privée|consentement|privacidad|consentimiento|tus datos|riservatezza|privacidade|toestemming|samtycke|samtykke|プライバシー|隐私|隱私|개인정보/iu;
const consentWord =
  /cookies?|partners?\b|consent|einwilligung|zustimm|consentement|consentimiento|consenso|toestemming|samtyck|samtykk|同意|동의|куки|privacy center|データ/giu;

/** Phrases in which a site speaks of its own cookies, as articles about them do not. */
const ownVoice = new RegExp(
  [
    String.raw`\bwe (?:and|&|value your privacy|care about your privacy|respect your privacy|use (?:\p{L}+ ){0,3}cookies|use cookies|need your consent)|\b(?:our|\d+) (?:\p{L}+ )?partners (?:store|use|process|and)|(?:accept|allow|enable) (?:all )?cookies to (?:continue|proceed|read|view)|your privacy (?:matters|choices|is important)`,
    String.raw`\bwir (?:und (?:unsere|\d+)|verwenden (?:\p{L}+ )?cookies|nutzen (?:\p{L}+ )?cookies|benötigen ihre (?:zustimmung|einwilligung))|ihrer (?:zustimmung|einwilligung) (?:verarbeiten|nutzen|verwenden) wir|(?:wir|uns) und unsere(?:n)? partner`,
    String.raw`nous et nos (?:\d+ )?partenaires|nos partenaires et nous|nous utilisons des cookies|avec votre (?:accord|consentement),? (?:nous|nos)`,
    String.raw`nosotros y nuestros|(?:utilizamos|usamos) cookies|nuestros (?:\d+ )?socios|con su (?:acuerdo|consentimiento),? nosotros`,
    `noi e i nostri|(?:utilizziamo|usiamo) (?:i )?cookie|nós e os nossos|(?:utilizamos|usamos) cookies`,
    String.raw`wij en onze|wij gebruiken cookies|we gebruiken cookies|vi och våra|vi använder (?:\p{L}+ )?(?:cookies|kakor)|vi og vores|vi (?:bruger|bruker) (?:\p{L}+ )?cookies`,
    `мы (?:и наши партн[её]ры|используем (?:файлы )?(?:cookie|куки))|korzystamy z plików cookie|my i nasi partnerzy`,
    String.raw`(?:当サイト|本サイト|当社).{0,20}(?:cookie|クッキー)|我[们們]使用\s?cookie|cookie를 사용합니다|쿠키를 사용`,
  ].join('|'),
  'iu',
);
