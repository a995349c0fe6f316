import { hostname, networkInterfaces } from 'node:os';

const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

/** Values of the Host header under which the server answers: its own names with its port, lower case. */
export function ownHosts(host: string, port: number): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  if (everyAddress.has(host)) {
    names.push(hostname());
    for (const address of Object.values(networkInterfaces()).flatMap((list) => list ?? []))
      names.push(bracketed(address.address));
  } else names.push(bracketed(host));
  const hosts = names.map((name) => `${name.toLowerCase()}:${port}`);
  if (port === 80) hosts.push(...names.map((name) => name.toLowerCase()));
  return new Set(hosts);
}

function bracketed(name: string): string {
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
}
