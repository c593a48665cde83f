export { commonWords } from './common-words.ts';
export { type ErrorCode, Fault, type Words } from './fault.ts';
export { formatGraphQLError } from './format-graphql-error.ts';
export { StartupError } from './startup-error.ts';
export { isQueryTimeout, isUnavailable } from './unavailable.ts';
