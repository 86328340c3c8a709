import { SECURITY_HEADERS } from './security.ts';

const POLICY = SECURITY_HEADERS['content-security-policy'] ?? '';
const ANYBODY = [
  POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  { 'access-control-allow-origin': '*' },
] as const;

/**
 * The headers by which pages elsewhere may hold what we answer: in a frame, and asked for by their scripts.
 *
 * @param sites the origins the owner lets; none named lets everybody
 * @param origin the Origin of the request; a site that is not among them is told nothing
 */
export function lending(sites: readonly string[] = [], origin?: string): Record<string, string> {
  const [policy, allow] =
    sites.length === 0
      ? ANYBODY
      : [
          POLICY.replace("frame-ancestors 'none'", `frame-ancestors 'self' ${sites.join(' ')}`),
          origin !== undefined && sites.includes(origin) ? { 'access-control-allow-origin': origin } : {},
        ];
  return {
    'content-security-policy': policy,
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'accept-encoding, accept-language, origin',
    ...allow,
  };
}
