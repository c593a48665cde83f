import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@bekhedmetkom/platform/database';
import { startPostgres } from '../../start/postgres/postgres.ts';
import { migrations } from '../../subgraphs/kpi/database/migrations.ts';
import { generateCycles } from '../../subgraphs/kpi/testing/generate-cycles.ts';
import type { BenchResult } from './bench.ts';
import { compareDashboards } from './kpi/compare.ts';
import { measureTakeOver } from './kpi/take-over.ts';

const few = { cycles: 10_000, days: 42 };
const many = { cycles: Number(process.env.BENCH_CYCLES ?? 10_000_000), days: 1_826 };

/**
 * Dashboard questions as clients ask them over HTTP: with ten million cycles of five years (BENCH_CYCLES for
 * another number; about what Egypt's system receives) against ten thousand of the first six weeks (about what
 * the platform received in 2020). The same program, the same questions, taken in turns, medians of 40.
 */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-kpi-'));
  const postgres = await startPostgres({ folder, port: 0, durable: false });
  try {
    const fill = async (database: string, wanted: typeof few) => {
      const address = new URL(postgres.url);
      address.username = 'kpi';
      address.password = 'bench';
      address.pathname = `/${database}`;
      const url = address.href;
      await migrate({ adminUrl: postgres.url, url, schema: 'kpi', migrations });
      const begun = performance.now();
      await generateCycles(url, wanted, (step) => {
        console.log(`   ${database}: ${step} (${Math.round((performance.now() - begun) / 1000)} s)`);
      });
      return { url, name: `${wanted.cycles.toLocaleString('en')} cycles` };
    };
    const small = await fill('few', few);
    const large = await fill('many', many);
    const rows = [...(await compareDashboards(small, large)), ...(await measureTakeOver(large.url))];
    return { name: 'Dashboards', rows };
  } finally {
    await postgres.close();
    await rm(postgres.folder, { recursive: true, force: true });
  }
}
