import type { Image } from '../../model/image.ts';

/** Parameters of an address that state the size or the encoding of a picture. */
const sizeParameter =
  /^(?:w|h|width|height|resize|fit|crop|quality|q|auto|format|fm|dpr|ssl|s|strip|zoom|size|sw|sh|imwidth|imheight|impolicy|im|rect|mode|scale|cb|ts|v|usm|sig|op|itok|disable|optimize|enable|type|ext|upscale|cs|bg|position|gravity)$/i;

/** Parts of a path that state nothing but a size: `800x600`, `w_800,c_fill`, `0_0_4000_2400`, `width=800,quality=80`. */
const sizePart =
  /^(?:\d{2,5}x\d{0,5}|x\d{2,5}|\d{1,5}(?:_\d{1,5}){3}|\d{2,4}w|[swh]\d{2,4}(?:-[a-z\d]{1,12}){0,8}|resize:\w{1,8}(?::\d{1,5}){1,2})$/i;

/** Part of a path that states what is cut out of a picture. The file in it is named after its width. */
const crop = /^\d{1,5}(?:_\d{1,5}){3}$/;
const sizeSetting =
  /^(?:w|h|c|q|f|g|t|ar|fl|dpr|width|height|fit|quality|format|resize|crop|size)(?:[_=][\w.:]{1,20}|-\d{1,5})$/i;

/** Ends of file names that state a size: `-800x600`, `-scaled`, `@2x`, `-768w`, `-thumbStandard`, `_large`. */
const sizeSuffix =
  /(?:[-_.]\d{2,5}[xX×]\d{2,5}(?:[-_]c)?|[-_]scaled|[-_]rotated|[-_]e\d{10,13}|@\dx|[-_]\d{2,4}(?:w|px)|[-_](?:thumb(?:nail|standard|large|wide)?|small|medium|mobile|large|articlelarge|articleinline|master\d{3,4}|x-?large|jumbo|superjumbo|full|original|orig|hires|square\d{2,4}|(?:small|medium|large)?(?:square|threebytwo|sixteenbynine)[a-z]*\d*))$/i;

/** Longer addresses are compared as they are. */
const maxLength = 2000;

/**
 * Returns the same text for the addresses of renditions of one picture: sizes, densities, encodings and the server are
 * ignored.
 */
// "https://a.example/fire-1024x768.jpg?w=300", "https://cdn.example/fire.webp" → "/fire"
export function pictureKey(address: string): string {
  const url = address.length > maxLength ? null : URL.parse(address);
  if (!url) return address;
  // Ghost has sizes in a folder of their own: `/content/images/size/w600/2024/a.jpg`.
  const all = url.pathname.replace(/\/size(?=\/w\d{2,4}(?:h\d{2,4})?\/)/, '').split('/');
  const isCrop = all.some((part) => crop.test(part));
  const parts = all.filter((part, index) => index === all.length - 1 || !isSizePart(part));
  // Photon of WordPress has the address of the original as its path.
  if (/^i\d\.wp\.com$/.test(url.hostname)) parts.splice(1, 1);
  const file = parts.pop() ?? '';
  let name = file.replace(/\.(?:jpe?g|png|gif|webp|avif|tiff?|heic|bmp)$/i, '');
  // Several may follow each other: `fire-scaled-1024x683`.
  for (let count = 0; count < 3; count++) name = name.replace(sizeSuffix, '') || name;
  // The Guardian does so.
  if (/^\d{2,5}$/.test(name) && (isCrop || parts.at(-1) === 'master')) {
    name = '';
    if (parts.at(-1) === 'master') parts.pop();
  }
  const others = [...url.searchParams].filter(([key]) => !sizeParameter.test(key));
  return [...parts, name].join('/').toLowerCase() + others.map(([key, value]) => `&${key}=${value}`).join('');
}

/** Pictures of accounts, counters and networks of advertisements. */
const ornament =
  /\/\/[^/]*(?:gravatar\.com|doubleclick\.net|feedburner\.com|feedsportal\.com|feedblitz\.com|pixel\.wp\.com|stats\.wordpress\.com|scorecardresearch\.com|adnxs\.com|amazon-adsystem\.com|googlesyndication\.com)\/|\/(?:avatars?|emoji|smilies|adserver)\/|s\.w\.org\/images\/core\/emoji|[/_-](?:logo|favicon|spacer|pixel|blank|tracking[-_]?pixel)(?:[-_.]?\d{1,4}(?:x\d{1,4})?|[-_.](?:white|black|small|large|dark|light))?\.(?:png|gif|svg|jpe?g|webp|ico)(?:\?|$)/i;

/** True for an address of a picture that belongs to a site or an advertisement, not to an article. */
export function isOrnament(address: string): boolean {
  return ornament.test(address);
}

/**
 * Returns one image for each picture, in the order of their first renditions: the largest, with the caption, credit and
 * alternative text of the others if it has none.
 */
export function onePerPicture(images: readonly Image[]): Image[] {
  const pictures = new Map<string, Image[]>();
  for (const [index, image] of images.entries()) {
    const key = image.url === null ? `#${index}` : pictureKey(image.url);
    const known = pictures.get(key);
    if (known) known.push(image);
    else pictures.set(key, [image]);
  }
  return [...pictures.values()].map(mergedRenditions);
}

/** Returns the largest of the renditions of one picture, with what the others state. There is at least one. */
export function mergedRenditions(renditions: readonly Image[]): Image {
  const [first = { url: null, caption: null, credit: null }] = renditions;
  const largest = renditions.reduce((best, image) => (widthOf(image) > widthOf(best) ? image : best), first);
  const stated = <Name extends 'caption' | 'credit' | 'alt'>(name: Name) =>
    largest[name] || renditions.find((image) => image[name])?.[name];
  const alt = stated('alt');
  return {
    ...largest,
    caption: stated('caption') ?? null,
    credit: stated('credit') ?? null,
    ...(alt !== undefined && { alt }),
  };
}

/** Returns the width as stated, else that in the address; an address without size is that of the original. */
function widthOf({ url, width }: Image): number {
  if (width !== undefined) return width;
  const text = url ?? '';
  const found =
    /[-_./]e?(\d{2,5})[xX×]\d{0,5}(?=[./_-]|$)/.exec(text)?.[1] ??
    /(?:[?&,/](?:w|width|imwidth|sw)[=_]|[?&](?:resize|fit|size)=)(\d{2,5})/i.exec(text)?.[1] ??
    /\/(?:master|\d{1,5}(?:_\d{1,5}){3})\/(\d{2,5})\./.exec(text)?.[1] ??
    /\/[sw](\d{2,4})(?:-[a-z\d]{1,12}){0,8}\//i.exec(text)?.[1] ??
    /[-_](\d{2,4})(?:w|px)\.\w+/.exec(text)?.[1];
  if (found !== undefined) return Number(found);
  if (/@[2-9]x\./.test(text)) return Number.MAX_VALUE;
  if (/[-_.](?:thumb|small|mobile)/i.test(text)) return 1;
  return /[-_](?:medium|large|square)[a-z]*\d*\.\w+(?:$|\?)/i.test(text) ? 2 : Number.MAX_SAFE_INTEGER;
}

function isSizePart(part: string): boolean {
  return (
    sizePart.test(part) || (part.length < 200 && part.split(',').every((each) => sizeSetting.test(each)))
  );
}
