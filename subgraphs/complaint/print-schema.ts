import { complaintSchema } from './schema.ts';

process.stdout.write((await complaintSchema()).sdl);
