/** `node --import @bekhedmetkom/platform/runtime subgraphs/kpi/rebuild/main.ts`, with the program's own settings. */
import { openDatabase } from '@bekhedmetkom/platform/database';
import { readConfig } from '../config.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { rebuild } from './rebuild-figures.ts';

const { databaseUrl } = readConfig(process.env);
const database = await openDatabase({ url: databaseUrl, schema: 'kpi', entities, migrations });
try {
  await rebuild(database);
  process.stdout.write('Forgotten; the running KPI programs are following the logs from the beginning.\n');
} finally {
  await database.close();
}
