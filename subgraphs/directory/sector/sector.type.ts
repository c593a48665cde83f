import { Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import type { Sector } from './sector.ts';

@ObjectType('Sector', { implements: Node, description: 'A field of government that entities belong to.' })
@Directive('@key(fields: "code")')
export class SectorType extends NamedNode {
  @Field(() => String, { description: 'Short, in Latin capitals; never changes.' })
  code: string;

  constructor({ code, names }: Sector) {
    super('Sector', code, names);
    this.code = code;
  }
}
