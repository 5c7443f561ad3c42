import { buildApp, openapiDocument } from '../app.ts';
import { openArchive } from '../archive/open-archive.ts';
import { version } from '../version.ts';
import { type Command, exitCodes } from './command.ts';
