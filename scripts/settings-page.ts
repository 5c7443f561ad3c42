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

Settings are environment variables. If a value is not valid, Dateline does not start, and prints what is wrong with each
such value. \`npm run settings\` writes this page from the list in \`src/config.ts\`.

| Name | Default | What it does |
| --- | --- | --- |
${rows.join('\n')}
`;
}
