import { settings } from '../src/config.ts';

/** The text of `.env.example`: every setting with its help, set to its default and commented out. */
export function settingsExample(): string {
  const entries = Object.entries(settings).map(
    ([name, { default: fallback, help }]) => `# ${help}\n# ${name}=${fallback}\n`,
  );
  return `# Every setting, at its default. Written by \`npm run settings\` from src/config.ts.\n\n${entries.join('\n')}`;
}

/** The text of docs/settings.md. */
export function settingsPage(): string {
  const rows = Object.entries(settings).map(
    ([name, { default: fallback, help }]) =>
      `| \`${name}\` | ${fallback === '' ? 'not set' : `\`${fallback}\``} | ${help} |`,
  );
  return `# Settings

Dateline is set up by its environment. A value that is not allowed stops the start, and the message names every
fault at once. This page is written by \`npm run settings\` from the list in \`src/config.ts\`.

| Name | Default | What it does |
| --- | --- | --- |
${rows.join('\n')}
`;
}
