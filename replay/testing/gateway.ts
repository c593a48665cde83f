/** An issuer and a gateway that keep what they are sent, over real HTTP; for the tests of the replay. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Input = Record<string, unknown>;
interface Answer {
  status?: number;
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

interface KeptCase {
  id: string;
  version: number;
  state: string;
  input: Input;
  steps: string[];
}

export interface TestGateway {
  url: string;
  secret: string;
  /** Imported records by sourceId, the last one of each. */
  imported: Map<string, Input>;
  batches: number[];
  /** Submitted cases by idempotency key. */
  cases: Map<string, KeptCase>;
  /** Answers the next requests in its place, one each. */
  instead: (() => Answer)[];
  /** Called after each request. */
  afterRequest: () => void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const nextState: Record<string, string> = {
  Classify: 'ASSIGNED',
  Start: 'IN_PROGRESS',
  Propose: 'PENDING_REVIEW',
  Approve: 'RESOLVED',
};

export async function openTestGateway(): Promise<TestGateway> {
  const gateway: TestGateway = {
    url: '',
    secret: 'tell-nobody',
    imported: new Map(),
    batches: [],
    cases: new Map(),
    instead: [],
    afterRequest: () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await gateway.close();
    },
  };

  function importCases(records: Input[]): Answer {
    if (records.some((record) => record.subject === 'poison')) {
      return { errors: [{ message: 'subject is poison', extensions: { code: 'BAD_USER_INPUT' } }] };
    }
    gateway.batches.push(records.length);
    const results = records.map((record) => {
      const sourceId = String(record.sourceId);
      if (record.entityCode === 'ZM') {
        const userErrors = [{ message: 'Zarqa takes no cases', code: 'BAD_USER_INPUT' }];
        return { sourceId, imported: false, reference: null, userErrors };
      }
      const imported = !gateway.imported.has(sourceId);
      gateway.imported.set(sourceId, record);
      return { sourceId, imported, reference: `BK-${sourceId}`, userErrors: [] };
    });
    return { data: { importCases: { results } } };
  }

  function submit(input: Input): Answer {
    const key = String(input.idempotencyKey);
    const fresh = { id: `case-${key}`, version: 1, state: 'SUBMITTED', input, steps: [] };
    const kept = gateway.cases.get(key) ?? fresh;
    gateway.cases.set(key, kept);
    return { data: { result: { case: kept, userErrors: [] } } };
  }

  function step(name: string, input: Input): Answer {
    const kept = [...gateway.cases.values()].find((each) => each.id === input.caseId);
    if (!kept || kept.version !== input.expectedVersion) {
      const userErrors = [{ message: 'stale', code: 'CONFLICT' }];
      return { data: { result: { case: kept ?? null, userErrors } } };
    }
    kept.version += 1;
    kept.state = nextState[name] ?? kept.state;
    kept.steps.push(name);
    return { data: { result: { case: kept, userErrors: [] } } };
  }

  function answer(query: string, variables: Input): Answer {
    const input = (variables.input ?? {}) as Input;
    const name = /^\w+ (\w+)/.exec(query)?.[1] ?? '';
    if (name === 'Import') return importCases(input.records as Input[]);
    if (name === 'Submit') return submit(input);
    if (name === 'Posts') {
      const posts = ['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT'].map((role) => ({
        id: `${variables.code}-${role}`,
        role,
      }));
      return { data: { entity: { posts } } };
    }
    return step(name, input);
  }

  function answerHttp(request: IncomingMessage, body: string): [status: number, content: unknown] {
    if (request.url === '/.well-known/openid-configuration') {
      return [200, { token_endpoint: `${gateway.url}/token` }];
    }
    if (request.url === '/token') {
      const credentials = Buffer.from(`importer:${gateway.secret}`).toString('base64');
      const known = request.headers.authorization === `Basic ${credentials}`;
      return known ? [200, { access_token: 'a-token', expires_in: 600 }] : [401, { error: 'invalid_client' }];
    }
    if (request.headers.authorization !== 'Bearer a-token') {
      return [200, { errors: [{ message: 'Who?', extensions: { code: 'UNAUTHENTICATED' } }] }];
    }
    const { query, variables } = JSON.parse(body);
    const { status = 200, ...content } = gateway.instead.shift()?.() ?? answer(query, variables);
    return [status, content];
  }

  const server = createServer(async (request, response) => {
    const [status, content] = answerHttp(request, await readBody(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    if (request.url === '/graphql') gateway.afterRequest();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return gateway;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
