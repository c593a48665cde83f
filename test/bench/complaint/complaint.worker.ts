import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { readConfig } from '../../../subgraphs/complaint/config.ts';
import { start } from '../../../subgraphs/complaint/main.ts';
import { work } from '../gateway/worker.ts';

work({
  async start(environment: Record<string, string>) {
    const program = await start(readConfig(environment), { bus: openMemoryBus() });
    await program.ready();
    return program.url;
  },
});
