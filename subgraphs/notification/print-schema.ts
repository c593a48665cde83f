import { notificationSchema } from './schema.ts';

process.stdout.write((await notificationSchema()).sdl);
