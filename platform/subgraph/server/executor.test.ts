import { buildSchema, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { describe, expect, it } from 'vitest';
import { makeExecutor } from './executor.ts';

const schema = buildSchema('type Query { double(n: Int!): Int }');
const rootValue = { double: ({ n }: { n: number }) => 2 * n };
const document = parse('query ($n: Int! = 3) { double(n: $n) }');

describe('a variable that must have a value and has a default', () => {
  it('need not be given, however often the operation is met', async () => {
    const run = makeExecutor(schema);
    for (let time = 0; time < 3; time++) {
      expect(await run({ document, contextValue: {}, rootValue })).toEqual({ data: { double: 6 } });
    }
  });

  // When this fails, graphql-jit is mended: `hasRequiredDefault` of the executor can go.
  it('is demanded by graphql-jit, which is therefore not asked', async () => {
    const compiled = compileQuery(schema, document);
    if (!isCompiledQuery(compiled)) throw new Error('It is not compiled.');
    const { errors } = await compiled.query(rootValue, {}, {});
    expect(errors?.[0]?.message).toContain('was not provided');
  });
});
