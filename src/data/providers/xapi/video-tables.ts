import { repeatViews, watchedEntirely, watchedRuns } from '../../../metrics/at-risk-video.js';
import { TABLES } from '../../../metrics/tables.js';
import type { Settings } from '../../provider.js';
import type { Table, Tables } from '../../table.js';
import { TableBuilder } from '../../table.js';
import type { Block } from './block-index.js';
import { blockLinks } from './block-links.js';
import { itemLabel, readBlocks } from './block-index.js';
import { numberAt, numbersOf, tableOf, textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';

/** What one learner watched of one video. */
interface Watched {
  readonly course: string;
  readonly actor: string;
  readonly block: string;
  readonly intervals: { from: number; to: number }[];
  length: number | null;
}

/**
 * `video_totals` and `video_segments`: each video that a learner watched, with its views (how often the second watched most often
 * was watched) and whether at least 95 % of its seconds were, and its runs of seconds watched equally often. `aspects-v8` leaves
 * out videos that `blocks` does not know, and cuts names at ` - `.
 */
export function videoTables(tables: Tables, rules: Settings['rules']): readonly Table[] {
  const aspects = rules === 'aspects-v8' ? rules : undefined;
  const blocks = readBlocks(tables);
  const watches = tableOf(tables, 'video_watches');
  const links = blockLinks(watches);
  const totals = new TableBuilder('video_totals', TABLES.get('video_totals')?.columns ?? {});
  const segments = new TableBuilder('video_segments', TABLES.get('video_segments')?.columns ?? {});
  for (const { course, actor, block: id, intervals, length } of watchedVideos(watches)) {
    const block = blocks.get(id);
    if (aspects !== undefined && block === undefined) continue;
    const about = { course_key: course, actor_id: actor, block_id: id };
    const video = aspects === undefined ? itemLabel(id, block) : cutLabel(id, block);
    const runs = watchedRuns(intervals);
    for (const { from, to, passes } of runs) {
      segments.push({ ...about, from_second: from, to_second: to, passes, repeats: repeatViews(passes, aspects), video });
    }
    const views = Math.max(0, ...runs.map((run) => run.passes));
    const entire = watchedEntirely(
      runs.reduce((seconds, run) => seconds + run.to - run.from + 1, 0),
      length,
    );
    totals.push({
      ...about,
      views,
      entire,
      partial_views: entire === null ? null : entire ? 0 : views,
      full_views: entire === null ? null : entire ? views : 0,
      video,
      url: block?.url ?? links.get(id),
    });
  }
  return [totals.build(), segments.build()];
}

function watchedVideos(watches: Table): Iterable<Watched> {
  const courses = textsOf(watches, 'course_key');
  const actors = textsOf(watches, 'actor_id');
  const ids = textsOf(watches, 'block_id');
  const froms = numbersOf(watches, 'from_second');
  const tos = numbersOf(watches, 'to_second');
  const lengths = numbersOf(watches, 'length');
  const learners = new EnrollmentKeys().ofRows(watches);
  const videos = new Map<number, Watched>();
  for (let row = 0; row < watches.length; row++) {
    const [block, from, to] = [textAt(ids, row), numberAt(froms, row), numberAt(tos, row)];
    const learner = learners[row] ?? -1;
    if (block === null || learner < 0 || from === null || to === null) continue;
    const key = learner * ids.dictionary.length + (ids.codes[row] ?? 0);
    let video = videos.get(key);
    if (video === undefined) {
      video = { course: textAt(courses, row) ?? '', actor: textAt(actors, row) ?? '', block, intervals: [], length: null };
      videos.set(key, video);
    }
    video.intervals.push({ from, to });
    const length = numberAt(lengths, row);
    if (length !== null) video.length = Math.max(length, video.length ?? length);
  }
  return videos.values();
}

function cutLabel(id: string, block: Block | undefined): string {
  return block === undefined ? id : itemLabel(id, { ...block, name: (block.name ?? '').split(' - ')[0] ?? '' });
}
