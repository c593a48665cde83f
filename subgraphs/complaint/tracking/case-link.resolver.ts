import type { Database } from '@bekhedmetkom/platform/database';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { DatabaseClock } from '../clock/database-clock.ts';
import { readSealedContact } from '../contact/read-applicants.ts';
import { CaseObject } from '../graph/case.type.ts';
import type { CaseLinks } from './case-link.ts';

/** How long the link of a mail opens its case: longer than applicants have to answer a question. */
const linkDays = 10;
const dayMs = 86_400_000;

interface Dependencies {
  database: Database;
  clock: DatabaseClock;
  links: CaseLinks;
}

@Resolver(() => CaseObject)
export class CaseLinkResolver {
  readonly #around: Dependencies;
  constructor(around: Dependencies) {
    this.#around = around;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the link of the applicant’s e-mail carries in place of the follow-up code; only for the service that writes it. Null for what was filed in confidence: a mailbox may be seen by others.',
  })
  async linkToken(@Root() { record, access }: CaseObject): Promise<string | null> {
    const { database, clock, links } = this.#around;
    const confidential = record.type === 'REPORT' || record.anonymous || record.restricted;
    if (access.as !== 'SERVICE' || confidential) return null;
    const sealedContact = await readSealedContact(database, record.id);
    if (sealedContact === null) return null;
    const expiresAt = new Date((await clock.now()).getTime() + linkDays * dayMs);
    return links.issue({ caseId: record.id, sealedContact }, expiresAt);
  }
}
