const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Returns the writing direction of a language (BCP 47 tag); `auto` if unknown. */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  if (primary === 'und' || primary === '') return 'auto';
  if (rest.includes('arab') || rest.includes('hebr')) return 'rtl';
  return rightToLeft.has(primary) && !rest.includes('latn') ? 'rtl' : 'ltr';
}
