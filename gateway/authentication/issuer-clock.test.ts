import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveToyIssuer } from '../testing/toy-issuer.ts';
import { openAccessTokens } from './access-token.ts';
import { watchIssuerClock } from './issuer-clock.ts';
import { openIssuerKeys } from './issuer-keys.ts';

const minute = 60_000;
const logger = openLogger('gateway', 'silent');

async function open(ahead: number) {
  const issuer = await serveToyIssuer();
  onTestFinished(() => issuer[Symbol.asyncDispose]());
  issuer.setAhead(ahead);
  const metrics = openMetrics('gateway');
  const clock = { now: () => Date.now() };
  const watch = watchIssuerClock({ issuer: issuer.url, clock, logger, metrics });
  onTestFinished(() => watch.close());
  const check = openAccessTokens(issuer.url, openIssuerKeys(issuer.url, logger), clock, watch);
  await expect.poll(() => watch.aheadBy()).not.toBeNull();
  const told = async () =>
    (await metrics.registry.getSingleMetric('issuer_clock_ahead_seconds')?.get())?.values[0]?.value;
  return { issuer, watch, check, told };
}

describe('an issuer whose clock is off', () => {
  it.each([
    ['longer behind than a token lives', -15 * minute],
    ['a day behind', -24 * 60 * minute],
    ['fifteen minutes ahead', 15 * minute],
    ['a day ahead', 24 * 60 * minute],
  ])('%s is noticed, and who has its token is told that it is our fault', async (_, ahead) => {
    const { issuer, watch, check, told } = await open(ahead);
    expect(Math.abs((watch.aheadBy() ?? 0) - ahead)).toBeLessThan(5_000);
    expect(Math.abs(((await told()) ?? 0) - ahead / 1000)).toBeLessThan(5);
    await expect(check(await issuer.token('layla'))).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('does not make a token good that is none', async () => {
    const { issuer, check } = await open(-15 * minute);
    const other = await issuer.token('layla', { aud: 'another program' });
    await expect(check(other)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('an issuer whose clock is right', () => {
  it.each([0, 20_000, -20_000])('within a minute has its tokens taken: %i ms off', async (ahead) => {
    const { issuer, check } = await open(ahead);
    await expect(check(await issuer.token('layla'))).resolves.toMatchObject({ subject: 'layla' });
  });

  it('has expired tokens, and those of times to come, refused as such', async () => {
    const { issuer, check } = await open(0);
    const now = Math.floor(Date.now() / 1000);
    for (const claims of [
      { iat: now - 900, exp: now - 300 },
      { iat: now + 900, exp: now + 1500 },
    ]) {
      await expect(check(await issuer.token('layla', claims))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
  });
});
