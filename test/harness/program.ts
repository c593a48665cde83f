import { StartupError } from '@bekhedmetkom/platform/errors';
import { runProgram } from '@bekhedmetkom/platform/program';

const [how] = process.argv.slice(2);
const timer = setInterval(() => {}, 1_000);

await runProgram(async () => {
  if (how === 'refused') throw new StartupError('Port 1 is taken.');
  if (how === 'broken') throw new Error('nobody foresaw this');
  process.stdout.write('started\n');
  return {
    async close() {
      process.stdout.write('closing\n');
      if (how === 'stuck') await new Promise(() => {});
      clearInterval(timer);
      process.stdout.write('closed\n');
    },
  };
});
