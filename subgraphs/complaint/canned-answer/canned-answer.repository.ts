import type { Tx } from '@bekhedmetkom/platform/database';
import { IsNull } from 'typeorm';
import { CannedAnswerRow } from './canned-answer.entity.ts';

/** The canned answers of an entity, then those of no entity, by their Arabic names. */
export function cannedAnswersOf({ manager }: Tx, entity: string | null): Promise<CannedAnswerRow[]> {
  return manager
    .createQueryBuilder(CannedAnswerRow, 'answer')
    .addSelect('lower(answer.names.ar)', 'sorted')
    .where('answer.entity = :entity or answer.entity is null', { entity })
    .orderBy('answer.entity', 'ASC', 'NULLS LAST')
    .addOrderBy('sorted')
    .addOrderBy('answer.id')
    .getMany();
}

export async function findCannedAnswer({ manager }: Tx, id: string): Promise<CannedAnswerRow | undefined> {
  return (await manager.findOneBy(CannedAnswerRow, { id })) ?? undefined;
}

/** As `findCannedAnswer`, locked until the transaction ends. */
export async function lockCannedAnswer({ manager }: Tx, id: string): Promise<CannedAnswerRow | undefined> {
  const lock = { mode: 'pessimistic_write' } as const;
  return (await manager.findOne(CannedAnswerRow, { where: { id }, lock })) ?? undefined;
}

/** How many canned answers an entity has; null: those of no entity. */
export function countCannedAnswers({ manager }: Tx, entity: string | null): Promise<number> {
  return manager.countBy(CannedAnswerRow, { entity: entity ?? IsNull() });
}

export type CannedAnswerContent = Pick<CannedAnswerRow, 'entity' | 'names' | 'body' | 'outcome' | 'type'>;

/** Keeps a new one, or the next version of the one whose id is given. */
export async function putCannedAnswer(
  tx: Tx,
  id: string | null,
  { entity, names, body, outcome, type }: CannedAnswerContent,
  changedBy: string,
): Promise<CannedAnswerRow | undefined> {
  const content = { entity, names, body, outcome, type, changedBy };
  if (id === null) {
    const { identifiers } = await tx.manager.insert(CannedAnswerRow, content);
    return findCannedAnswer(tx, String(identifiers[0]?.id));
  }
  await tx.manager.update(
    CannedAnswerRow,
    { id },
    { ...content, changedAt: () => 'clock_timestamp()', version: () => 'version + 1' },
  );
  return findCannedAnswer(tx, id);
}

export async function deleteCannedAnswer({ manager }: Tx, id: string): Promise<void> {
  await manager.delete(CannedAnswerRow, { id });
}
