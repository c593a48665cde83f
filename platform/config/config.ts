export { readEnvironment } from './read-environment.ts';
