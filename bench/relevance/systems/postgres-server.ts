import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian installs the programs of PostgreSQL, by version. */
const debianFolder = '/usr/lib/postgresql';

/** A PostgreSQL server of its own. */
export interface PostgresServer {
  version: string;
  /** Runs a script of SQL and returns its output, with columns separated by tabs. Throws an Error if it fails. */
  query(sql: string): Promise<string>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a temporary folder and socket, without a port. It does not run as root, so root starts it as
 * `nobody`. Throws an Error if a program is missing.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const [initdb, postgres, psql] = ['initdb', 'postgres', 'psql'].map(findProgram) as [
    string,
    string,
    string,
  ];
  const folder = await mkdtemp(join(tmpdir(), 'postgres-relevance-'));
  const user = unprivilegedUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' }, ...user };
  const data = join(folder, 'data');
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  const query = (sql: string) => askServer(psql, folder, sql, options);
  try {
    await run(initdb, ['-D', data, '-U', 'relevance', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options);
    server = spawn(postgres, ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'], {
      ...options,
      stdio: 'ignore',
    });
    process.on('exit', () => server?.kill('SIGINT'));
    for (let attempt = 0; ; attempt++) {
      try {
        await query('SELECT 1;');
        break;
      } catch (error) {
        if (attempt === 100 || server.exitCode !== null) throw error;
        await pause(200);
      }
    }
    const version = (await query('SHOW server_version;')).trim().split(' ')[0] ?? '';
    return { version, query, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function askServer(psql: string, folder: string, sql: string, options: object): Promise<string> {
  const args = [
    '-h',
    folder,
    '-U',
    'relevance',
    '-d',
    'postgres',
    '-qAtX',
    '-F',
    '\t',
    '-v',
    'ON_ERROR_STOP=1',
  ];
  const child = spawn(psql, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errors += part;
  });
  child.stdin.on('error', () => undefined).end(sql);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`psql ended with ${code}: ${errors.slice(0, 500)}`);
  return output;
}

function findProgram(name: string): string {
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debianFolder, version, 'bin')),
  ];
  const path = folders.map((folder) => join(folder, name)).find((each) => existsSync(each));
  if (path === undefined) throw new Error(`${name} is neither on the PATH nor in ${debianFolder}`);
  return path;
}

/** Returns the ids of `nobody` if this process is root, whom PostgreSQL refuses. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
