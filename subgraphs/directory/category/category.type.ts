import { Node } from '@bekhedmetkom/platform/subgraph';
import type * as words from '@bekhedmetkom/schema/events/vocabulary';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import { Pillar, Programme } from '../vocabulary/enums.ts';
import type { Category } from './category.ts';

@ObjectType('Category', { implements: Node, description: 'What a case can be about, within a sector.' })
@Directive('@key(fields: "code")')
export class CategoryType extends NamedNode {
  @Field(() => String, { description: 'Short, in Latin capitals; never changes.' })
  code: string;

  @Field(() => Pillar, {
    description: 'The pillar that most of its cases are about; classification may choose another.',
  })
  defaultPillar: words.Pillar;

  @Field(() => Programme, { description: 'The programme that its cases belong to.' })
  programme: words.Programme;

  @Field(() => Boolean, {
    description:
      'Whether its cases are one person’s own matter (a passport, a bill, a pension): nobody is offered to follow somebody else’s.',
  })
  personal: boolean;

  row: Category;

  constructor(row: Category) {
    super('Category', row.code, row.names);
    this.code = row.code;
    this.defaultPillar = row.defaultPillar;
    this.programme = row.programme;
    this.personal = row.personal;
    this.row = row;
  }
}
