/** `npm run settings`: writes .env.example and docs/settings.md from the list in src/config.ts. */
import { writeFile } from 'node:fs/promises';
import { settingsExample, settingsPage } from './settings-page.ts';

await writeFile('.env.example', settingsExample());
await writeFile('docs/settings.md', settingsPage());
