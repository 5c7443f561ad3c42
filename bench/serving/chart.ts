import type { Row } from './result.ts';

const bar = { height: 14, gap: 2, left: 190, width: 560, colours: ['#1d4ed8', '#60a5fa', '#9ca3af'] };

/** The rows of the smallest archive as bars in SVG, on a logarithmic scale: ours hot and cold, the limit, the peers. */
export function drawChart(rows: Row[]): string {
  const smallest = Math.min(...rows.map(({ size }) => size));
  const kinds = Map.groupBy(
    rows.filter(({ size }) => size === smallest),
    ({ query }) => query,
  );
  const groups = [...kinds].map(([query, both]) => {
    const rate = (cache: Row['cache']) => both.find((row) => row.cache === cache)?.requestsPerSecond ?? 0;
    const bars = [
      { name: 'Dateline, hot', value: rate('hot') },
      { name: 'Dateline, cold', value: rate('cold') },
      { name: 'the limit', value: both[0]?.limitRequestsPerSecond ?? 0 },
      ...(both[0]?.peers ?? []).map(({ name, requestsPerSecond }) => ({ name, value: requestsPerSecond })),
    ];
    return { query, bars };
  });
  const largest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const length = (value: number) =>
    Math.max(1, (Math.log10(Math.max(1, value)) / Math.log10(largest)) * bar.width);
  const parts: string[] = [];
  let y = 34;
  for (const { query, bars } of groups) {
    parts.push(`<text x="0" y="${y + 12}" font-weight="600">${query}</text>`);
    y += 20;
    for (const [index, { name, value }] of bars.entries()) {
      const colour = bar.colours[Math.min(index, 2)];
      const long = length(value);
      parts.push(
        `<text x="${bar.left - 8}" y="${y + 11}" text-anchor="end">${name}</text>`,
        `<rect x="${bar.left}" y="${y}" width="${long.toFixed(1)}" height="${bar.height}" fill="${colour}"/>`,
        `<text x="${(bar.left + long + 6).toFixed(1)}" y="${y + 11}">${Math.round(value).toLocaleString('en')}</text>`,
      );
      y += bar.height + bar.gap;
    }
    y += 12;
  }
  const title = `Requests per second over ${smallest.toLocaleString('en')} articles (logarithmic)`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 ${y}" width="860" height="${y}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="#111827">
<rect width="860" height="${y}" fill="#ffffff"/>
<text x="0" y="16" font-size="14" font-weight="600">${title}</text>
${parts.join('\n')}
</svg>
`;
}
