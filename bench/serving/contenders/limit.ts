import { fileURLToPath } from 'node:url';
import { freePort, type Running, startProcess } from '../contender.ts';

const server = fileURLToPath(new URL('../limit-server.ts', import.meta.url));

/** Starts the server that answers constant strings; `/36000` answers 36,000 bytes. */
export async function startLimit(): Promise<Omit<Running, 'path'>> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { pid, stop } = await startProcess(process.execPath, [server, String(port)], { url: `${origin}/11` });
  return { origin, pid, stop };
}
