import { parseInstant, shown, unlike } from '../../../workers/connect.js';
import type { AtRiskRules, OpenRequest, ProviderId, Settings } from '../../../workers/connect.js';
import { durationSeconds } from '../text/duration-attribute.js';

/** Headers for a request; `renewed` is true after a 401. What it answers is never stored. */
export type RequestHook = (
  url: string,
  renewed: boolean,
) => Promise<Readonly<Record<string, string>> | undefined> | Readonly<Record<string, string>> | undefined;

/** Everything that attributes and properties say about where data come from and how they are read; `data` of null are still to come. */
export interface DatasetSource {
  readonly provider: string;
  readonly src?: string | undefined;
  readonly tables?: string | undefined;
  readonly events?: string | undefined;
  readonly data?: unknown;
  readonly timezone: string;
  readonly now?: string | number | Date | undefined;
  readonly rules?: string | Partial<AtRiskRules> | undefined;
  readonly userKey?: string | undefined;
  readonly maxAge?: number | undefined;
  readonly credentials: string;
  readonly idleCap: string;
  readonly request?: RequestHook | undefined;
}

/**
 * Datasets with equal keys are one: the same addresses, asked in the name of the same user. Data given by property are never shared, nor
 * is what has no address.
 */
export function sourceKey(source: DatasetSource, base: string): string | undefined {
  if (source.data !== undefined) return undefined;
  const { provider, userKey = '', credentials } = source;
  try {
    const { src, tables, events } = addresses(source, base);
    return JSON.stringify([provider, src, tables, events, userKey, credentials]);
  } catch {
    return undefined;
  }
}

/** The settings of another source that differ from those of one, by attribute and value. */
export function differingSettings(one: DatasetSource, other: DatasetSource): readonly string[] {
  const settings = ({ timezone, now, rules, idleCap }: DatasetSource) => ({ timezone, now, rules, 'idle-cap': idleCap });
  const before = new Map(Object.entries(settings(one)).map(([name, value]) => [name, asText(value)]));
  return Object.entries(settings(other)).flatMap(([name, value]) => {
    const text = asText(value);
    return text === before.get(name) ? [] : [`${name}=${text ?? '""'}`];
  });
}

/** JSON, or where there is none of it, as of a BigInt or a circle, what the value is. */
function asText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return shown(value);
  }
}

/** Seconds for which stored data are fresh, unless the host says otherwise. */
const MAX_AGE = 300;

/**
 * The request that opens the source. URLs become absolute: a blob worker resolves none.
 * @throws StatsError `bad-option`, naming the attribute and its value.
 */
export function openRequest(source: DatasetSource, base: string): OpenRequest {
  const { credentials, maxAge = MAX_AGE, request } = source;
  check('credentials', ['same-origin', 'include', 'omit'].includes(credentials), 'same-origin, include or omit', credentials);
  check('max-age', maxAge >= 0, 'seconds, 0 or more', maxAge);
  check('request', request === undefined || typeof request === 'function', 'a function', request);
  return {
    provider: source.provider as ProviderId,
    input: { ...addresses(source, base), ...optional('data', source.data) },
    settings: settingsOf(source),
    maxAge,
    credentials: credentials as RequestCredentials,
    hooked: request !== undefined,
    ...optional('userKey', source.userKey === '' ? undefined : source.userKey),
  };
}

/**
 * The part that can change without another load.
 * @throws StatsError `bad-option`, naming the attribute and its value.
 */
export function settingsOf(source: DatasetSource): Partial<Settings> {
  const idleCapSeconds = durationSeconds(source.idleCap);
  check('idle-cap', idleCapSeconds > 0, 'minutes, or a time such as 90 s, above 0', source.idleCap);
  return {
    timezone: source.timezone,
    idleCapSeconds,
    ...optional('now', instantOf(source.now)),
    ...optional('rules', rulesOf(source.rules)),
  } as Partial<Settings>;
}

function instantOf(now: DatasetSource['now']): number | undefined {
  if (now === undefined || now === '') return undefined;
  const instant = parseInstant(typeof now === 'string' ? now.trim() : Number(now));
  check('now', instant !== undefined, 'an ISO 8601 date and time', now);
  return instant;
}

/**
 * The rules as an object, or `aspects-v8`; undefined where none are given. What is in the object is checked where it is used.
 * @throws StatsError `bad-option` for text that is neither `aspects-v8` nor a JSON object.
 */
export function rulesOf(rules: DatasetSource['rules']): 'aspects-v8' | Partial<AtRiskRules> | undefined {
  if (rules === undefined || rules === '') return undefined;
  if (rules === 'aspects-v8') return rules;
  if (typeof rules !== 'string') return rules;
  const parsed = parsedRules(rules);
  check('rules', typeof parsed === 'object' && parsed !== null, 'aspects-v8 or JSON of rule settings', rules);
  return parsed as Partial<AtRiskRules>;
}

/** The same; undefined where they cannot be read. */
export function readableRules({ rules }: DatasetSource): 'aspects-v8' | Partial<AtRiskRules> | undefined {
  try {
    return rulesOf(rules);
  } catch {
    return undefined;
  }
}

function parsedRules(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function addresses({ src, tables, events }: DatasetSource, base: string): OpenRequest['input'] {
  return {
    ...optional('src', absolute('src', src, base)),
    ...optional('tables', absolute('tables', tables, base)),
    ...optional('events', absolute('events', events, base)),
  };
}

function absolute(name: string, url: string | undefined, base: string): string | undefined {
  if (url === undefined || url === '') return undefined;
  try {
    return new URL(url, base).href;
  } catch {
    throw unlike('bad-option', name, 'a URL', url);
  }
}

function check(name: string, isGood: boolean, expected: string, got: unknown): void {
  if (!isGood) throw unlike('bad-option', name, expected, got);
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
