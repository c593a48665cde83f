export { type Program, runProgram } from './run-program.ts';
