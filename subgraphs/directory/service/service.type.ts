import { Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import type { Service } from './service.ts';

@ObjectType('Service', { implements: Node, description: 'Something that an entity does for people.' })
@Directive('@key(fields: "id")')
export class ServiceType extends NamedNode {
  @Field(() => String, { description: 'The code of its entity and its own; never changes.' })
  code: string;

  constructor({ code, names }: Service) {
    super('Service', code, names);
    this.code = code;
  }
}
