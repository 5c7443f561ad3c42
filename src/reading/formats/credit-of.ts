/** Returns a credit line without the dashes that part it from the text: `STT–` → `STT`. */
export function creditOf(line: string | null | undefined): string | null {
  const credit = line?.trim().slice(0, 200) ?? '';
  return credit.replace(/^[–—-]\s?|\s?[–—-]$/g, '').trim() || null;
}
