import type { Attributes } from './read-image.ts';

/** Hosts of trackers, advertisements, avatars and buttons. */
const hosts =
  /(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|google-analytics\.com|scorecardresearch\.com|quantserve\.com|amazon-adsystem\.com|adnxs\.com|gravatar\.com|pixel\.wp\.com|stats\.wp\.com|feedburner\.com|feedblitz\.com|addtoany\.com|addthis\.com|sharethis\.com|paypalobjects\.com|s\.w\.org|pubads\.g\..*|ads?\d?\.[\w.-]+)$/i;

/** Parts of a path or a file name that are the whole of it, or stand apart in it. */
const parts =
  /(?:^|[/_.-])(?:logos?|favicon|apple-touch-icon|icons?|sprites?|avatars?|gravatar|emojis?|smileys?|smilies|advert(?:isements?|ising|s)?|adserver|adbanner|ad[-_]?banner|banner[-_]?ads?|beacon|tracking|tracker|pixel|spacer|share[-_](?:button|icon|image)s?|social[-_](?:icon|share|default|media)s?|default[-_](?:image|thumb(?:nail)?|og|share|avatar)|og[-_]?(?:default|image[-_]default)|fallback|no[-_]?image|btn|buttons?)(?:[-_]?\d+(?:x\d+)?)?(?=[/_.-]|$)/i;

/** Names of services that are the whole name of a file: `facebook.png`, `twitter-32.png`. */
const services =
  /\/(?:facebook|twitter|x|instagram|linkedin|whatsapp|pinterest|youtube|telegram|rss|email|print)(?:[-_](?:icon|logo|share|white|black|\d+))*\.\w+$/i;

const classes =
  /(?:^|[\s_-])(?:avatar|icon|logo|emoji|wp-smiley|tracking|pixel|sprite|adsbygoogle|author-(?:image|photo|img))(?:$|[\s_-])/i;
const alternatives =
  /^(?:logo|.{0,30}\slogo|advertisement|advertising|ad|avatar|icon|share|spacer|profile (?:picture|photo))$/i;

/** Sides of an icon, in pixels. */
const maxIconSize = 64;

/** True for a picture that belongs to the page and not to the article: a logo, an avatar, an advertisement, a pixel. */
export function isFurniturePicture(url: string, attributes: Attributes = {}): boolean {
  const address = URL.parse(url);
  if (!address) return true;
  const sides = [attributes.width, attributes.height]
    .filter((side) => side !== undefined && /^\d+(?:px)?$/.test(side.trim()))
    .map((side) => Number.parseInt(side ?? '', 10));
  if (sides.some((side) => side <= 2) || (sides.length === 2 && Math.max(...sides) <= maxIconSize))
    return true;
  if (/display\s*:\s*none/i.test(attributes.style ?? '')) return true;
  return (
    hosts.test(address.hostname) ||
    parts.test(lastParts(address.pathname)) ||
    services.test(address.pathname) ||
    classes.test(attributes.class ?? '') ||
    alternatives.test(attributes.alt?.trim() ?? '')
  );
}

/** The last three parts of a path, for the folders before them may be those of a whole site: `/icons-of-rome/2024/…`. */
function lastParts(path: string): string {
  return path.split('/').slice(-3).join('/');
}
