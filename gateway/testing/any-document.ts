import fc from 'fast-check';

/** Of each type: its leaves, its fields with their types, and the types that a fragment in it may name. */
export type Shape = Record<
  string,
  { leaves: string[]; fields?: Record<string, string>; narrower?: string[] }
>;

const directives = ['', '', '', '', '@include(if: $a)', '@skip(if: $a)', '@include(if: $b)'];

/** Makes queries of $a and $b that select the same again and again, also behind fragments and directives. */
export function anyDocument(shape: Shape, depth: number): fc.Arbitrary<string> {
  const directive = fc.constantFrom(...directives);

  function selections(type: string, levels: number): fc.Arbitrary<string> {
    if (levels < 0) return fc.constant('{ __typename }');
    const { leaves, fields = {}, narrower = [] } = shape[type] ?? { leaves: [] };
    const leaf = fc.tuple(fc.constantFrom('__typename', ...leaves), directive).map((both) => both.join(' '));
    const heads = [...Object.entries(fields), ...narrower.map((on) => [`... on ${on}`, on]), ['...', type]];
    const inner = heads.map(([head = '', of = '']) =>
      fc.tuple(directive, selections(of, levels - 1)).map(([when, set]) => `${head} ${when} ${set}`),
    );
    const selection = levels > 0 ? fc.oneof(leaf, ...inner, ...inner) : leaf;
    return fc.array(selection, { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`);
  }

  return fc.tuple(selections('Query', depth), selections('Query', depth - 1)).map(
    ([set, fragment]) =>
      `query($a: Boolean!, $b: Boolean!) { ask: __typename ... ${set} ...F ... @include(if: $b) { ...G @skip(if: $a) } }
        fragment F on Query ${fragment} fragment G on Query { ...F }`,
  );
}
