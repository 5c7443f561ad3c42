import type { ReleaseField } from '../../release/release-statements.ts';
import { wireRelease } from '../../release/wire-release.ts';
import { withoutMarks } from './subject-marks.ts';

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
  const fields = [...parts, ...lines].flatMap((line) => wireRelease(line.trim()) ?? []);
  return [...new Map(fields.map((field) => [`${field.name} ${field.value}`, field])).values()];
}
