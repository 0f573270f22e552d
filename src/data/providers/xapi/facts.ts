import type { PlayerEvent } from '../../../metrics/at-risk-video.js';
import { watchedIntervals } from '../../../metrics/at-risk-video.js';
import { TABLES } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import type { Table } from '../../table.js';
import { TableBuilder } from '../../table.js';
import { flagAt, flagsOf, numberAt, numbersOf, textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { VIDEO_VERBS } from './vocabulary.js';

/** What one learner's player said of one video. */
interface Playback {
  readonly course: string;
  readonly actor: string;
  readonly block: string;
  readonly url: string | null;
  readonly events: PlayerEvent[];
}

const PLAYER_VERBS: ReadonlyMap<string, PlayerEvent['verb']> = new Map([...VIDEO_VERBS.values()].map((verb) => [verb, verb]));

/** `page_visits`, `problem_responses`, `grades` and `video_watches` from events in order of time, each in that order. */
export function factTables(events: Table, rules: Settings['rules']): readonly Table[] {
  const aspects = rules === 'aspects-v8' ? rules : undefined;
  return [visits(events), responses(events), grades(events, aspects), watches(events, aspects)];
}

function visits(events: Table): Table {
  const builder = factBuilder('page_visits');
  const times = numbersOf(events, 'time');
  for (const { row, ...about } of rowsOfKind(events, 'visit')) builder.push({ ...about, visited_at: times[row] });
  return builder.build();
}

function responses(events: Table): Table {
  const builder = factBuilder('problem_responses');
  const times = numbersOf(events, 'time');
  const attempts = numbersOf(events, 'attempt');
  const scores = numbersOf(events, 'score');
  const success = flagsOf(events, 'success');
  const ids = textsOf(events, 'id');
  const urls = textsOf(events, 'url');
  for (const { row, ...about } of rowsOfKind(events, 'problem')) {
    builder.push({
      ...about,
      responded_at: times[row],
      attempt: attempts[row],
      correct: flagAt(success, row),
      score: scores[row],
      statement: textAt(ids, row),
      url: textAt(urls, row),
    });
  }
  return builder.build();
}

/**
 * Grade events: of a course its score, of anything that says so whether the course is passed. `passed` with a score of 0 says
 * nothing of the grade. An event of a course without a score does not either; under `aspects-v8` its score is 0.
 */
function grades(events: Table, aspects: 'aspects-v8' | undefined): Table {
  const builder = factBuilder('grades');
  const times = numbersOf(events, 'time');
  const scores = numbersOf(events, 'score');
  const states = textsOf(events, 'state');
  const verbs = textsOf(events, 'verb');
  const ofCourse = flagsOf(events, 'of_course');
  for (const { row, course_key, actor_id } of rowsOfKind(events, 'grade')) {
    const said = numberAt(scores, row) ?? (aspects === undefined ? null : 0);
    const score = flagAt(ofCourse, row) !== true || (textAt(verbs, row) === 'passed' && said === 0) ? null : said;
    const state = textAt(states, row);
    if (score !== null || state !== null) builder.push({ course_key, actor_id, graded_at: times[row], score, state });
  }
  return builder.build();
}

function watches(events: Table, aspects: 'aspects-v8' | undefined): Table {
  const times = numbersOf(events, 'time');
  const positions = numbersOf(events, 'position');
  const lengths = numbersOf(events, 'length');
  const verbs = textsOf(events, 'verb');
  const urls = textsOf(events, 'url');
  const learners = new EnrollmentKeys();
  const players = new EnrollmentKeys();
  const playbacks: Playback[] = [];
  for (const { row, course_key: course, actor_id: actor, block_id: block } of rowsOfKind(events, 'video')) {
    const player = players.of(String(learners.of(course, actor)), block);
    const playback = (playbacks[player] ??= { course, actor, block, url: textAt(urls, row), events: [] });
    const verb = PLAYER_VERBS.get(textAt(verbs, row) ?? '');
    if (verb === undefined) continue;
    playback.events.push({ verb, time: times[row] ?? 0, position: numberAt(positions, row), length: numberAt(lengths, row) });
  }
  const builder = factBuilder('video_watches');
  for (const { course, actor, block, url, events: played } of playbacks) {
    for (const { time, from, to, length } of watchedIntervals(played, aspects)) {
      builder.push({
        course_key: course,
        actor_id: actor,
        block_id: block,
        watched_at: time,
        from_second: from,
        to_second: to,
        length,
        url,
      });
    }
  }
  return builder.build();
}

function factBuilder(name: string): TableBuilder {
  return new TableBuilder(name, TABLES.get(name)?.columns ?? {});
}

function* rowsOfKind(events: Table, kind: string): Iterable<{ row: number; course_key: string; actor_id: string; block_id: string }> {
  const kinds = textsOf(events, 'kind');
  const code = kinds.dictionary.indexOf(kind);
  const courses = textsOf(events, 'course_key');
  const actors = textsOf(events, 'actor_id');
  const blocks = textsOf(events, 'block_id');
  for (let row = 0; row < events.length; row++) {
    if (code < 0 || kinds.codes[row] !== code) continue;
    yield {
      row,
      course_key: textAt(courses, row) ?? '',
      actor_id: textAt(actors, row) ?? '',
      block_id: textAt(blocks, row) ?? '',
    };
  }
}
