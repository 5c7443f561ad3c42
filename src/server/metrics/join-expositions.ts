/**
 * Merges the metrics of several processes, in the Prometheus text format, which requires all samples of a
 * metric in one block. Samples differ by the label `process`, so nothing is summed.
 */
// ["# HELP a A.\n# TYPE a gauge\na{process=\"1\"} 5", "# HELP a A.\n# TYPE a gauge\na{process=\"2\"} 7"]
//   → "# HELP a A.\n# TYPE a gauge\na{process=\"1\"} 5\na{process=\"2\"} 7\n"
export function joinExpositions(texts: string[]): string {
  const blocks = new Map<string, string[]>();
  for (const text of texts) {
    for (const block of text.split(/^(?=# HELP )/m)) {
      const [help = '', type = '', ...samples] = block.trim().split('\n');
      if (help === '') continue;
      const known = blocks.get(help) ?? [help, type];
      known.push(...samples);
      blocks.set(help, known);
    }
  }
  return [...blocks.values()].map((lines) => `${lines.join('\n')}\n`).join('\n');
}
