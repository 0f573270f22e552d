import { BIG } from './results.mjs';

const OURS = 'learner-elements';
const CROSSFILTER = 'crossfilter';
const FLOOR = 'typed-cube-bytes';

const firstPaint = ({ ms }) => (ms.boot ?? 0) + ms.ingest + ms.firstViews;
const firstStep = ({ ms }) => (ms.activateDay ?? 0) + ms.brush.first;
/** What the harness measures, how it is read from one run, and by rows the ratio to reach. */
const MEASURES = [
  ['JSON text to ready', (run) => run.ms.ingest, { 1_000_000: 2.5 }],
  ['JSON to first paint', firstPaint, { 100_000: 4, 1_000_000: 8.5, 10_000_000: 10 }],
  ['First views', (run) => run.ms.firstViews, { 1_000_000: 400 }],
  ['First step of a brush, no other filter', firstStep, { 1_000_000: 150 }],
  ['Activate under another filter', (run) => run.ms.activateDay2, { 1_000_000: 2.5 }, FLOOR],
  ['Brush step, median', (run) => run.ms.brush?.med, { 1_000_000: 500 }],
  ['Click step, median', (run) => run.ms.click?.med, { 1_000_000: 500 }],
  ['Brush and top-100 table, p95', (run) => run.ms.brushTable?.p95, { 1_000_000: 50 }],
  ['First table', (run) => run.ms.firstTop, { 1_000_000: 25 }],
  ['Cache to ready', (run) => run.ms.cache, { 1_000_000: 4 }],
];

/** The page of results: `records` are the runs of the harness, `own` the project's own measures. */
export function benchmarksPage(records, own) {
  const sizes = [...new Set(records.map((record) => record.rows))];
  return `# Benchmarks

Made by \`npm run bench\`, ten million rows by \`npm run bench -- --big\`; not edited by hand. A ratio is a peer's time divided by ours in
the same repetition (medians over fresh browsers), so above 1 we are faster; figures of different runs are not compared. crossfilter2 is the
peer unless a row says otherwise.

${sizes.map((rows) => harnessTables(records, rows)).join('\n')}
## The project's own measures

${own.length === 0 ? 'None were run.' : `${ownTable(largest(own.filter(({ rows }) => rows !== BIG)))}\n## How the cost grows\n\nOurs, by rows; in brackets how many times as fast as the reference of the same run.\n\n${growthTable([...sizes.flatMap((rows) => growthOf(records, rows)), ...own])}`}`;
}

/** The runs of an engine with so many rows that ended. */
function runsOf(records, rows, engine) {
  return records.filter((record) => record.rows === rows && record.engine === engine && record.ms !== undefined);
}

/** What each measure came to: medians, and the median ratio. */
function figuresOf(records, rows) {
  return MEASURES.map(([name, read, goals, peer = CROSSFILTER]) => {
    const [ours, others] = [runsOf(records, rows, OURS), runsOf(records, rows, peer)];
    const ratio = median(
      ours.map((run) => {
        const other = others.find((each) => each.rep === run.rep);
        return other === undefined ? undefined : read(other) / read(run);
      }),
    );
    return {
      name,
      goal: goals[rows],
      peer,
      theirs: median(others.map((run) => read(run))),
      ours: median(ours.map((run) => read(run))),
      ratio,
    };
  }).filter(({ ours }) => ours !== undefined);
}

/** The same for the table of growth. */
function growthOf(records, rows) {
  return figuresOf(records, rows).map(({ name, ours, ratio }) => ({ name, rows, value: `${milliseconds(ours)} ms`, ratio }));
}

