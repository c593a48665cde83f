import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transitions } from '../case/transitions.ts';
import { workflowPage } from './workflow-page.ts';

const page = workflowPage();

describe('the page of the workflow', () => {
  it('is committed as the table says it (npm run workflow)', async () => {
    const committed = await readFile(join(import.meta.dirname, '../../../docs/workflow.md'), 'utf8');
    expect(committed).toBe(page);
  });

  it('has a row for every action in each language', () => {
    for (const { action } of transitions) expect(page.split(`\`${action}\``)).toHaveLength(3);
  });

  it('draws an arrow for every change of state', () => {
    expect(page).toContain('OPEN --> WITHDRAWN: withdraw');
    expect(page).toContain('PENDING_REVIEW --> RESOLVED: approve the answer');
    expect(page).toContain('PENDING_REVIEW --> RESOLVED: اعتماد الرد');
    expect(page).toContain('[*] --> SUBMITTED: submit');
  });
});
