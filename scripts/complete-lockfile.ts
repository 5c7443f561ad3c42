/**
 * `npm run lockfile`: adds to package-lock.json the optional packages for other platforms that npm left out.
 *
 * npm silently leaves out an optional package that the registry at hand does not have, as mirrors do with builds for
 * platforms that nobody there uses; and then `npm ci` refuses the lock file as incomplete, everywhere. An entry with
 * version and platform is enough for npm to pass it by here and to fetch it where it is wanted.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const Entry = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const Lockfile = z.looseObject({ packages: z.record(z.string(), Entry) });

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

/** `@biomejs/cli-linux-x64-musl` → linux, x64, musl */
function platformOf(name: string) {
  const words = name.split(/[-/]/);
  const os = systems.find(
    (system) => words.includes(system) || words.includes(system.replace('linux', 'linuxmusl')),
  );
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = words.some((word) => /musl/.test(word))
    ? 'musl'
    : words.some((word) => /^gnu/.test(word))
      ? 'glibc'
      : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

const path = 'package-lock.json';
const lockfile = Lockfile.parse(JSON.parse(await readFile(path, 'utf8')));
const present = new Set(
  Object.keys(lockfile.packages).map((place) => place.slice(place.lastIndexOf('node_modules/') + 13)),
);
let added = 0;
for (const { dev, optionalDependencies = {} } of Object.values(lockfile.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (present.has(name)) continue;
    present.add(name);
    lockfile.packages[`node_modules/${name}`] = {
      version: range.replace(/^[^\d]*/, ''),
      ...platformOf(name),
      ...(dev && { dev }),
      optional: true,
    };
    added++;
  }
}
const places = Object.keys(lockfile.packages).sort((a, b) => a.localeCompare(b, 'en'));
lockfile.packages = Object.fromEntries(places.map((place) => [place, lockfile.packages[place] ?? {}]));
await writeFile(path, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(`${added} packages for other platforms added`);
