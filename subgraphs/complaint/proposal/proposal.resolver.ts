import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import type { Context } from '../graph/context.ts';
import { ProposalObject, toProposal } from './proposal.type.ts';

@Resolver(() => CaseObject)
export class ProposalResolver {
  readonly #words: SealedWords;
  constructor(words: SealedWords) {
    this.#words = words;
  }

  @FieldResolver(() => ProposalObject, {
    nullable: true,
    description: 'What waits for its second person. For staff; null to the applicant.',
  })
  proposal(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): ProposalObject | null {
    if (!access.seesInternal || record.proposal === null) return null;
    const text = this.#words.open(record.id, record.proposal.text);
    return toProposal({ ...record.proposal, text }, viewer.subject);
  }
}
