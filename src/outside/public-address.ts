import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * The IPv4 networks that are not the public internet: the IANA special-purpose registry (RFC 6890), multicast
 * (RFC 5771), what is reserved (RFC 1112), and the address at which one provider's machines find their own keys.
 */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Only this much of IPv6 is unicast for everyone: addresses with an IPv4 one in them, local and multicast are not. */
const PUBLIC_6 = ['2000::', 3] as const;
/** And of that these are not: protocols (Teredo among them), documentation, 6to4, and a sink for queries. */
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

const refused4 = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) refused4.addSubnet(net, bits, 'ipv4');
const public6 = new BlockList();
public6.addSubnet(...PUBLIC_6, 'ipv6');
const refused6 = new BlockList();
for (const [net, bits] of NOT_PUBLIC_6) refused6.addSubnet(net, bits, 'ipv6');

/** Whether a numeric address is one machine on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv4(address)) return !refused4.check(address, 'ipv4');
  return public6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
}

/** Names that mean this machine or the network it stands in (RFC 6761, RFC 6762, RFC 8375). */
const NEAR = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|onion|invalid|test)$/;

/**
 * Whether an address may be asked at all, before its name is looked up: http or https, the ports they have, no name
 * and password in it, and no host that is on this machine or in its network.
 */
export function mayBeAsked(url: URL): boolean {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  if (url.port !== '' && url.port !== '80' && url.port !== '443') return false;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host) !== 0) return isPublicAddress(host);
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(host) && !NEAR.test(host.toLowerCase());
}
