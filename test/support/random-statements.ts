import type { Random } from './random.js';
import { block, COURSE, statement } from './statements.js';
import { OTHER_COURSE } from './xapi-statements.js';
import type { Statement } from './xapi-statements.js';

const HOUR_MS = 3_600_000;
const OBJECTS = [
  block('vertical', 'u1'),
  block('vertical', 'u2'),
  block('sequential', 's1'),
  block('problem', 'p1'),
  block('problem', 'p2'),
  block('video', 'v1'),
];
const VERBS = ['navigated', 'navigated', 'evaluated', 'played', 'played', 'paused', 'seeked', 'completed', 'viewed'];
const ACTORS = ['ann', 'bob', 'eve', 'kim', 'max', { mbox: 'mailto:joe@example.org' }];

/**
 * Learners of two courses doing this and that, up to two days after `now` (epoch ms); all but one have been away for some time.
 * Now and then a statement does not say what it might: no score, no attempt, no position, no track.
 */
export function randomStatements(random: Random, now: number, count = 400): Statement[] {
  const mostly = <K extends string, T>(name: K, value: T): Partial<Record<K, T>> =>
    random.chance(0.8) ? ({ [name]: value } as Record<K, T>) : {};
  return Array.from({ length: count }, () => {
    const at = random.below(ACTORS.length);
    const hours = at === 0 ? random.below(600) - 48 : 24 * (5 + 3 * at) + random.below(600);
    const time = new Date(now - hours * HOUR_MS).toISOString();
    const said = { actor: ACTORS[at] ?? '', time, course: random.chance(0.8) ? COURSE : OTHER_COURSE };
    if (random.chance(0.1)) {
      const track = random.pick([undefined, 'audit', 'verified']);
      return statement({ ...said, verb: random.pick(['registered', 'registered', 'registered', 'unregistered']), track });
    }
    if (random.chance(0.1)) {
      const verb = random.pick(['earned', 'earned', 'passed', 'failed', 'failed']);
      const grade = random.pick(['Pass', 'Fail', 'Fail'] as const);
      return statement({ ...said, verb, ...mostly('score', random.below(11) / 10), ...mostly('grade', grade) });
    }
    return statement({
      ...said,
      verb: random.pick(VERBS),
      object: random.pick(OBJECTS),
      length: 20,
      ...mostly('success', random.chance(0.5)),
      ...mostly('attempt', random.below(4)),
      ...mostly('position', random.below(2000) / 100),
    });
  });
}
