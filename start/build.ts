/** Builds the web app when its sources changed: what `npm start` does by itself. */
import { step } from './progress.ts';
import { buildWeb } from './web.ts';

await step('Web app', buildWeb);
