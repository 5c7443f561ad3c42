import { expect, test } from 'vitest';
import { emptyReport, noteResult } from '../../src/importing/report.ts';
import { reportLines } from '../../src/importing/report-lines.ts';

test('a kill of an article that is not stored is listed with its reason', () => {
  const report = emptyReport();
  const reason = 'withdraws an article (MANDATORY KILL is "KILL")';
  noteResult(
    report,
    { outcome: 'not-stored' },
    { outcome: 'withdrawn', path: 'a', line: 3, reason, until: null },
  );
  expect([reportLines(report)].flat().join('\n')).toContain(`a:3: ${reason}, which is not in the archive`);
});
