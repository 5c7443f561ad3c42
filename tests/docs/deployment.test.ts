import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { settings } from '../../src/config.ts';

const page = readFileSync('docs/operating.md', 'utf8');

/** Cells of the rows of a table below a heading, by the first cell. */
function tableBelow(heading: string): Map<string, string[]> {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const rows = section.split('\n## ')[0]?.match(/^\|.*\|$/gm) ?? [];
  return new Map(
    rows.map((row) => {
      const [first = '', ...cells] = row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return [first, cells];
    }),
  );
}

/** Values of a setting in the systemd unit. */
function unit(name: string): string[] {
  const lines = readFileSync('deploy/dateline.service', 'utf8').split('\n');
  return lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));
}

/** Parses `20s`, `20`, `1G`, `1Gi` and `1g`: seconds and bytes. */
function amount(text: string): number {
  const units: Record<string, number> = { '': 1, s: 1, mi: 2 ** 20, m: 2 ** 20, gi: 2 ** 30, g: 2 ** 30 };
  const [, number = '', suffix = ''] = /^(\d+)(\w*)$/.exec(text) ?? [];
  return Number(number) * (units[suffix.toLowerCase()] ?? Number.NaN);
}

const Probe = z.strictObject({
  httpGet: z.object({ path: z.string(), port: z.literal('http') }),
  periodSeconds: z.int(),
  timeoutSeconds: z.int().default(1),
  failureThreshold: z.int().default(3),
});
const Container = z.object({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()),
  envFrom: z.array(z.unknown()),
  securityContext: z.unknown(),
  volumeMounts: z.array(z.unknown()),
  resources: z.object({
    requests: z.object({ memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
});
const Pod = z.object({
  terminationGracePeriodSeconds: z.int(),
  initContainers: z.array(Container),
  containers: z.tuple([
    Container.extend({
      startupProbe: Probe,
      readinessProbe: Probe,
      livenessProbe: Probe,
      lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.int() }) }) }),
    }),
  ]),
});
const manifests = parseAllDocuments(readFileSync('deploy/kubernetes.yaml', 'utf8')).map((one) => one.toJS());
const pod = Pod.parse(manifests.find(({ kind }) => kind === 'StatefulSet')?.spec.template.spec);
const config: Record<string, string> = manifests.find(({ kind }) => kind === 'ConfigMap')?.data;
const compose = z
  .object({
    mem_limit: z.string(),
    stop_grace_period: z.string(),
    environment: z.record(z.string(), z.unknown()),
  })
  .parse(parseAllDocuments(readFileSync('compose.yaml', 'utf8'))[0]?.toJS().services.dateline);
const environment = new Map(unit('Environment').map((line) => line.split('=') as [string, string]));
const [server] = pod.containers;

const graceSeconds = Number(settings.SHUTDOWN_GRACE_MS.default) / 1000;
/** A supervisor kills its processes half a second after the grace time. */
const marginSeconds = 2;

const deployments = {
  systemd: {
    processes: Number(environment.get('WEB_CONCURRENCY') ?? settings.WEB_CONCURRENCY.default),
    memory: amount(unit('MemoryMax')[0] ?? ''),
    stopSeconds: amount(unit('TimeoutStopSec')[0] ?? ''),
    servesOnSeconds: 0,
    changed: environment.has('SHUTDOWN_GRACE_MS') || environment.has('READER_PROCESSES'),
  },
  compose: {
    processes: Number(compose.environment.WEB_CONCURRENCY ?? settings.WEB_CONCURRENCY.default),
    memory: amount(compose.mem_limit),
    stopSeconds: amount(compose.stop_grace_period),
    servesOnSeconds: 0,
    changed: 'SHUTDOWN_GRACE_MS' in compose.environment || 'READER_PROCESSES' in compose.environment,
  },
  Kubernetes: {
    processes: Number(config.WEB_CONCURRENCY ?? settings.WEB_CONCURRENCY.default),
    memory: amount(server.resources.limits.memory),
    stopSeconds: pod.terminationGracePeriodSeconds,
    servesOnSeconds: server.lifecycle.preStop.sleep.seconds,
    changed: 'SHUTDOWN_GRACE_MS' in config || 'READER_PROCESSES' in config,
  },
};

describe.each(Object.entries(deployments))('%s', (name, deployment) => {
  const column = Object.keys(deployments).indexOf(name);
  const shown = (row: string) => tableBelow('Limits of the deployments').get(row)?.[column];

  test('has the limits that docs/operating.md lists', () => {
    const { processes, memory, stopSeconds, servesOnSeconds, changed } = deployment;
    expect(changed).toBe(false);
    expect(shown('`WEB_CONCURRENCY`')).toBe(String(processes));
    expect(shown('Memory limit')).toBe(`${memory / 2 ** 30} GiB`);
    expect(shown('Requests in flight get (`SHUTDOWN_GRACE_MS`)')).toBe(`${graceSeconds} s`);
    const [killed, serves = '0'] = shown('Killed after')?.match(/\d+/g) ?? [];
    expect([killed, serves]).toEqual([String(stopSeconds), String(servesOnSeconds)]);
  });

  test('kills the server only after its grace time', () => {
    const { stopSeconds, servesOnSeconds } = deployment;
    expect(stopSeconds).toBeGreaterThanOrEqual(servesOnSeconds + graceSeconds + marginSeconds);
  });

  test('has memory for all processes', () => {
    const MiB = (row: string) => Number.parseInt(tableBelow('Memory').get(row)?.[0] ?? '', 10);
    const { processes, memory } = deployment;
    const readers = Number(settings.READER_PROCESSES.default);
    const parser = MiB('Process that [parses documents](parsing.md)');
    const needed =
      processes * (MiB('Serving process') + readers * MiB('Reader of a serving process') + parser);
    expect(needed).toBeGreaterThan(0);
    const supervisor = processes > 1 ? MiB('Supervisor') : 0;
    // The rest is left for what SQLite reads.
    expect((needed + supervisor) * 2 ** 20).toBeLessThan(memory * 0.85);
  });
});

test('no limit of time ends a migration', () => {
  expect(unit('TimeoutStartSec')).toEqual(['infinity']);
  expect(unit('ExecStartPre').some((line) => line.endsWith('src/main.js migrate'))).toBe(true);
  const [migrate] = pod.initContainers;
  expect(migrate).toEqual({ ...Container.parse(server), name: 'migrate', args: ['migrate'] });
});

test('probes look at what they decide about', () => {
  const paths = [server.startupProbe, server.readinessProbe, server.livenessProbe].map(
    ({ httpGet }) => httpGet.path,
  );
  expect(paths).toEqual(['/readyz', '/readyz', '/healthz']);
  expect(readFileSync('Dockerfile', 'utf8')).toMatch(/^HEALTHCHECK .*\n.*\/healthz/m);
  expect(tableBelow('Limits of the deployments').get('Restarted if')?.[2]).toContain('fails three times');
  expect(server.livenessProbe.failureThreshold).toBe(3);
});

test('docs/operating.md says nothing twice', () => {
  const paragraphs = page.split(/\n{2,}/).filter((paragraph) => !/^(#|```|\|)/.test(paragraph));
  const sentences = paragraphs.flatMap((paragraph) => paragraph.replaceAll('\n', ' ').split(/(?<=[.:]) /));
  const long = sentences.filter((sentence) => sentence.length > 30);
  expect(long.filter((sentence, index) => long.indexOf(sentence) !== index)).toEqual([]);
});
