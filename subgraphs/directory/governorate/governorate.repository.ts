import type { Tx } from '@bekhedmetkom/platform/database';
import { GovernorateRow } from './governorate.entity.ts';
import type { Governorate } from './governorate.ts';

export async function putGovernorate({ manager }: Tx, governorate: Governorate): Promise<void> {
  await manager.upsert(GovernorateRow, governorate, ['code']);
}

export async function readGovernorates({ manager }: Tx): Promise<Governorate[]> {
  return manager.find(GovernorateRow, { order: { order: 'ASC' } });
}
