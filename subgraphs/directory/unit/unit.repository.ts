import type { Tx } from '@bekhedmetkom/platform/database';
import { UnitRow } from './unit.entity.ts';
import type { Unit } from './unit.ts';

export async function putUnit({ manager }: Tx, unit: Unit): Promise<void> {
  await manager.upsert(UnitRow, unit, ['code']);
}

export async function readUnits({ manager }: Tx): Promise<Unit[]> {
  return manager.find(UnitRow, { order: { code: 'ASC' } });
}
