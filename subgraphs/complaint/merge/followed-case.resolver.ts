import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { DatabaseClock } from '../clock/database-clock.ts';
import type { Directory } from '../directory/directory.ts';
import { Answer } from '../graph/case.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import { Sla, toSla } from '../graph/sla.type.ts';
import { FollowedCase } from './merge.type.ts';

interface Dependencies {
  reader: CaseReader;
  clock: DatabaseClock;
  directory(): Directory;
}

@Resolver(() => FollowedCase)
export class FollowedCaseResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
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
