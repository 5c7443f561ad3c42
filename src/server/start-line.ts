import { version } from '../version.ts';

/** Formats the start message: number of articles, address and documentation. */
export function startLine({ articles, url }: { articles: number; url: string }): string {
  return `Dateline ${version} serves ${articles === 1 ? '1 article' : `${articles} articles`} on ${url} (docs: ${url}/docs)`;
}
