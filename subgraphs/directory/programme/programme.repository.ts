import type { Tx } from '@bekhedmetkom/platform/database';
import { ProgrammeRow } from './programme.entity.ts';
import type { Programme } from './programme.ts';

export async function putProgramme({ manager }: Tx, programme: Programme): Promise<void> {
  await manager.upsert(ProgrammeRow, programme, ['code']);
}

export async function readProgrammes({ manager }: Tx): Promise<Programme[]> {
  return manager.find(ProgrammeRow, { order: { order: 'ASC' } });
}
