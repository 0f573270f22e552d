import type { Groups } from './groups.js';

export type { Groups } from './groups.js';

let part: Groups | undefined;

/** Takes the place of `groups.ts` in builds of a module per tag, as few pages show learners to who may see them in groups only. */
export function groups(): Groups | undefined {
  return part;
}

/** The same; a browser asks again for what it could not load. */
export async function needGroups(): Promise<Groups> {
  return (part ??= await import('./groups-part.js'));
}
