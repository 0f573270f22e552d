const PROBLEM = /@problem\+block@/;
const PART = /_\d+_\d+$/;

/** Whether an id or a link names a problem, or a part of one. */
export function isOfProblem(id: string): boolean {
  return PROBLEM.test(id);
}

/** Whether it names a part of a problem: one of its questions. */
export function isPartOfProblem(id: string): boolean {
  return isOfProblem(id) && PART.test(id);
}

/** The problem that a part is of. */
export function withoutPart(id: string): string {
  return id.replace(PART, '');
}
