import { Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import type { Governorate } from './governorate.ts';

@ObjectType('Governorate', { implements: Node, description: 'One of the twelve governorates of Jordan.' })
@Directive('@key(fields: "code")')
export class GovernorateType extends NamedNode {
  @Field(() => String, { description: 'Short, in Latin capitals; never changes.' })
  code: string;

  @Field(() => String, { description: 'ISO 3166-2, e.g. JO-AM.' })
  iso: string;

  constructor({ code, iso, names }: Governorate) {
    super('Governorate', code, names);
    this.code = code;
    this.iso = iso;
  }
}
