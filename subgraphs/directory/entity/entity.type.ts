import { connectionOf, GraphQLLocalDate, Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, Field, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import type { Entity } from './entity.ts';

@ObjectType('Entity', {
  implements: Node,
  description: 'A ministry, department, company or other body that answers for cases.',
})
@Directive('@key(fields: "code")')
export class EntityType extends NamedNode {
  @Field(() => String, { description: 'Short, in Latin capitals; never changes.' })
  code: string;

  @Field(() => String, {
    description:
      'ministry, department, commission, institution, authority, company, municipality or university.',
  })
  kind: string;

  @Field(() => GraphQLLocalDate, { description: 'The first day on which it exists.' })
  validFrom: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it exists; null while none is set.',
  })
  validTo: string | null;

  row: Entity;

  constructor(row: Entity) {
    super('Entity', row.code, row.names);
    this.code = row.code;
    this.kind = row.kind;
    this.validFrom = row.validFrom;
    this.validTo = row.validTo;
    this.row = row;
  }
}

export const EntityConnection = connectionOf('Entity', () => EntityType);
