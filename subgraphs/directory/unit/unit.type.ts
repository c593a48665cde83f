import { Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import type { Unit } from './unit.ts';

@ObjectType('Unit', { implements: Node, description: 'A part of an entity.' })
@Directive('@key(fields: "id")')
export class UnitType extends NamedNode {
  @Field(() => String, { description: 'The code of its entity and its own; never changes.' })
  code: string;

  constructor({ code, names }: Unit) {
    super('Unit', code, names);
    this.code = code;
  }
}
