import type { Tx } from '@bekhedmetkom/platform/database';
import { ServiceRow } from './service.entity.ts';
import type { Service } from './service.ts';

export async function putService({ manager }: Tx, service: Service): Promise<void> {
  await manager.upsert(ServiceRow, service, ['code']);
}

export async function readServices({ manager }: Tx): Promise<Service[]> {
  return manager.find(ServiceRow, { order: { code: 'ASC' } });
}
