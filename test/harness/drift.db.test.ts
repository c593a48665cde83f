import {
  Check,
  Column,
  Entity,
  Index,
  type MigrationInterface,
  PrimaryColumn,
  type QueryRunner,
} from 'typeorm';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from './database.ts';
import { beyondEntities, schemaDrift } from './drift.ts';

class Shelves1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`create table shelf (id int primary key, label text, wide int not null check (wide > 0));
      create index shelf_label on shelf (label); create index shelf_lower on shelf (lower(label));
      create table forgotten (id int); create view wide_shelf as select id from shelf where wide > 9;`);
  }
  async down() {}
}

@Entity({ name: 'shelf' })
@Check('shelf_wide_check', 'wide > 0')
@Index('shelf_label', ['label'])
@Index('shelf_lower', { synchronize: false })
class ShelfRow {
  @PrimaryColumn({ type: 'int' })
  id: number;

  @Column({ type: 'text', nullable: true })
  label: string | null;

  @Column({ type: 'int' })
  wide: number;
}

@Entity({ name: 'shelf' })
class OtherShelfRow {
  @PrimaryColumn({ type: 'int' })
  id: number;

  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'int' })
  wide: number;

  @Column({ type: 'int', nullable: true })
  deep: number | null;
}

const open = (entity: new () => object) =>
  openTestDatabase('drift', [Shelves1700000000001], { entities: [entity] });

describe('the drift check', () => {
  it('finds nothing where entities and schema agree, and names what no entity can express', async () => {
    await using test = await open(ShelfRow);
    expect(await schemaDrift(test.database)).toEqual([]);
    expect(await beyondEntities(test.database)).toEqual([
      'index shelf_lower',
      'table forgotten',
      'view wide_shelf',
    ]);
  });

  it('finds a column, a null, an index and a check that differ', async () => {
    await using test = await open(OtherShelfRow);
    const changes = (await schemaDrift(test.database)).join('\n');
    for (const change of [/ADD "deep"/, /SET NOT NULL/, /DROP INDEX/, /DROP CONSTRAINT "shelf_wide_check"/])
      expect(changes).toMatch(change);
  });
});
