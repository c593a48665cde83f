import type { Tx } from '@bekhedmetkom/platform/database';
import { EntityRow } from './entity.entity.ts';
import type { Entity } from './entity.ts';

export async function putEntity({ manager }: Tx, entity: Entity): Promise<void> {
  await manager.upsert(EntityRow, entity, ['code']);
}

export async function readEntities({ manager }: Tx): Promise<Entity[]> {
  return manager.find(EntityRow, { order: { order: 'ASC', code: 'ASC' } });
}
