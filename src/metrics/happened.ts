/** What a time is that something can have happened at, for messages. */
export const POSSIBLE_TIME = 'a time after the beginning of 1970';

/** Whether something can have happened then (epoch ms): programs write what they have no time for as the year 1, as 1601 or as epoch 0. */
export function isTime(instant: number): boolean {
  return instant > 0;
}
