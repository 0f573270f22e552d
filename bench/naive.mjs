/**
 * A naive reference for a course of many events: plain objects, loops, `Map` and `Set`, and nothing of the package. It works out the
 * derived tables from the events by what docs/tables.md says of them, and answers the questions of `exact.mjs`.
 */
const SECONDS = 600;

/** Rows of a table as objects; unknown is null. */
function rowsOf({ length, columns }) {
  const rows = Array.from({ length }, () => ({}));
  for (const [name, { type, codes, dictionary, values }] of columns) {
    for (let at = 0; at < length; at++) {
      if (type === 'category') rows[at][name] = codes[at] < 0 ? null : dictionary[codes[at]];
      else if (type === 'boolean') rows[at][name] = values[at] < 0 ? null : values[at] === 1;
      else rows[at][name] = Number.isNaN(values[at]) ? null : values[at];
    }
  }
  return rows;
}

/** The tables of a course as lists of objects, each with `who`: the enrollment that it is about. */
export function naiveTables(tables) {
  const list = (name) => rowsOf(tables.get(name)).map((row) => ({ ...row, who: `${row.course_key} ${row.actor_id}` }));
  const [visits, responses, watches, grades, given] = ['page_visits', 'problem_responses', 'video_watches', 'grades', 'enrollments'].map(
    list,
  );
  const blocks = new Map(rowsOf(tables.get('blocks')).map((block) => [block.block_id, block]));
  return {
    visits,
    responses,
    blocks,
    enrollments: enrollmentsOf(given, [visits, responses, watches, grades], visits),
    outcomes: outcomesOf(responses),
    segments: segmentsOf(watches),
    engagement: engagementOf(visits, blocks, 'unit'),
  };
}

/** Everyone who enrolled or did anything, with the time of the last visit. */
function enrollmentsOf(given, facts, visits) {
  const known = new Map(given.map(({ who, track }) => [who, { who, track, last_visit: null }]));
  for (const rows of facts) for (const { who } of rows) if (!known.has(who)) known.set(who, { who, track: null, last_visit: null });
  for (const { who, visited_at } of visits) {
    const row = known.get(who);
    if (row.last_visit === null || visited_at > row.last_visit) row.last_visit = visited_at;
  }
  return [...known.values()];
}

/** Of each learner and problem the newest response, of one time that of the higher attempt, then the later one. */
function outcomesOf(responses) {
  const last = new Map();
  for (const row of responses) {
    const key = `${row.who} ${row.block_id}`;
    const before = last.get(key);
    const isOlder =
      before !== undefined &&
      (row.responded_at < before.responded_at || (row.responded_at === before.responded_at && row.attempt < before.attempt));
    if (!isOlder) last.set(key, row);
  }
  return [...last.values()].map(({ who, actor_id, block_id, attempt, correct }) => ({ who, actor_id, block_id, attempt, correct }));
}

/** Of each learner and video the runs of seconds that were watched equally often. */
function segmentsOf(watches) {
  const watched = new Map();
  for (const row of watches) {
    const key = `${row.who} ${row.block_id}`;
    if (!watched.has(key)) watched.set(key, { row, passes: new Uint8Array(SECONDS + 2) });
    for (let second = row.from_second; second <= row.to_second; second++) watched.get(key).passes[second]++;
  }
  const segments = [];
  for (const { row, passes } of watched.values()) {
    for (let second = 1, from = 1; second <= SECONDS + 1; second++) {
      if (passes[second] === passes[second - 1]) continue;
      if (passes[second - 1] > 0) segments.push({ who: row.who, block_id: row.block_id, from, to: second - 1, passes: passes[second - 1] });
      from = second;
    }
  }
  return segments;
}

/** Of each learner and subsection how many of its items of a type were touched. */
function engagementOf(facts, blocks, type) {
  const items = new Map();
  for (const { block_type, subsection_block } of blocks.values()) {
    if (block_type === type) items.set(subsection_block, (items.get(subsection_block) ?? 0) + 1);
  }
  const touched = new Map();
  for (const { who, block_id } of facts) {
    const { subsection_block } = blocks.get(block_id);
    const key = `${who} ${subsection_block}`;
    if (!touched.has(key)) touched.set(key, { who, subsection_block, ids: new Set() });
    touched.get(key).ids.add(block_id);
  }
  return [...touched.values()].map(({ who, subsection_block, ids }) => ({
    who,
    subsection_block,
    touched: ids.size,
    isAll: ids.size === items.get(subsection_block),
  }));
}

/** Enrollments of which some row passes. */
export function having(rows, passes) {
  const found = new Set();
  for (const row of rows) if (passes(row)) found.add(row.who);
  return found;
}

/** One line a group, in no order: the group, then what `measures` make of its rows. */
export function grouped(rows, groupOf, ...measures) {
  const groups = new Map();
  for (const row of rows) {
    const group = groupOf(row);
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(row);
  }
  return [...groups].map(([group, members]) => [group, ...measures.map((measure) => measure(members))]);
}
