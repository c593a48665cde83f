import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

/** One file that breaks each rule, and the file that it reaches for. */
const planted: Record<string, { from: string; to: string }> = {
  'subgraphs-never-meet': { from: 'subgraphs/kpi/store.ts', to: 'subgraphs/complaint/store.ts' },
  'web-knows-only-the-schema': { from: 'web/features/page.tsx', to: 'schema/events/complaint.ts' },
  'gateway-owns-no-domain': { from: 'gateway/main.ts', to: 'subgraphs/complaint/case.ts' },
  'platform-knows-no-domain': { from: 'platform/bus/bus.ts', to: 'schema/events/complaint.ts' },
  'schema-depends-on-nothing-of-ours': { from: 'schema/compose.ts', to: 'platform/errors/fault.ts' },
  'shared-rules-depend-on-nothing-of-ours': { from: 'time/amman.ts', to: 'platform/errors/fault.ts' },
  'tests-stay-outside': { from: 'subgraphs/kpi/main.ts', to: 'test/harness/database.ts' },
  'rules-are-pure': { from: 'subgraphs/complaint/case/case.ts', to: 'platform/database/database.ts' },
};

describe('import boundaries', () => {
  for (const [rule, { from, to }] of Object.entries(planted)) {
    it(`catches a violation of ${rule}`, async () => {
      expect(await violations({ [from]: importing(from, to), [to]: 'export const thing = 1;' })).toContain(
        rule,
      );
    });
  }

  it('catches a circle', async () => {
    const files = { 'platform/a.ts': "import './b.ts';", 'platform/b.ts': "import './a.ts';" };
    expect(await violations(files)).toContain('no-circles');
  });

  it('plants one for every rule', () => {
    const named = rules.forbidden.map((rule: { name: string }) => rule.name);
    expect(named.toSorted()).toEqual([...Object.keys(planted), 'no-circles', 'no-folder-rings'].toSorted());
  });

  it('allows a subgraph its own files and the contracts', async () => {
    const from = 'subgraphs/kpi/figures/store.ts';
    const to = 'schema/events/complaint.ts';
    expect(await violations({ [from]: importing(from, to), [to]: 'export const thing = 1;' })).toEqual([]);
  });

  it('catches a ring of folders', async () => {
    const files = {
      'platform/bus/a.ts': "import '../jobs/b.ts';",
      'platform/bus/d.ts': '',
      'platform/jobs/b.ts': '',
      'platform/jobs/c.ts': "import '../bus/d.ts';",
    };
    expect(await violations(files)).toEqual(['no-folder-rings', 'no-folder-rings']);
  });
});

function importing(from: string, to: string): string {
  const up = dirname(from)
    .split('/')
    .map(() => '..')
    .join('/');
  return `import { thing } from '${up}/${to}';\nexport const mine = thing;\n`;
}

async function violations(files: Record<string, string>): Promise<string[]> {
  const house = await mkdtemp(join(tmpdir(), 'boundaries-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(house, dirname(path)), { recursive: true });
      await writeFile(join(house, path), text);
    }
    const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const { output } = await cruise(rooms, {
      ...rules.options,
      baseDir: house,
      ruleSet: { forbidden: rules.forbidden },
      validate: true,
    });
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations.map((violation) => violation.rule.name);
  } finally {
    await rm(house, { recursive: true, force: true });
  }
}
