import { isInputObjectType, Kind, parse, type TypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { complaintSchema } from './schema.ts';

describe('the schema of this subgraph', () => {
  it('is the same each time it is printed', async () => {
    expect((await complaintSchema()).sdl).toBe((await complaintSchema()).sdl);
  });

  it('describes every type and every field of its own', async () => {
    const { sdl } = await complaintSchema();
    const silent: string[] = [];
    // Connections and what every subgraph shares are described where they are made.
    const shared = /(Connection|Edge)$|^(PageInfo|UserError|Node|Query|Mutation|Subscription|_.*)$/;
    for (const definition of parse(sdl).definitions) {
      if (!('name' in definition) || !definition.name || shared.test(definition.name.value)) continue;
      const { name } = definition;
      if ('description' in definition && !definition.description) silent.push(name.value);
      if (!('fields' in definition)) continue;
      for (const field of definition.fields ?? []) {
        if (field.kind !== Kind.FIELD_DEFINITION && field.kind !== Kind.INPUT_VALUE_DEFINITION) continue;
        if (!field.description) silent.push(`${name.value}.${field.name.value}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it('needs nothing of the directory: every field that refers to one of its types may be null, in lists the items too', async () => {
    const { sdl } = await complaintSchema();
    const theirs = ['Entity', 'Category', 'Governorate', 'Unit', 'Post', 'StaffMember'];
    const needed: string[] = [];
    const isNeeded = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE && refersTo(type);
    const refersTo = (type: TypeNode): boolean =>
      type.kind === Kind.NAMED_TYPE ? theirs.includes(type.name.value) : refersTo(type.type);
    for (const definition of parse(sdl).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const field of definition.fields ?? []) {
        const { type } = field;
        const items = type.kind === Kind.LIST_TYPE ? type.type : type;
        if (isNeeded(type) || isNeeded(items)) needed.push(`${definition.name.value}.${field.name.value}`);
      }
    }
    expect(needed).toEqual([]);
  });

  it('lets an applicant say nothing about state, owner, entity id or due date', async () => {
    const { schema } = await complaintSchema();
    const input = schema.getType('SubmitCaseInput');
    if (!isInputObjectType(input)) throw new Error('no input');
    expect(Object.keys(input.getFields()).sort()).toEqual([
      'anonymous',
      'applicantKind',
      'attachments',
      'categoryCode',
      'channel',
      'contact',
      'creditedName',
      'creditedUnitId',
      'district',
      'entityCode',
      'follows',
      'governorateCode',
      'idempotencyKey',
      'language',
      'point',
      'programme',
      'subject',
      'text',
      'type',
    ]);
  });
});
