import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { areaOf, openTelemetry } from './telemetry.ts';

describe('what the web program tells of itself', () => {
  it('names the area of a path, never what somebody follows', () => {
    expect(areaOf('/ar/track/BK-2026-7Q4M-K2XD-9')).toBe('track');
    expect(areaOf('/en')).toBe('home');
    expect(areaOf('/api/live/case/BK-2026-7Q4M-K2XD-9')).toBe('api');
    expect(areaOf('/wp-login.php')).toBe('other');
  });

  it('counts a request by area and status once it is answered', async () => {
    const telemetry = openTelemetry('silent');
    const server = createServer((request, response) => {
      telemetry.observe(request, response, '/ar/track/BK-2026-7Q4M-K2XD-9');
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.close();
    const text = await telemetry.metrics();
    expect(text).toMatch(/http_request_duration_seconds_count\{[^}]*area="track"[^}]*status="404"[^}]*\} 1/);
    expect(text).not.toContain('BK-2026');
  });
});
