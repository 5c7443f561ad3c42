/** Time zones by abbreviation. An offset where the name implies one (RFC 5322, section 4.3), else an IANA zone. */
const zones: Record<string, string> = {
  z: 'UTC',
  ut: 'UTC',
  utc: 'UTC',
  gmt: 'UTC',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  akst: '-09:00',
  akdt: '-08:00',
  hst: '-10:00',
  ast: '-04:00',
  adt: '-03:00',
  nst: '-03:30',
  ndt: '-02:30',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  brt: '-03:00',
  art: '-03:00',
  wet: '+00:00',
  west: '+01:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  trt: '+03:00',
  cat: '+02:00',
  eat: '+03:00',
  wat: '+01:00',
  sast: '+02:00',
  gst: '+04:00',
  pkt: '+05:00',
  ist: '+05:30',
  ict: '+07:00',
  wib: '+07:00',
  wita: '+08:00',
  wit: '+09:00',
  hkt: '+08:00',
  sgt: '+08:00',
  myt: '+08:00',
  pht: '+08:00',
  awst: '+08:00',
  kst: '+09:00',
  jst: '+09:00',
  acst: '+09:30',
  acdt: '+10:30',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
};

/** Zones where an abbreviation has another meaning. For a source in one of them, it means the source's zone. */
const localMeanings: Record<string, string[]> = {
  ist: ['Asia/Jerusalem', 'Europe/Dublin'],
  cst: ['Asia/Shanghai', 'Asia/Taipei', 'America/Havana'],
  bst: ['Asia/Dhaka'],
  ast: ['Asia/Riyadh'],
};

/**
 * Returns the offset or IANA zone of a printed zone name; undefined if unknown. An ambiguous abbreviation means the
 * source's zone if that is one of the candidates.
 */
// "KST" → "+09:00", "GMT" → "UTC", "ET" → "America/New_York", "GMT+9" → "+09:00", "Asia/Seoul" → "Asia/Seoul"
export function zoneOf(name: string, sourceZone: string | null): string | undefined {
  const key = name.toLowerCase();
  if (sourceZone && localMeanings[key]?.includes(sourceZone)) return sourceZone;
  const known = Object.hasOwn(zones, key) ? zones[key] : undefined;
  if (known) return known;
  const offset = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(name.replace('−', '-'));
  if (offset) {
    const [, sign = '+', hours = '0', minutes = '00'] = offset;
    return Number(hours) > 14 || Number(minutes) > 59
      ? undefined
      : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  return name.includes('/') && isZone(name) ? name : undefined;
}

/** True for an IANA zone that this Node knows. */
function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
