import type * as words from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import { Named } from '../names/named.ts';
import { Programme } from '../vocabulary/enums.ts';
import type * as rows from './programme.ts';

@ObjectType('ProgrammeDetails', { description: 'The same platform run for another purpose.' })
export class ProgrammeType extends Named {
  @Field(() => Programme, { description: 'Never changes.' })
  code: words.Programme;

  @Field(() => Boolean, {
    description:
      'Only its coordinator, the Prime Minister’s office and the focal points of the entity see its cases.',
  })
  restricted: boolean;

  @Field(() => Boolean, { description: 'Whether it has a coordinator.' })
  coordinated: boolean;

  constructor({ code, names, restricted, coordinated }: rows.Programme) {
    super(names);
    this.code = code;
    this.restricted = restricted;
    this.coordinated = coordinated;
  }
}
