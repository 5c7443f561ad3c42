import { type LanguageDetector, loadLanguageDetector } from './load-language-detector.ts';

let detector: LanguageDetector | undefined;

/** Number of characters to sample. More take longer and do not improve accuracy. */
const sampleLength = 1000;

/** Detects the language of a text with eld. Returns an ISO 639-1 code, or `und` if the result is not reliable. */
// "El jefe de la diplomacia europea dijo el domingo …" → "es"
export function detectLanguage(text: string): string {
  const found = eld().detect(text.slice(0, sampleLength));
  return found.language && found.isReliable() ? found.language : 'und';
}

/** Loads the detector on first use, because a server without imports can save its memory. */
function eld(): LanguageDetector {
  detector ??= loadLanguageDetector();
  return detector;
}
