/** The ten shown ranges of a course grade, lowest first. */
export const GRADE_BUCKETS: readonly string[] = [
  '0-9%',
  '10-19%',
  '20-29%',
  '30-39%',
  '40-49%',
  '50-59%',
  '60-69%',
  '70-79%',
  '80-89%',
  '90-100%',
];

/**
 * The range that a course grade (a fraction from 0 to 1) falls in: 0.7 is `70-79%`, 0.6999 is `60-69%`, 1 is `90-100%`.
 * Without a grade there is no range: null.
 *
 * `aspects-v8` repeats Open edX Aspects: the grade is a 32-bit float compared with 64-bit bounds, so that exactly 0.7 is `60-69%`
 * and exactly 0.9 is `80-89%`; a missing grade is `0-9%`.
 */
export function gradeBucket(grade: number | null, rules?: 'aspects-v8'): string | null {
  if (rules === 'aspects-v8') return bucketFrom(Math.fround(grade ?? 0));
  return grade === null ? null : bucketFrom(grade);
}

function bucketFrom(grade: number): string | null {
  for (let tenth = GRADE_BUCKETS.length - 1; tenth > 0; tenth--) {
    if (grade >= tenth / 10) return GRADE_BUCKETS[tenth] ?? null;
  }
  return GRADE_BUCKETS[0] ?? null;
}
