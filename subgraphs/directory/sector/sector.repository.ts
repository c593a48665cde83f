import type { Tx } from '@bekhedmetkom/platform/database';
import { SectorRow } from './sector.entity.ts';
import type { Sector } from './sector.ts';

export async function putSector({ manager }: Tx, sector: Sector): Promise<void> {
  await manager.upsert(SectorRow, sector, ['code']);
}

export async function readSectors({ manager }: Tx): Promise<Sector[]> {
  return manager.find(SectorRow, { order: { order: 'ASC' } });
}
