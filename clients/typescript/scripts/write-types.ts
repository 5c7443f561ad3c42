import { writeFileSync } from 'node:fs';
import { describeApi } from '../../../src/routes/openapi/openapi.ts';
import { routes } from '../../../src/routes/table.ts';
import { version } from '../../../src/version.ts';
import { openapiTypes } from './openapi-types.ts';

writeFileSync(
  new URL('../src/api.ts', import.meta.url),
  openapiTypes(await describeApi(routes, { version, base: '' })),
);
