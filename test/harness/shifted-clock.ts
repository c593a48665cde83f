/**
 * Loaded into programs under test before anything else (`NODE_OPTIONS=--import=…`): their clock is as far ahead as the
 * file that TEST_CLOCK_FILE names says, in milliseconds, and follows it within a tenth of a second. The programs know
 * nothing of it; without this module there is no way to set their time.
 */
import { readFileSync } from 'node:fs';

const file = process.env.TEST_CLOCK_FILE;
if (!file) throw new Error('TEST_CLOCK_FILE must name the file that says how far the clock is ahead.');

const RealDate = Date;
let ahead = 0;
const read = () => {
  ahead = Number(readFileSync(file, 'utf8')) || 0;
};
read();
setInterval(read, 100).unref();

const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
