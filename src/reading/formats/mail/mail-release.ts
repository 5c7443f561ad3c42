import type { ReleaseField } from '../../release/release-statements.ts';
import { wireRelease } from '../../release/wire-release.ts';
import { withoutMarks } from './subject-marks.ts';

/** Words for drafts and for kills before a subject, in the languages of the agencies. */
const draftWord =
  /^(?:(?:first|early|press release)\s)?(?:draft|entwurf|brouillon|borrador|bozza|rascunho|utkast|kladde|udkast|luonnos|szkic|koncept|piszkozat|ciornă|taslak|черновик|чернетка|πρόχειρο|下書き|草稿|초안|مسودة)(?:\s(?:only|release|text|v?\d+))?$/iu;
const killWord =
  /^(?:(?:mandatory|bulletin|story|urgent)\s)*(?:kill(?:ed)?|withdrawn|retract(?:ed|ion)|annulation|annulé|storno|zurückgezogen|anulación|anulad[ao]|annullamento|annullat[ao]|retirad[ao]|anulação|ingetrokken|återkallad|отозвано)(?:\s(?:kill|notice|story))*$/iu;

/** Marks between the parts of a subject: `Press release - embargoed until 6 March - Bridge reopens`. */
const between = /[()[\]|{}]|\s[-–—/]+\s/;

/**
 * Returns what a mail states about its publication: in its subjects, also behind the marks of a forwarded mail, and in
 * the lines of all its parts. Programs show only one part, and senders may mark only the other.
 */
export function mailRelease(subjects: readonly (string | null)[], lines: readonly string[]): ReleaseField[] {
  const parts = subjects.flatMap((subject) => {
    const unmarked = withoutMarks(subject ?? '', false);
    return [subject ?? '', unmarked, ...unmarked.split(between)];
  });
  const marks = subjects.flatMap((subject) => labelsOf(withoutMarks(subject ?? '', false)));
  const draft = marks.find((mark) => draftWord.test(mark));
  const kill = marks.find((mark) => killWord.test(mark));
  const stated: ReleaseField[] = [
    ...(draft === undefined ? [] : [{ name: 'DRAFT', means: 'unpublished' as const, value: draft }]),
    ...(kill === undefined ? [] : [{ name: 'MANDATORY KILL', means: 'withdrawn' as const, value: kill }]),
  ];
  const fields = [...stated, ...parts, ...lines].flatMap((line) =>
    typeof line === 'string' ? (wireRelease(line.trim()) ?? []) : [line],
  );
  return [...new Map(fields.map((field) => [`${field.name} ${field.value}`, field])).values()];
}

/** Returns the labels of a subject: what stands in brackets at either end, before a colon, or in capitals before a dash. */
// "[DRAFT] Bridge reopens" → ["DRAFT"]; "KILL: Bridge reopens" → ["KILL"]
function labelsOf(subject: string): string[] {
  const found = [
    /^[[({*]+([^\])}*]{2,30})[\])}*]+/u.exec(subject)?.[1],
    /[[(]([^\])]{2,30})[\])]$/u.exec(subject)?.[1],
    /^([^:：]{2,30}?)\s?[:：]/u.exec(subject)?.[1],
    /^([^\p{Ll}–—-]{2,30}?)\s[–—-]+\s/u.exec(subject)?.[1],
  ];
  return found.flatMap((label) => (label === undefined ? [] : [label.trim()]));
}
