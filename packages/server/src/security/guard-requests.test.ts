import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { problemResponse, toClienteleError } from '../http/problem.ts';
import { guardRequests } from './guard-requests.ts';
import { ownHosts } from './own-hosts.ts';

const app = new Hono();
app.use(guardRequests(() => ownHosts('127.0.0.1', 4400)));
app.onError((failure) => problemResponse(toClienteleError(failure, 'testing')));
app.all('*', (context) => context.text('in'));

async function status(headers: Record<string, string>, method = 'GET'): Promise<number> {
  return (await app.request('/', { method, headers })).status;
}

describe('guardRequests', () => {
  it.each(['localhost:4400', '127.0.0.1:4400', '[::1]:4400', 'LOCALHOST:4400'])(
    'lets its own host in: %s',
    async (host) => {
      expect(await status({ host })).toBe(200);
    },
  );

  it.each(['evil.example', 'evil.example:4400', 'localhost', 'localhost:4401', 'localhost:4400.evil.example', ''])(
    'refuses the host "%s"',
    async (host) => {
      expect(await status({ host })).toBe(403);
    },
  );

  it.each([
    ['http://localhost:4400', 200],
    ['http://evil.example', 403],
    ['https://evil.example:4400', 403],
    ['http://localhost:3000', 403],
    ['null', 403],
  ])('answers the origin %s with %i', async (origin, expected) => {
    expect(await status({ host: 'localhost:4400', origin }, 'POST')).toBe(expected);
    expect(await status({ host: 'localhost:4400', origin })).toBe(expected);
  });

  it('refuses changes from elsewhere, and lets links in', async () => {
    const headers = { host: 'localhost:4400', 'sec-fetch-site': 'cross-site' };
    expect(await status(headers)).toBe(200);
    expect(await status(headers, 'POST')).toBe(403);
    expect(await status(headers, 'DELETE')).toBe(403);
    expect(await status({ ...headers, 'sec-fetch-site': 'same-origin' }, 'POST')).toBe(200);
  });
});

describe('ownHosts', () => {
  it('adds the host given, in brackets where it is an IPv6 address', () => {
    expect(ownHosts('shop.lan', 80)).toContain('shop.lan');
    expect(ownHosts('fd00::1', 4400)).toContain('[fd00::1]:4400');
  });

  it('answers under the addresses of the machine where it listens on all of them', () => {
    const hosts = ownHosts('0.0.0.0', 4400);
    expect(hosts).toContain('127.0.0.1:4400');
    expect(hosts).not.toContain('0.0.0.0:4400');
  });
});
