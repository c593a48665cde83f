import { describe, expect, it } from 'vitest';
import { migrationFile, readMigrationCommand } from './migration-file.ts';

describe('a generated migration', () => {
  it('does what the schema builder says, and undoes it in reverse', () => {
    const file = migrationFile('staff-phone', 1796300000000, {
      upQueries: [
        { query: 'ALTER TABLE "staff" ADD "phone" text' },
        { query: 'COMMENT ON COLUMN "staff"."phone" IS ' + `'a \`b\` \${c}'` },
      ],
      downQueries: [{ query: 'ALTER TABLE "staff" DROP COLUMN "phone"' }, { query: 'COMMENT …' }],
    });
    expect(file?.name).toBe('1796300000000-staff-phone.ts');
    expect(file?.text).toContain('export class StaffPhone1796300000000 implements MigrationInterface');
    expect(file?.text).toContain(`IS 'a \\\`b\\\` \\\${c}'`);
    expect(file?.text.indexOf('COMMENT …')).toBeLessThan(file?.text.indexOf('DROP COLUMN') ?? 0);
  });

  it('is none where nothing differs', () => {
    expect(migrationFile('nothing', 1, { upQueries: [], downQueries: [] })).toBeNull();
  });

  it('says how it is asked for', () => {
    expect(readMigrationCommand(['directory', 'staff-phone'])).toEqual({
      subgraph: 'directory',
      name: 'staff-phone',
    });
    for (const wrong of [[], ['directory'], ['shop', 'a'], ['directory', 'Staff Phone']])
      expect(() => readMigrationCommand(wrong)).toThrow('npm run migration:generate');
  });
});
