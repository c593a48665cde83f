import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { readConfig } from '../../config.ts';
import { gatewayHeaders } from '../../graphql/gateway-headers.ts';
import { readEvents, writeEvent } from '../../server/event-stream.ts';

const timeoutMs = 8_000;
const heartbeat = 20_000;
/** Answers after which asking again makes no sense. */
const final = new Set(['NOT_FOUND', 'FORBIDDEN', 'BAD_USER_INPUT']);

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Compression would hold events back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

interface Question<Data, Variables> {
  document: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  cursorOf(data: Data): string;
  locale: string;
  signal: AbortSignal;
}

interface GraphMessage<Data> {
  data?: Data | null;
  errors?: { extensions?: { code?: string } }[];
}

/**
 * A subscription of the gateway as server-sent events for a plain page: `ready`, then `change` with the
 * cursor as its id. The browser gets no data: it asks for the page again. So secrets and texts stay here.
 * `expired`: the session has ended and can perhaps be renewed; `ended`: there is nothing more to hear; `resync`: the
 * cursor is too old. A stream that breaks off without any of them is to be opened again with its cursor.
 */
export async function relay<Data, Variables>(question: Question<Data, Variables>): Promise<Response> {
  const leaving = new AbortController();
  question.signal.addEventListener('abort', () => leaving.abort(), { once: true });
  const upstream = await subscribe(question, leaving);
  if (!upstream?.ok || !upstream.body) {
    leaving.abort();
    if (upstream?.status === 401) return new Response(writeEvent('expired', ''), { headers: streamHeaders });
    if (upstream?.status === 403) return new Response(writeEvent('ended', ''), { headers: streamHeaders });
    return unavailable();
  }
  const source = upstream.body;
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const beating = setInterval(() => send(':\n\n'), heartbeat);
      send(writeEvent('ready', ''));
      try {
        for await (const { event, data } of readEvents(source)) {
          if (event !== 'next') break;
          const message = JSON.parse(data) as GraphMessage<Data>;
          // What came with data has happened, whatever of it could not be completed.
          if (message.data) {
            send(writeEvent('change', '', question.cursorOf(message.data)));
            continue;
          }
          const said = eventOf(message.errors?.[0]?.extensions?.code);
          if (said) send(writeEvent(said, ''));
          break;
        }
      } catch {
        // The gateway went away, or the browser did: either way this stream ends and the page reconnects.
      }
      clearInterval(beating);
      leaving.abort();
      if (!question.signal.aborted) controller.close();
    },
    cancel: () => leaving.abort(),
  });
  return new Response(stream, { headers: streamHeaders });
}

function eventOf(code: string | undefined): 'expired' | 'ended' | 'resync' | null {
  if (code === 'UNAUTHENTICATED') return 'expired';
  if (code === 'RESYNC_REQUIRED') return 'resync';
  return code !== undefined && final.has(code) ? 'ended' : null;
}

function unavailable(): Response {
  return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } });
}

async function subscribe<Data, Variables>(
  { document, variables, locale }: Question<Data, Variables>,
  leaving: AbortController,
): Promise<Response | null> {
  const giveUp = setTimeout(() => leaving.abort(), timeoutMs);
  try {
    return await fetch(`${readConfig().gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        ...(await gatewayHeaders(locale)),
        accept: 'text/event-stream',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: print(document), variables }),
      signal: leaving.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(giveUp);
  }
}
