import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses of a cloud's own services that lie in public ranges: the metadata and DNS of Azure. */
const cloudServices = new Set(['168.63.129.16']);

/** Public addresses are allocated from this network only (IANA, IPv6 Global Unicast Address Assignments). */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** The well-known prefix of NAT64 (RFC 6052). The last 32 bits are an IPv4 address. */
const nat64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];

/**
 * True for a unicast address on the public internet. Protects this machine, its network and cloud metadata from
 * server-side request forgery. An IPv4 address inside an IPv4-mapped or NAT64 address is checked itself. All other
 * addresses that contain one (IPv4-translated, 6to4, Teredo) are refused. False for anything that is not an IP address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  const ip = ipaddr.parse(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast' && !cloudServices.has(ip.toString());
  if (ip.isIPv4MappedAddress() || ip.match(nat64)) {
    return isPublicAddress(new ipaddr.IPv4(ip.toByteArray().slice(-4)).toString());
  }
  return ip.range() === 'unicast' && ip.match(globalUnicast);
}
