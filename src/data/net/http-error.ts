import { StatsError } from '../stats-error.js';

const LONGEST_SERVER_TEXT = 200;

/** A URL as it may stand in a message: without query, fragment and credentials. */
export function placeOf(url: string): string {
  return url.startsWith('data:') ? 'data:' : url.replace(/[?#].*$/, '').replace(/\/\/[^/@]*@/, '//');
}

/** Whether the server sent a page for people where data were due: a login page, as hosts answer once the session is over. */
export function isLoginPage(response: Response): boolean {
  const type = response.headers.get('content-type') ?? '';
  return /^(text\/html|application\/xhtml\+xml)\b/i.test(type) && (response.ok || response.redirected);
}

/**
 * The error for an answer that is no success: 401 and login pages are `signed-out`, the rest `http` with its status and
 * what the server says in `{"error": …}`. `secrets` (what was sent in headers), e-mail addresses and tokens never get in.
 */
export async function errorOf(url: string, response: Response, secrets: readonly string[]): Promise<StatsError> {
  const { status } = response;
  if (status === 401) return new StatsError('signed-out', `${placeOf(url)}: the server asks the reader to sign in (401).`, { status });
  if (isLoginPage(response)) return signedOut(url, status);
  const said = serverText(await response.text().catch(() => ''), secrets);
  return new StatsError('http', `${placeOf(url)}: the server answered ${status}${said === undefined ? '' : `: ${said}`}.`, { status });
}

/** The error for a login page. */
export function signedOut(url: string, status: number): StatsError {
  return new StatsError('signed-out', `${placeOf(url)}: expected data, got a web page; the reader is probably signed out.`, { status });
}

function serverText(body: string, secrets: readonly string[]): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body.replace(/^\uFEFF?(\)\]\}'\s*)?/, ''));
    if (typeof parsed !== 'object' || parsed === null || !('error' in parsed) || typeof parsed.error !== 'string') return undefined;
    const text = withoutSecrets(parsed.error.slice(0, 5 * LONGEST_SERVER_TEXT), secrets).slice(0, LONGEST_SERVER_TEXT);
    return text.trim().replace(/\.$/, '') || undefined;
  } catch {
    return undefined;
  }
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const words = secrets.flatMap((secret) => [secret, ...secret.split(/\s+/)]).filter((word) => word.length > 3);
  return words
    .reduce((rest, word) => rest.split(word).join('…'), text)
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '…')
    .replace(/([?&][^\s=&]+=)[^\s&]+/g, '$1…')
    .replace(/[\w\-+/=.~]{24,}/g, '…');
}