function harnessTables(records, rows) {
  const runs = (engine) => runsOf(records, rows, engine);
  const lines = figuresOf(records, rows).map(({ name, goal, peer, theirs, ours, ratio }) => {
    const beside = peer === CROSSFILTER ? '' : ` (${peer})`;
    return `| ${name} | ${milliseconds(theirs)}${beside} | ${milliseconds(ours)} | ${times(ratio)} | ${times(goal)} |`;
  });
  const memory = (engine) => median(runs(engine).map((run) => run.memoryMB));
  const size = (engine) => runs(engine)[0]?.downloadBytes;
  return `## ${rows.toLocaleString('en')} rows, in Chromium, ${runs(OURS)[0]?.date ?? 'not run'}

| measure | peer, ms | ours, ms | ratio | goal |
|---|---:|---:|---:|---:|
${lines.join('\n')}

| | crossfilter2 | ours |
|---|---:|---:|
| answers right | ${right(runs(CROSSFILTER))} | ${right(runs(OURS))} |
| peak memory over the text, MB | ${rounded(memory(CROSSFILTER))} | ${rounded(memory(OURS))} |
| download, min+gzip, KB | ${kilobytes(size(CROSSFILTER))} | ${kilobytes(size(OURS))} |
| more where filters go from table to table, KB | – | ${kilobytes(runs(OURS)[0]?.laterBytes)} |

${behind(runs)}
`;
}

/** Where crossfilter2 is ahead, in words. */
function behind(runs) {
  const ours = runs(OURS);
  const theirs = runs(CROSSFILTER);
  const names = MEASURES.filter(([, read, , peer]) => peer === undefined && median(ours.map(read)) > median(theirs.map(read))).map(
    ([name]) => name,
  );
  if ((ours[0]?.downloadBytes ?? 0) > (theirs[0]?.downloadBytes ?? 0)) names.push('Download');
  return names.length === 0 ? 'crossfilter2 is ahead in none of these.' : `crossfilter2 is ahead in: ${names.join(', ').toLowerCase()}.`;
}

function ownTable(own) {
  const lines = own.map(({ name, rows, reference, value, ratio, goal }) => {
    return `| ${name} | ${rows.toLocaleString('en')} | ${reference} | ${value} | ${ratio === undefined ? '' : times(ratio)} | ${goal} |`;
  });
  return `| measure | rows | reference | ours | ratio | goal |\n|---|---:|---:|---:|---:|---:|\n${lines.join('\n')}\n`;
}

/** Of each measure the one with most rows. */
function largest(own) {
  return own.filter(({ name, rows }) => own.every((other) => other.name !== name || other.rows <= rows));
}

function growthTable(own) {
  const sizes = [...new Set(own.map(({ rows }) => rows))].sort((a, b) => a - b);
  const names = [...new Set(own.map(({ name }) => name))].filter((name) => own.filter((each) => each.name === name).length > 1);
  const cell = (name, size) => {
    const found = own.find((each) => each.name === name && each.rows === size);
    return found === undefined ? '' : found.ratio === undefined ? found.value : `${found.value} (${times(found.ratio)})`;
  };
  const lines = names.map((name) => `| ${name} | ${sizes.map((size) => cell(name, size)).join(' | ')} |`);
  const head = sizes.map((size) => size.toLocaleString('en'));
  return `| measure | ${head.join(' | ')} |\n|---|${sizes.map(() => '---:|').join('')}\n${lines.join('\n')}\n`;
}

function right(runs) {
  const good = Math.min(...runs.map((run) => run.right));
  const bad = Math.max(0, ...runs.map((run) => run.wrong));
  return runs.length === 0 ? '–' : `${good} of ${good + bad}`;
}

function median(values) {
  const known = values.filter((value) => value !== undefined && value !== null && !Number.isNaN(value)).sort((a, b) => a - b);
  return known.length === 0 ? undefined : known[(known.length - 1) >> 1];
}

function milliseconds(value) {
  if (value === undefined) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}

function times(ratio) {
  if (ratio === undefined) return '';
  if (!Number.isFinite(ratio)) return '–';
  return `${ratio >= 10 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(2)} ×`;
}

function rounded(value) {
  return value === undefined ? '–' : String(Math.round(value));
}

function kilobytes(bytes) {
  return bytes === undefined ? '–' : (bytes / 1024).toFixed(1);
}
