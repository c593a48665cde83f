import { kpiSchema } from './schema.ts';

process.stdout.write((await kpiSchema()).sdl);
