/** How the gateway closes a client's socket: code and the constant text with it. */
export const closeCodes = {
  goingAway: [1001, 'The gateway restarts'],
  tryAgainLater: [1013, 'Try again later'],
  badMessage: [4400, 'Invalid message'],
  unauthorized: [4401, 'Unauthorized'],
  sessionEnded: [4403, 'The session has ended'],
  subprotocol: [4406, 'Subprotocol not acceptable'],
  initialisationTimeout: [4408, 'Connection initialisation timeout'],
  slowConsumer: [4008, 'Reading too slowly'],
  idTaken: [4409, 'Subscriber already exists'],
  tooManyInitialisations: [4429, 'Too many initialisation requests'],
  tooManyConnections: [4429, 'Too many connections'],
  tooManyMessages: [4429, 'Too many messages'],
} as const satisfies Record<string, readonly [number, string]>;

export type CloseReason = keyof typeof closeCodes;
