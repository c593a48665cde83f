export { type ErrorCode, Fault } from './fault.ts';
export { formatGraphQLError } from './format-graphql-error.ts';
export { StartupError } from './startup-error.ts';
export { isUnavailable } from './unavailable.ts';
