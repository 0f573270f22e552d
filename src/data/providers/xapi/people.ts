import { TableBuilder } from '../../table.js';
import { columnsWithout } from '../../../metrics/tables.js';
import type { Skipped } from '../../provider.js';
import type { Table } from '../../table.js';
import { takeRows } from './sink-rows.js';

/** Who somebody is, as the host's user tables say. */
interface Person {
  readonly name: string | null;
  readonly username: string | null;
  readonly email: string | null;
}

interface Profile extends Person {
  /** Later profiles of a user replace earlier ones. */
  readonly version: readonly [number, number];
}

/** Which user an external id is of. */
interface Account {
  readonly user: string;
  readonly username: string | null;
  readonly dumped: number;
}

const MAILTO = 'mailto:';

/**
 * The `learners` table: one row for each actor, or without `actors` for everybody whom the user tables know; with name, username
 * and e-mail where `user_profile` and `external_id` tell them: the newest row of each, the profile first. An actor is the user whose
 * external id it is, else, for a `mailto:` actor, the user with that e-mail (of several the one with the lowest user id). Everybody is
 * one row, however many user rows match. `skipped` is what could not be read of these tables.
 */
export function learnersOf(
  actors: readonly string[] | undefined,
  tables: Readonly<Record<string, unknown>>,
): { table: Table; skipped: readonly Skipped[] } {
  const { profiles, skipped } = latestProfiles(tables);
  const usernames = new Map<string, Account>();
  const accounts = new Map<string, Account>();
  const skippedIds = takeRows(tables, 'external_id', (row) => {
    const [user, username] = [row.text('user_id') ?? '', row.text('username')];
    const account = { user, username, dumped: row.instant('time_last_dumped') ?? -Infinity };
    const takeNewest = (of: Map<string, Account>, key: string | null): void => {
      if (key !== null && !(account.dumped < (of.get(key)?.dumped ?? -Infinity))) of.set(key, account);
    };
    takeNewest(accounts, row.text('external_user_id'));
    if (username !== null) takeNewest(usernames, user);
  });
  const byExternalId = new Map<string, Person>();
  for (const [externalId, { user, username }] of accounts) {
    const profile = profiles.get(user);
    if (profile === undefined && username === null) continue;
    byExternalId.set(externalId, { name: null, email: null, ...profile, username: profile?.username ?? username });
  }
  const byEmail = new Map<string, Person>();
  for (const [user, profile] of [...profiles].sort(([a], [b]) => Number(a) - Number(b))) {
    if (profile.email === null || byEmail.has(profile.email)) continue;
    byEmail.set(profile.email, { ...profile, username: profile.username ?? usernames.get(user)?.username ?? null });
  }
  const builder = new TableBuilder('learners', columnsWithout('learners'));
  for (const actor of actors ?? [...byExternalId.keys(), ...[...byEmail.keys()].map((email) => MAILTO + email)]) {
    const person = byExternalId.get(actor) ?? (actor.startsWith(MAILTO) ? byEmail.get(actor.slice(MAILTO.length)) : undefined);
    builder.push({ actor_id: actor, name: person?.name, username: person?.username, email: person?.email });
  }
  return { table: builder.build(), skipped: [skipped, skippedIds] };
}

function latestProfiles(tables: Readonly<Record<string, unknown>>): { profiles: Map<string, Profile>; skipped: Skipped } {
  const profiles = new Map<string, Profile>();
  const skipped = takeRows(tables, 'user_profile', (row) => {
    const user = row.requiredText('user_id');
    const version = [row.number('id') ?? 0, row.instant('time_last_dumped') ?? 0] as const;
    const known = profiles.get(user);
    if (known !== undefined && isEarlier(version, known.version)) return;
    profiles.set(user, { name: row.text('name'), username: row.text('username'), email: row.text('email'), version });
  });
  return { profiles, skipped };
}

function isEarlier(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}
