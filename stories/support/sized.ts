import { activeRows } from './at-risk-activity.js';
import { course, withNeverStarted, withPassMark } from './at-risk-data.js';
import { creatorStats } from './creator-data.js';
import { countedCards, creatorReport } from './creator-report.js';
import { oppiaData } from './oppia-data.js';

type Made = Readonly<Record<string, unknown>>;

/** What makes data of a size. */
const MAKERS: Readonly<Record<string, (rows: number) => object>> = {
  activeRows,
  course,
  creatorReport: (rows) => creatorReport(rows, { statistics: false }),
  creatorStats,
  oppiaData,
  withNeverStarted,
  withPassMark,
};
const OWN: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ...Object.entries(MAKERS).map(([name, make]): [unknown, string] => [make, name]),
  [creatorReport, 'creatorReport'],
]);

const PATH = /^\/sized-data\/(\w+)\/(\d+)\/(.+)$/;
const DASHBOARD = 'creatordashboardhandler/data';
const LINES_AT_ONCE = 10_000;

/** An address of data that `ofSize` makes; they are there in the worker of stories only. */
export function sizedAddress(ofSize: unknown, rows: number): string {
  return `/sized-data/${OWN.get(ofSize) ?? ''}/${rows}/${DASHBOARD}`;
}

/** Lets this worker answer such addresses itself: so many rows are made where no page waits for them. */
export function answerSized(): void {
  const { fetch } = self;
  let last: { readonly place: string; readonly made: Made } | undefined;
  self.fetch = async (input, options) => {
    const url = new URL(input instanceof Request ? input.url : String(input), self.location.origin);
    const [, name = '', rows = '', rest = ''] = PATH.exec(url.pathname) ?? [];
    const make = MAKERS[name];
    if (make === undefined) return fetch(input, options);
    const place = `${url.origin}/sized-data/${name}/${rows}/`;
    if (last?.place !== place) last = { place, made: make(Number(rows)) as Made };
    return answer(last.made, place, rest);
  };
}

function answer(made: Made, place: string, rest: string): Response {
  const [handler = '', kind, id = ''] = rest.split('/');
  if (handler === 'createhandler' && kind === 'statistics') return Response.json(countedCards(id));
  if (handler === 'threadlisthandler') return Response.json((made['feedback'] as Made | undefined)?.[kind ?? ''] ?? {});
  if (rest !== DASHBOARD)
    return new Response(lines(made[handler] as readonly unknown[]), { headers: { 'content-type': 'application/x-ndjson' } });
  if ('dashboard' in made) return Response.json(made['dashboard']);
  const isOfTables = 'enrollments' in made;
  return Response.json(isOfTables ? Object.fromEntries(Object.keys(made).map((table) => [table, place + table])) : made);
}

function lines(rows: readonly unknown[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(stream) {
      if (at >= rows.length) return stream.close();
      const some = rows.slice(at, (at += LINES_AT_ONCE));
      stream.enqueue(encoder.encode(some.map((row) => `${JSON.stringify(row)}\n`).join('')));
    },
  });
}
