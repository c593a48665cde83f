import type { Database } from '@bekhedmetkom/platform/database';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import { PointObject } from '../location/point.type.ts';
import { Commendation } from './credit.type.ts';
import { type FiledDetails, loadFiledDetails } from './filed-details.store.ts';

/** Where a case is about and whom it praises. As much as its text, so seen by those who see that. */
@Resolver(() => CaseObject)
export class FiledDetailsResolver {
  readonly #details: DataLoader<string, FiledDetails | null>;
  readonly #words: SealedWords;
  constructor(database: Database, words: SealedWords) {
    this.#words = words;
    const batch = async (ids: readonly string[]) => {
      const found = await loadFiledDetails(database, ids);
      return ids.map((id) => found.get(id) ?? null);
    };
    this.#details = new DataLoader(batch, { cache: false, maxBatchSize: 500 });
  }

  @FieldResolver(() => PointObject, {
    nullable: true,
    description: 'The place on the map, for the applicant and staff in scope; null where none was set.',
  })
  async point(@Root() { record, access }: CaseObject): Promise<PointObject | null> {
    if (!access.seesText || access.as === 'SERVICE') return null;
    const details = await this.#details.load(record.id);
    if (details?.sealedPoint) return this.#words.openPoint(record.id, details.sealedPoint);
    const { latitude = null, longitude = null } = details ?? {};
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @FieldResolver(() => Commendation, {
    nullable: true,
    description: 'Whom a compliment is for; null where nobody was named.',
  })
  async commended(@Root() { record, access }: CaseObject): Promise<Commendation | null> {
    if (record.type !== 'COMPLIMENT' || !access.seesText) return null;
    const { creditedUnit = null, creditedName = null } = (await this.#details.load(record.id)) ?? {};
    if (creditedUnit === null && creditedName === null) return null;
    return {
      unit: creditedUnit === null ? null : { id: toGlobalId('Unit', creditedUnit) },
      name: creditedName,
    };
  }
}
