import { StatsError } from '../../workers/connect.js';
import type { AtRiskRules, OpenRequest, ProviderId, Settings } from '../../workers/connect.js';

/** Headers for a request; `renewed` is true after a 401. What it answers is never stored. */
export type RequestHook = (
  url: string,
  renewed: boolean,
) => Promise<Readonly<Record<string, string>> | undefined> | Readonly<Record<string, string>> | undefined;

/** Everything that attributes and properties say about where data come from and how they are read. */
export interface DatasetSource {
  readonly provider: string;
  readonly src?: string | undefined;
  readonly tables?: string | undefined;
  readonly events?: string | undefined;
  readonly data?: unknown;
  readonly timezone: string;
  readonly now?: string | undefined;
  readonly rules?: string | Partial<AtRiskRules> | undefined;
  readonly userKey?: string | undefined;
  readonly maxAge: number;
  readonly credentials: string;
  readonly idleCap: number;
  readonly request?: RequestHook | undefined;
}

/** Datasets with equal keys are one: the same addresses, asked in the name of the same user. Data given by property are never shared. */
export function sourceKey(source: DatasetSource, base: string): string | undefined {
  if (source.data !== undefined) return undefined;
  const { provider, src, tables, events, userKey = '', credentials } = source;
  return JSON.stringify([provider, absolute(src, base), absolute(tables, base), absolute(events, base), userKey, credentials]);
}

/** The request that opens the source. URLs become absolute: a blob worker resolves none. */
export function openRequest(source: DatasetSource, base: string): OpenRequest {
  const input = {
    ...optional('src', absolute(source.src, base)),
    ...optional('tables', absolute(source.tables, base)),
    ...optional('events', absolute(source.events, base)),
    ...optional('data', source.data),
  };
  return {
    provider: source.provider as ProviderId,
    input,
    settings: settingsOf(source),
    maxAge: source.maxAge,
    credentials: source.credentials as RequestCredentials,
    hooked: source.request !== undefined,
    ...optional('userKey', source.userKey === '' ? undefined : source.userKey),
  };
}

/**
 * The part that can change without another load.
 * @throws StatsError `bad-option`, naming the attribute and its value.
 */
export function settingsOf(source: DatasetSource): Partial<Settings> {
  return {
    timezone: source.timezone,
    idleCapSeconds: source.idleCap,
    ...optional('now', instantOf(source.now)),
    ...optional('rules', rulesOf(source.rules)),
  } as Partial<Settings>;
}

function instantOf(now: string | undefined): number | undefined {
  if (now === undefined || now === '') return undefined;
  const zoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(now) || /^\d{4}-\d\d-\d\d$/.test(now) ? now : `${now.replace(' ', 'T')}Z`;
  const instant = Date.parse(zoned);
  if (Number.isNaN(instant)) throw new StatsError('bad-option', `now: expected an ISO 8601 date and time, got "${now}"`);
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
  if (typeof parsed === 'object' && parsed !== null) return parsed;
  throw new StatsError('bad-option', `rules: expected aspects-v8 or JSON of rule settings, got "${rules}"`);
}

function parsedRules(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function absolute(url: string | undefined, base: string): string | undefined {
  return url === undefined || url === '' ? undefined : new URL(url, base).href;
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
