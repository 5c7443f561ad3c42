import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { settings } from '../../../src/config.ts';
import { routes } from '../../../src/routes/table.ts';
import { createMetrics } from '../../../src/server/metrics/create-metrics.ts';
import { openSampleApp, type SampleApp } from '../../routes/sample-app.ts';

const Dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      description: z.string(),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      targets: z.array(z.object({ expr: z.string() })).min(1),
    }),
  ),
  templating: z.object({ list: z.array(z.object({ query: z.unknown() })) }),
});
const Rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({ alert: z.string(), expr: z.string(), annotations: z.object({ summary: z.string() }) }),
      ),
    }),
  ),
});

const dashboard = Dashboard.parse(JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8')));
const rules = Rules.parse(parse(readFileSync('deploy/prometheus-rules.yaml', 'utf8')));
const manifest = readFileSync('deploy/kubernetes.yaml', 'utf8');
const unit = readFileSync('deploy/dateline.service', 'utf8');

let sample: SampleApp;
let exposed: Set<string>;
let labels: Set<string>;
beforeAll(async () => {
  sample = await openSampleApp();
  const { read } = createMetrics(sample.archive, { version: '1.2.3', process: 1 });
  const text = await read();
  exposed = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
  labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, name = '']) => name));
  // Those that only a counted request has, and what Prometheus and the alerts themselves add.
  for (const label of ['method', 'route', 'status', 'kept', 'le', 'instance', 'severity']) labels.add(label);
});
afterAll(() => sample.close());

const expressions = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: title, expr }))),
  ...dashboard.templating.list.map(({ query }) => ({ where: 'variables', expr: JSON.stringify(query) })),
  ...rules.groups.flatMap(({ rules: all }) => all.map(({ alert, expr }) => ({ where: alert, expr }))),
];

describe('the dashboard and the alerts', () => {
  test.each(expressions)('$where asks for metrics that there are: $expr', ({ expr }) => {
    const bare = expr.replace(/\{[^}]*\}/g, '');
    const names = [...bare.matchAll(/\b(?:dateline|nodejs|process)_\w+/g)].map(([name]) => name);
    expect(names.filter((name) => !exposed.has(name.replace(/_(bucket|count|sum)$/, '')))).toEqual([]);
  });

  test.each(expressions)('$where selects by labels that there are: $expr', ({ expr }) => {
    const selected = [...expr.matchAll(/[{,]\s*(\w+)(?:=~|!~|!=|=)"/g)].map(([, name = '']) => name);
    const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/, */));
    expect([...selected, ...grouped].filter((name) => !labels.has(name))).toEqual([]);
  });

  test('name only routes that there are', () => {
    const named = expressions.flatMap(({ expr }) =>
      [...expr.matchAll(/route!?="([^"]+)"/g)].map(([, one]) => one),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !routes.some((route) => route.path === path))).toEqual([]);
  });

  test('no two panels lie on each other or have one id', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe('the Kubernetes manifest', () => {
  const documents = parseAllDocuments(manifest);

  test('parses, and each object says what it is', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
    expect(documents.map((document) => document.get('kind'))).toEqual([
      'ConfigMap',
      'Service',
      'StatefulSet',
    ]);
  });

  test('probes addresses that the program answers', () => {
    const paths = [...manifest.matchAll(/httpGet: \{ path: (\S+),/g)].map(([, path]) => path);
    expect(paths).toHaveLength(3);
    expect(paths.filter((path) => !routes.some((route) => route.path === path))).toEqual([]);
  });

  test('sets only settings that there are', () => {
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(documents[0]?.toJSON());
    expect(Object.keys(data).filter((name) => !(name in settings))).toEqual([]);
  });

  test('names every port that it refers to', () => {
    const named = [...manifest.matchAll(/\{ name: (\w+), containerPort/g)].map(([, name]) => name);
    const referred = [...manifest.matchAll(/(?:targetPort|[^\w]port): ([a-z]+)/g)].map(([, name]) => name);
    expect(referred.filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('the systemd unit', () => {
  const lines = unit.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  test('holds sections and assignments alone', () => {
    expect(lines.filter((line) => !/^(\[(Unit|Service|Install)\]|[A-Z]\w*=.*)$/.test(line))).toEqual([]);
  });

  test('starts a file that there is, with settings that there are', () => {
    const [, program = ''] = /^ExecStart=\S+ (\S+) serve$/m.exec(unit) ?? [];
    expect(existsSync(program)).toBe(true);
    const ofOthers = ['NODE_ENV', 'NODE_COMPILE_CACHE', 'MALLOC_ARENA_MAX'];
    const names = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name = '']) => name);
    expect(names.filter((name) => !ofOthers.includes(name) && !(name in settings))).toEqual([]);
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  test.skipIf(!analyze)('is found good by systemd (skipped where there is none)', () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', './deploy/dateline.service'], {
      encoding: 'utf8',
    });
    // That the program is not installed on this machine is no fault of the unit.
    const faults = stderr.split('\n').filter((line) => line !== '' && !/not executable/.test(line));
    expect(faults).toEqual([]);
  });
});
