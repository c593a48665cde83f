/**
 * Who may import whom (docs/decisions/0001-rooms.md). `test/boundaries.test.ts` plants a violation of each rule
 * and expects it to be caught, so a rule that stops working fails the build.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const rooms = '^(subgraphs|gateway|identity|platform|replay|start|web|test)/';

module.exports = {
  forbidden: [
    {
      name: 'subgraphs-never-meet',
      comment: 'Subgraphs talk through the graph or the log. Move what both need into schema/ or platform/.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'web-knows-only-the-schema',
      comment: 'The web app is a client like any other: schema/api.graphql and what is generated from it.',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs|gateway|identity|platform|replay|start|test|schema/events|schema/demo)/' },
    },
    {
      name: 'gateway-owns-no-domain',
      comment: 'The gateway carries; what a case is, is said in a subgraph.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs|identity|replay|start|web|test|schema/events)/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'platform/ holds no domain word and imports no room.',
      severity: 'error',
      from: { path: '^platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(subgraphs|gateway|identity|replay|start|web|test|schema)/' },
    },
    {
      name: 'schema-depends-on-nothing-of-ours',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: rooms },
    },
    {
      name: 'shared-rules-depend-on-nothing-of-ours',
      comment: 'text/, time/ and http/ hold what every program and the web app share.',
      severity: 'error',
      from: { path: '^(text|time|http)/' },
      to: { path: rooms },
    },
    {
      name: 'tests-stay-outside',
      comment: 'Production code never imports a test or its harness.',
      severity: 'error',
      from: { pathNot: '(^test/)|(\\.test\\.tsx?$)|(\\.contract\\.ts$)|(^vitest)|(/testing/)' },
      to: { path: '(^test/)|(\\.test\\.tsx?$)|(/testing/)' },
    },
    {
      name: 'rules-are-pure',
      comment: '<concept>/<concept>.ts decides; it imports contracts and siblings only, never a package.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/([^/]+)/\\1\\.ts$' },
      to: {
        path: '(^platform/)|(node_modules/)|(\\.(resolver|store|repository|entity|type)\\.ts$)',
        pathNot: '^schema/',
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      // `http` is also the name of a module of Node, which the checker takes for the folder http/; that folder imports
      // nothing of ours by another rule.
      name: 'no-folder-rings',
      comment:
        'Folders import each other in one direction: move what both need into the lower one, or into a folder of its own below both.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true, pathNot: '^http$' },
    },
  ],
  options: {
    parser: 'swc',
    // Tests may use syntax that the parser does not know (`using`): what reaches for them is caught all the same.
    doNotFollow: { path: '(node_modules)|(\\.test\\.tsx?$)|(^test/harness/)|(/testing/)' },
    exclude: { path: '(/\\.next/)|(^web/graphql/generated/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
