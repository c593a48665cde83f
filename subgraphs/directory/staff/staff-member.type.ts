import { Node } from '@bekhedmetkom/platform/subgraph';
import { Directive, ObjectType } from 'type-graphql';
import { NamedNode } from '../names/named-node.ts';
import type { StaffMember } from './staff-member.ts';

@ObjectType('StaffMember', {
  implements: Node,
  description: 'A person on the staff; known by name to colleagues only.',
})
@Directive('@key(fields: "id")')
export class StaffMemberType extends NamedNode {
  row: StaffMember;

  constructor(row: StaffMember) {
    super('StaffMember', row.key, row.names);
    this.row = row;
  }
}
