/** The directory's SlaPolicyInput, as this room reads it: the two are one input of the graph. */
import { GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import type { SlaPolicy } from '@bekhedmetkom/schema/events/directory';
import type { CaseType, Importance, Pillar, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int } from 'type-graphql';
import { caseTypeEnum, importanceEnum, pillarEnum, programmeEnum } from '../graph/vocabulary.type.ts';

@InputType({ description: 'How soon a case must be classified.' })
export class AcknowledgeTimeInput {
  @Field(() => caseTypeEnum, { description: 'Of the case.' })
  type: CaseType;
  @Field(() => Int, { description: 'Working minutes.' })
  minutes: number;
}

@InputType({ description: 'How soon a case must be answered: in days or in minutes, not both.' })
export class ResolveTimeInput {
  @Field(() => caseTypeEnum, { description: 'Of the case.' })
  type: CaseType;
  @Field(() => pillarEnum, {
    nullable: true,
    description: 'Null stands for every pillar that has no row of its own.',
  })
  pillar?: Pillar | null;
  @Field(() => importanceEnum, { description: 'Of the case.' })
  importance: Importance;
  @Field(() => Int, {
    nullable: true,
    description: 'Due at close of business of this working day, 1 to 365.',
  })
  workingDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'Due when this much working time is used up.' })
  workingMinutes?: number | null;
}

@InputType({ description: 'A whole policy of a programme.' })
export class SlaPolicyInput {
  @Field(() => programmeEnum, { description: 'The programme.' })
  programme: Programme;
  @Field(() => GraphQLLocalDate, {
    description:
      'The first day whose cases it counts for, tomorrow or later: it takes effect at that midnight.',
  })
  effectiveFrom: string;
  @Field(() => [AcknowledgeTimeInput], { description: 'One for each type.' })
  acknowledge: AcknowledgeTimeInput[];
  @Field(() => [ResolveTimeInput], {
    description:
      'The matrix: every type but COMPLIMENT, which is due by its acknowledgement time, and every importance must be covered.',
  })
  resolve: ResolveTimeInput[];
}

/** The policy of an input, with the terms of the workflow of another. */
export function readPolicy(input: SlaPolicyInput, { terms, acknowledgeMinutes }: SlaPolicy): SlaPolicy {
  const given = Object.fromEntries(input.acknowledge.map((row) => [row.type, row.minutes]));
  return {
    version: 0,
    programme: input.programme,
    effectiveFrom: input.effectiveFrom,
    acknowledgeMinutes: { ...acknowledgeMinutes, ...given },
    resolveDays: input.resolve.map((row) => ({ ...row, pillar: row.pillar ?? null })),
    terms,
  };
}
