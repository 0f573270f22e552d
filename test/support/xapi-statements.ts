import { block, COURSE, statement } from './statements.js';
import type { Said } from './statements.js';

/** One statement as Open edX sends it. */
export type Statement = Record<string, unknown>;

/** What stories leave open: by default ann in the course of the tests. */
export type Details = Partial<Omit<Said, 'verb' | 'time'>>;

/** An instant: a day stands for its midnight in UTC. */
function instant(on: string): string {
  return on.includes('T') ? on : `${on}T00:00:00Z`;
}

/** The learner is enrolled in the audit track; again, if she was before. */
export function enrolled(on: string, details: Details = {}): Statement {
  return statement({ verb: 'registered', track: 'audit', time: instant(on), ...details });
}

/** The learner visits a page of the test course: a unit, or another block by its link. */
export function visited(unit: string, on: string, details: Details = {}): Statement {
  return statement({ verb: 'navigated', object: block('vertical', unit), time: instant(on), ...details });
}

/** The learner responds to a problem of the test course. */
export function answered(problem: string, on: string, details: Details = {}): Statement {
  return statement({ verb: 'evaluated', object: block('problem', problem), time: instant(on), ...details });
}

/** The platform computes a course grade. */
export function graded(score: number, on: string, details: Details = {}): Statement {
  return statement({ verb: 'earned', score, grade: 'Fail', time: instant(on), ...details });
}

/** The player of a video of the test course, 10 seconds long, says something at a second of the video, or at none. */
export function player(verb: 'played' | 'paused' | 'seeked' | 'completed', video: string, on: string, position?: number): Statement {
  const at = position === undefined ? {} : { position };
  return statement({ verb, object: block('video', video), length: 10, time: instant(on), ...at });
}

/** The learner watches a video of the test course from second to second, with a minute between play and pause. */
export function watched(video: string, day: string, hour: number, from: number, to: number): Statement[] {
  const at = (minute: number): string => `${day}T${String(hour).padStart(2, '0')}:0${minute}:00Z`;
  return [player('played', video, at(0), from), player('paused', video, at(1), to)];
}

/** Another course, as statements name it. */
export const OTHER_COURSE = COURSE.replace('+C+', '+D+');

/** The link of a block in the other course. */
export function otherBlock(type: Parameters<typeof block>[0], name: string): string {
  return block(type, name).replace('+C+', '+D+');
}
