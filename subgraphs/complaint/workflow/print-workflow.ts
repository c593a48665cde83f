/** `npm run workflow` writes docs/workflow.md anew. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workflowPage } from './workflow-page.ts';

await writeFile(join(import.meta.dirname, '../../../docs/workflow.md'), workflowPage());
