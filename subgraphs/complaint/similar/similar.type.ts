import { GraphQLDateTime, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import {
  CategoryReference,
  EntityReference,
  GovernorateReference,
} from '../directory/directory-references.type.ts';
import { caseStateEnum, slaStatusEnum } from '../graph/vocabulary.type.ts';
import type { SlaStatus } from '../sla/sla.ts';
import type { SimilarRow } from './similar.store.ts';

@ObjectType({
  description:
    'An open case that says much the same. Nothing that its reporter wrote: only what it is about and how it stands.',
})
export class SimilarCase {
  @Field(() => ID, { description: 'Give it as `follows` to follow that case instead of filing another one.' })
  id: string;
  @Field(() => CategoryReference, { nullable: true, description: 'What it is about; null while unknown.' })
  category: CategoryReference | null;
  @Field(() => EntityReference, { nullable: true, description: 'Who is responsible.' })
  entity: EntityReference | null;
  @Field(() => GovernorateReference, { nullable: true, description: 'Where it is about.' })
  governorate: GovernorateReference | null;
  @Field(() => String, {
    nullable: true,
    description: 'District, when the viewer wrote the same one; never in another person’s words.',
  })
  district: string | null;
  @Field(() => caseStateEnum, { description: 'Where it stands.' })
  state: CaseState;
  @Field(() => slaStatusEnum, { description: 'How it stands to its deadline at this moment.' })
  slaStatus: SlaStatus;
  @Field(() => Int, {
    nullable: true,
    description:
      'Metres from the place asked for, to the nearest hundred; null where one of the two has no point.',
  })
  distance: number | null;
  @Field(() => GraphQLDateTime, { description: 'When it was filed.' })
  submittedAt: Date;
  @Field(() => Int, { description: 'How many people reported it, with those who follow it.' })
  reporters: number;
  @Field(() => Float, {
    description:
      'From 0, nothing in common, to 1, in tenths: 0.7 × words + 0.2 × place + 0.1 × category. Words: the share of the sought words that the case has, or the trigram likeness of the subjects, if that is more. Place: 1 at the same point (to some 100 metres), falling to 0.5 at 500 metres; without points 0.5 for the same governorate, 1 with the same district. Category: 1 when it is the same.',
  })
  likeness: number;
}

/** A similar case as a stranger may see it. */
export function toSimilarCase(row: SimilarRow): SimilarCase {
  const { id, category, entity, governorate, followers, ...told } = row;
  const code = (value: string | null) => (value === null ? null : { code: value });
  return {
    ...told,
    id: toGlobalId('SimilarCase', id),
    category: code(category),
    entity: code(entity),
    governorate: code(governorate),
    reporters: followers + 1,
  };
}
