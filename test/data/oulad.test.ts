import { expect } from '@open-wc/testing';
import { csvParse } from 'd3-dsv';
import { openDataset } from '../../src/data/open-dataset.js';
import { needShared, sharedText } from '../support/shared.js';

/**
 * The plain rule on real learners: data from the Open University Learning Analytics Dataset (OULAD), Kuzilek J., Hlosta M.,
 * Zdrahal Z. (2017), doi:10.1038/sdata.2017.171, CC BY 4.0. Days there are numbers from the start of a presentation; day 0 is made up.
 */
const DAY_MS = 86_400_000;
const DAY_ZERO = Date.parse('2024-01-01T00:00:00Z');
const PRESENTATIONS = ['AAA-2013J', 'BBB-2013B'];
const WEEKS = [2, 4, 6, 8, 10, 12, 16, 20];
const FOLDER = 'data/oulad';

/** What one line of the published figures says of rule7 in a week of a presentation. */
interface Golden {
  readonly learners: number;
  readonly precision: number;
  readonly recall: number;
  readonly flagged: number;
  readonly never: number;
  readonly neverLost: number;
}

type Rows = readonly Readonly<Record<string, string>>[];

/** Somebody's registration as it stands. */
interface Enrollment {
  readonly course_key: string;
  readonly actor_id: string;
  readonly enrollment_status: 'registered' | 'unregistered';
}

/** One presentation: its registrations, its visits as CSV, and who failed or withdrew. */
interface Presentation {
  readonly registrations: Rows;
  readonly visits: string;
  readonly lost: ReadonlySet<string>;
}

function dateOf(day: string | number): string {
  return new Date(DAY_ZERO + Number(day) * DAY_MS).toISOString().slice(0, 10);
}

function goldenOf(text: string): ReadonlyMap<string, Golden> {
  const line = /^(\S+) w(\d+) +n=(\d+) .*?\| (\S+) (\S+) (\S+) \|.* never=(\d+) neverRisk=(\d+)$/;
  const golden = new Map<string, Golden>();
  for (const match of text.split('\n').map((each) => line.exec(each.trim()))) {
    if (match === null) continue;
    const [learners = NaN, precision = NaN, recall = NaN, flagged = NaN, never = NaN, neverLost = NaN] = match.slice(3).map(Number);
    golden.set(`${match[1]} ${match[2]}`, { learners, precision, recall, flagged, never, neverLost });
  }
  return golden;
}

/** The rows of a presentation. */
function ofPresentation(text: string, presentation: string): Rows {
  return csvParse(text).filter((row) => `${row['code_module']}-${row['code_presentation']}` === presentation);
}

/** One visit for each day on which a learner clicked anything, known by its day alone. */
function visitsOf(clicks: Rows, course: string): string {
  const days = new Set(clicks.map((row) => `${course},${row['id_student']},${dateOf(row['date'] ?? '')}`));
  return ['course_key,actor_id,visited_at', ...days].join('\n');
}

/** Registrations as they stood before day `t`. */
function enrollmentsOf(registrations: Rows, course: string, t: number): Enrollment[] {
  const isBefore = (day: string | undefined): boolean => day !== undefined && day !== '' && Number(day) < t;
  return registrations
    .filter((row) => isBefore(row['date_registration']))
    .map((row) => ({
      course_key: course,
      actor_id: row['id_student'] ?? '',
      enrollment_status: isBefore(row['date_unregistration']) ? 'unregistered' : 'registered',
    }));
}

describe('the at-risk rule on OULAD', () => {
  let golden: ReadonlyMap<string, Golden>;
  const presentations = new Map<string, Presentation>();

  before(async function () {
    const texts = await Promise.all(
      ['baseline-eval.txt', 'student.csv', 'student_registration.csv', 'student_vle.csv.gz'].map((file) => sharedText(`${FOLDER}/${file}`)),
    );
    const [figures, students, registrations, clicks] = texts.map((text) => needShared(this, text, 'OULAD')) as [
      string,
      string,
      string,
      string,
    ];
    golden = goldenOf(figures);
    for (const name of PRESENTATIONS) {
      const lost = ofPresentation(students, name).filter((row) => /^(Fail|Withdrawn)$/.test(row['final_result'] ?? ''));
      presentations.set(name, {
        registrations: ofPresentation(registrations, name),
        visits: visitsOf(ofPresentation(clicks, name), name),
        lost: new Set(lost.map((row) => row['id_student'] ?? '')),
      });
    }
  });

  for (const name of PRESENTATIONS) {
    for (const week of WEEKS) {
      it(`flags in week ${week} of ${name} whom rule7 flags`, async () => {
        const { registrations, visits, lost } = presentations.get(name)!;
        const t = week * 7;
        const enrollments = enrollmentsOf(registrations, name, t);
        const now = DAY_ZERO + t * DAY_MS;
        const dataset = await openDataset({ provider: 'tables', tables: { enrollments, page_visits: visits }, now });
        const idsOf = (view: string): string[] =>
          dataset
            .view(view)
            .rows()
            .map((row) => String(row['actor_id']));
        const lostOf = (ids: readonly string[]): number => ids.filter((id) => lost.has(id)).length;
        const learners = enrollments.filter((row) => row.enrollment_status === 'registered').map((row) => row.actor_id);
        const [flagged, never] = [idsOf('at-risk.learners'), idsOf('at-risk.never-started')];
        const expected = golden.get(`${name} ${week}`)!;

        expect(dataset.view('at-risk.approval').rows()[0]).to.include({ enrolled: expected.learners, listed: flagged.length });
        expect(lostOf(flagged) / flagged.length, 'precision').to.be.closeTo(expected.precision, 0.00501);
        expect(lostOf(flagged) / lostOf(learners), 'recall').to.be.closeTo(expected.recall, 0.00501);
        expect(flagged.length / learners.length, 'share flagged').to.be.closeTo(expected.flagged, 0.00501);
        expect([never.length, lostOf(never)], 'never started').to.deep.equal([expected.never, expected.neverLost]);
        dataset.close();
      });
    }
  }
});
