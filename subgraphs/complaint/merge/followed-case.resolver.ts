import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Answer } from '../case/case.type.ts';
import type { CaseReader } from '../case/case-reader.ts';
import type { Directory } from '../directory/directory.ts';
import { Sla, toSla } from '../sla/sla.type.ts';
import type { DatabaseClock } from '../submission/database-clock.ts';
import { FollowedCase } from './merge.type.ts';

interface Surroundings {
  reader: CaseReader;
  clock: DatabaseClock;
  directory(): Directory;
}

@Resolver(() => FollowedCase)
export class FollowedCaseResolver {
  readonly #around: Surroundings;
  constructor(around: Surroundings) {
    this.#around = around;
  }

  @FieldResolver(() => Sla, { description: 'Its clock.' })
  async sla(@Root() { record }: FollowedCase): Promise<Sla> {
    const calendar = this.#around.directory().calendar(record.calendarVersion);
    return toSla(record, calendar, await this.#around.clock.now());
  }

  @FieldResolver(() => Answer, { nullable: true, description: 'Its published answer; null until then.' })
  async answer(@Root() { record }: FollowedCase): Promise<Answer | null> {
    if (record.publishedAt === null) return null;
    const row = await this.#around.reader.answer(record);
    if (row?.decision !== 'APPROVED') return null;
    return { text: row.text, outcome: row.outcome, publishedAt: record.publishedAt };
  }
}
