import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../../test/harness/eventually.ts';
import { openServerClock } from './server-clock.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-30T09:00:00Z');

/** A device whose clock is wrong by so many ms; time passes only by `pass`. */
function openDevice(wrongBy: number, answer: () => number | null = () => null) {
  let passed = 1_000;
  let slept = 0;
  let asked = 0;
  const clock = openServerClock({
    monotonic: () => passed,
    device: () => noon - 1_000 + passed + slept + wrongBy,
    async ask() {
      asked += 1;
      return answer();
    },
  });
  return {
    clock,
    pass: (ms: number) => {
      passed += ms;
    },
    sleep: (ms: number) => {
      slept += ms;
    },
    asked: () => asked,
  };
}

describe('the server’s clock in a browser', () => {
  it.each([2 * hour, -2 * hour, 40_000, -3_000, 400 * 24 * hour])(
    'is right where the device is %i ms off',
    (wrongBy) => {
      const { clock, pass } = openDevice(wrongBy);
      clock.heard(noon);
      expect(clock.now()).toBe(noon);
      pass(90_000);
      expect(clock.now()).toBe(noon + 90_000);
    },
  );

  it('is behind by no more than the quickest of the answers, and never ahead', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1 }), (delays) => {
        const { clock, pass } = openDevice(-hour);
        let real = noon;
        for (const delay of delays) {
          const told = real;
          pass(delay);
          real += delay;
          clock.heard(told);
        }
        return real - clock.now() === Math.min(...delays);
      }),
    );
  });

  it('counts from when the page arrived, not from when its scripts ran', () => {
    const { clock, pass } = openDevice(2 * hour);
    pass(3_000);
    clock.heard(noon, 1_000);
    expect(clock.now()).toBe(noon + 3_000);
  });

  it('asks again after the device slept, and goes on from the answer', async () => {
    const woken = noon + 8 * hour;
    const { clock, sleep, asked } = openDevice(2 * hour, () => woken);
    clock.heard(noon);
    clock.now();
    expect(asked()).toBe(0);
    sleep(8 * hour);
    clock.now();
    await eventually(() => expect(clock.now()).toBe(woken));
    expect(asked()).toBe(1);
  });

  it('is not moved when the clock of the device is set', async () => {
    const { clock, sleep, asked } = openDevice(0, () => noon);
    clock.heard(noon);
    sleep(-2 * hour);
    expect(clock.now()).toBe(noon);
    await eventually(() => expect(asked()).toBe(1));
    expect(clock.now()).toBe(noon);
  });

  it('stays as it was while the server cannot be reached', () => {
    const { clock, sleep } = openDevice(0);
    clock.heard(noon);
    sleep(hour);
    expect(clock.now()).toBe(noon);
  });
});
