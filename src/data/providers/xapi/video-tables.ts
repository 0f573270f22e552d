import { repeatViews, watchedEntirely, watchedRuns } from '../../../metrics/at-risk-video.js';
import type { Settings } from '../../provider.js';
import type { CategoryColumn, Column, Table, Tables } from '../../table.js';
import type { Block } from './block-index.js';
import { blockLinks } from './block-links.js';
import { itemLabel, readBlocks } from './block-index.js';
import { chosen, columnFrom, compacted, factTable, numberAt, numbersOf, pickCodes, renamed, tableOf, textAt, textsOf } from './columns.js';
import { EnrollmentKeys } from './enrollment-keys.js';
import { byCode, upTo } from './order.js';
import { PairCodes } from './pair-codes.js';
import { longestOfEach } from './video-lengths.js';

/** What one learner watched of one video. */
interface Watched {
  /** The first of its rows. */
  readonly row: number;
  readonly intervals: readonly { readonly from: number; readonly to: number }[];
  readonly length: number | null;
}

/**
 * `video_totals` and `video_segments`: each video that a learner watched, with its views (how often the second watched most often
 * was watched) and whether at least 95 % of its seconds were (of a length that anybody’s rows tell), and its runs of seconds watched
 * equally often. `aspects-v8` leaves out videos that `blocks` does not know, and cuts names at ` - `.
 */
export function videoTables(tables: Tables, rules: Settings['rules']): readonly Table[] {
  const aspects = rules === 'aspects-v8' ? rules : undefined;
  const blocks = readBlocks(tables);
  const watches = tableOf(tables, 'video_watches');
  const links = blockLinks(watches);
  const ids = textsOf(watches, 'block_id');
  const rows: number[] = [];
  const views: number[] = [];
  const entire: (boolean | null)[] = [];
  const [from, to, passes, video]: [number[], number[], number[], number[]] = [[], [], [], []];
  const lengths = longestOfEach(ids, numbersOf(watches, 'length'), upTo(watches.length));
  for (const { row, intervals, length } of watchedVideos(watches, ids)) {
    if (aspects !== undefined && !blocks.has(textAt(ids, row) ?? '')) continue;
    const runs = watchedRuns(intervals);
    for (const run of runs) {
      from.push(run.from);
      to.push(run.to);
      passes.push(run.passes);
      video.push(row);
    }
    rows.push(row);
    views.push(Math.max(0, ...runs.map((run) => run.passes)));
    entire.push(watchedEntirely(runs, length ?? (aspects === undefined ? numberAt(lengths, ids.codes[row] ?? -1) : null), aspects));
  }
  const labelOf = aspects === undefined ? itemLabel : cutLabel;
  const about = (of: Int32Array): Record<'course_key' | 'actor_id' | 'block_id' | 'video', Column | undefined> => ({
    course_key: chosen(watches, 'course_key', of),
    actor_id: chosen(watches, 'actor_id', of),
    block_id: chosen(watches, 'block_id', of),
    video: compacted(renamed({ ...ids, codes: pickCodes(ids, of) }, (id) => labelOf(id, blocks.get(id)))),
  });
  const ofTotals = Int32Array.from(rows);
  const viewsIf = (whole: boolean): Column =>
    columnFrom(
      'number',
      entire.map((said, at) => (said === null ? null : said === whole ? (views[at] ?? 0) : 0)),
    );
  const totals = factTable('video_totals', rows.length, {
    ...about(ofTotals),
    views: columnFrom('number', views),
    entire: columnFrom('boolean', entire),
    partial_views: viewsIf(false),
    full_views: viewsIf(true),
    url: compacted(renamed({ ...ids, codes: pickCodes(ids, ofTotals) }, (id) => blocks.get(id)?.url ?? links.get(id) ?? null)),
  });
  const segments = factTable('video_segments', video.length, {
    ...about(Int32Array.from(video)),
    from_second: columnFrom('number', from),
    to_second: columnFrom('number', to),
    passes: columnFrom('number', passes),
    repeats: columnFrom(
      'number',
      passes.map((count) => repeatViews(count, aspects)),
    ),
  });
  return [totals, segments];
}

/** Rows by learner and video, in the order in which those come up. */
function* watchedVideos(watches: Table, ids: CategoryColumn): Generator<Watched> {
  const froms = numbersOf(watches, 'from_second');
  const tos = numbersOf(watches, 'to_second');
  const lengths = numbersOf(watches, 'length');
  const learners = new EnrollmentKeys().ofRows(watches);
  const pairs = new PairCodes();
  const videoOf = new Int32Array(watches.length);
  const rows = upTo(watches.length).filter((row) => {
    const [learner, block] = [learners[row] ?? -1, ids.codes[row] ?? -1];
    if (block < 0 || learner < 0 || Number.isNaN(froms[row]) || Number.isNaN(tos[row])) return false;
    videoOf[row] = pairs.of(learner, block);
    return true;
  });
  const order = byCode(rows, videoOf, pairs.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const first = order[from] ?? 0;
    const intervals: { from: number; to: number }[] = [];
    let longest: number | null = null;
    for (to = from; to < order.length && videoOf[order[to] ?? 0] === videoOf[first]; to++) {
      const row = order[to] ?? 0;
      intervals.push({ from: froms[row] ?? 0, to: tos[row] ?? 0 });
      const length = numberAt(lengths, row);
      if (length !== null) longest = Math.max(length, longest ?? length);
    }
    yield { row: first, intervals, length: longest };
  }
}

function cutLabel(id: string, block: Block | undefined): string {
  return block === undefined ? id : itemLabel(id, { ...block, name: (block.name ?? '').split(' - ')[0] ?? '' });
}
