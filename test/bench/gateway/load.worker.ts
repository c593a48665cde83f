import autocannon from 'autocannon';
import { work } from './worker.ts';

work({
  async run({ url, query, seconds }: { url: string; query: string; seconds: number }) {
    const result = await autocannon({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
      connections: 32,
      duration: seconds,
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${result.non2xx} bad answers, ${result.errors} errors`);
    return result.requests.total / result.duration;
  },
});
