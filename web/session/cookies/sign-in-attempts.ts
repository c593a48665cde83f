/**
 * Attempts to sign in. Each has a cookie of its own, so that two begun in two tabs both end well; the state that goes
 * to the issuer and comes back says, sealed, in which language and where to the person wanted: that is known also
 * when the cookie is gone.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { NextRequest, NextResponse } from 'next/server';
import { z } from 'zod';
import type { WebConfig } from '../../config.ts';
import { cookieOptions, cookiePrefixes, cookiesOf } from './cookies.ts';
import { seal, unseal } from './seal.ts';

/** Seconds: as long as people take to find a password. */
const lifeSeconds = 60 * 60;
/** Attempts of one browser at a time; the oldest make room. */
const maxAttempts = 6;
/** Characters of a destination that still fits into the address of the issuer. */
const maxDestination = 1_000;

const attemptShape = z.object({ verifier: z.string(), nonce: z.string(), begunAt: z.number() });
const stateShape = z.object({ to: z.string(), language: z.enum(['ar', 'en']) });

export type Attempt = z.infer<typeof attemptShape>;
export type Destination = z.infer<typeof stateShape>;

/** A state that nobody can guess or change. */
export function sealState({ to, language }: Destination, secret: string): string {
  const destination = to.length > maxDestination ? `/${language}` : to;
  const random = randomBytes(16).toString('base64url');
  return seal({ to: destination, language, random }, 'state', secret);
}

/** What a state says; null when it is none of ours. */
export function openState(state: string | null, secret: string): Destination | null {
  const parsed = stateShape.safeParse(state ? unseal(state, 'state', secret) : null);
  return parsed.success ? parsed.data : null;
}

/** Remembers an attempt between leaving for the issuer and coming back. */
export function keepAttempt(
  request: NextRequest,
  response: NextResponse,
  { verifier, nonce, state }: { verifier: string; nonce: string; state: string },
  config: WebConfig,
): void {
  const attempt: Attempt = { verifier, nonce, begunAt: Date.now() };
  const kept = [...cookiesOf(cookiePrefixes.signIn, request.cookies.getAll())]
    .map(([id, sealed]) => ({ id, begunAt: open(sealed, config.sessionSecret)?.begunAt ?? 0 }))
    .toSorted((left, right) => right.begunAt - left.begunAt);
  for (const { id } of kept.slice(maxAttempts - 1)) expire(response, id, config);
  response.cookies.set(
    cookiePrefixes.signIn + idOf(state),
    seal(attempt, 'sign-in', config.sessionSecret),
    cookieOptions(config.webOrigin, lifeSeconds, '/auth'),
  );
}

/** The attempt that a state belongs to; null when it was too long ago, or begun in another browser. */
export function readAttempt(request: NextRequest, state: string | null, secret: string): Attempt | null {
  const sealed = state && request.cookies.get(cookiePrefixes.signIn + idOf(state))?.value;
  return sealed ? open(sealed, secret) : null;
}

export function dropAttempt(response: NextResponse, state: string, config: WebConfig): void {
  expire(response, idOf(state), config);
}

function open(sealed: string, secret: string): Attempt | null {
  const parsed = attemptShape.safeParse(unseal(sealed, 'sign-in', secret));
  return parsed.success ? parsed.data : null;
}

function expire(response: NextResponse, id: string, config: WebConfig): void {
  response.cookies.set(cookiePrefixes.signIn + id, '', cookieOptions(config.webOrigin, 0, '/auth'));
}

function idOf(state: string): string {
  return createHash('sha256').update(state).digest('base64url').slice(0, 16);
}
