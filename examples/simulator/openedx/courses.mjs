import { DAY } from '../clock.mjs';
import { Random } from '../random.mjs';

/**
 * A problem or a video.
 * @typedef {object} Item
 * @property {string} id block id
 * @property {'problem' | 'video'} type
 * @property {string} name
 * @property {number} difficulty
 * @property {boolean} graded
 * @property {number} seconds length of a video
 */

/** @typedef {{ id: string, name: string, items: readonly Item[] }} Unit */
/** @typedef {{ id: string, name: string, graded: boolean, units: readonly Unit[] }} Subsection */
/** @typedef {{ id: string, name: string, subsections: readonly Subsection[] }} Section */

/**
 * @typedef {object} Course
 * @property {string} key
 * @property {string} org
 * @property {string} name
 * @property {string} run
 * @property {number} start epoch ms
 * @property {number} end epoch ms
 * @property {number} weeks
 * @property {number} share of all enrolments
 * @property {readonly Section[]} sections
 * @property {number} gradedProblems
 */

/**
 * @typedef {object} Line
 * @property {string} org
 * @property {string} number
 * @property {string} run
 * @property {string} name
 * @property {number} startDays days from `now` to the start; negative is past
 * @property {number} weeks
 * @property {number} share
 * @property {readonly string[]} topics one a section
 * @property {string} sectionWord
 */

const STATISTICS = [
  'Looking at data',
  'Mean, median - and mode',
  'Spread',
  'Chance',
  'Samples & populations',
  'Confidence intervals',
  'Testing an idea',
  'Regression',
  'A project of your own',
  'Review',
];

/** @type {readonly Line[]} */
const LINES = [
  {
    org: 'NorthfieldX',
    number: 'STAT101',
    run: '2026_T3',
    name: 'Statistics for Everyone',
    startDays: -77,
    weeks: 14,
    share: 0.44,
    topics: STATISTICS,
    sectionWord: 'Week',
  },
  {
    org: 'NorthfieldX',
    number: 'BIO110',
    run: '2026_T3',
    name: 'Cell Biology & Genetics',
    startDays: -49,
    weeks: 10,
    share: 0.27,
    topics: ['What is alive?', 'Inside the cell', 'Membranes', 'Energy', 'DNA', 'Inheritance', 'Evolution'],
    sectionWord: 'Week',
  },
  {
    org: 'LacombeU',
    number: 'INFO1',
    run: '2026_A',
    name: 'Introduction à la programmation',
    startDays: -63,
    weeks: 12,
    share: 0.19,
    topics: ['Premiers pas', 'Variables', 'Conditions', 'Boucles', 'Fonctions', 'Listes', 'Projet'],
    sectionWord: 'Semaine',
  },
  {
    org: 'NorthfieldX',
    number: 'STAT101',
    run: '2026_T1',
    name: 'Statistics for Everyone',
    startDays: -280,
    weeks: 14,
    share: 0.1,
    topics: STATISTICS,
    sectionWord: 'Week',
  },
];

/**
 * The courses of the demo site. Two are runs of one course, and sections of different courses bear the same names.
 * @param {string | number} seed
 * @param {number} now epoch ms
 * @returns {readonly Course[]}
 */
export function coursesAt(seed, now) {
  return LINES.map((line) => {
    const random = new Random(seed, 'course', line.number, line.run);
    const path = `${line.org}+${line.number}+${line.run}`;
    const sections = line.topics.map((topic, index) => makeSection(path, `${line.sectionWord} ${index + 1}: ${topic}`, random));
    const start = Math.floor(now / DAY) * DAY + line.startDays * DAY;
    const items = sections
      .flatMap((section) => section.subsections)
      .flatMap((one) => one.units)
      .flatMap((unit) => unit.items);
    return {
      key: `course-v1:${path}`,
      org: line.org,
      name: line.name,
      run: line.run,
      start,
      weeks: line.weeks,
      end: start + line.weeks * 7 * DAY,
      share: line.share,
      sections,
      gradedProblems: items.filter((item) => item.type === 'problem' && item.graded).length,
    };
  });
}

/**
 * @param {string} path of the course
 * @param {string} type
 * @param {Random} random
 */
function blockId(path, type, random) {
  return `block-v1:${path}+type@${type}+block@${random.hex(12)}`;
}

/**
 * Two subsections to learn from and a graded quiz.
 * @param {string} path
 * @param {string} name
 * @param {Random} random
 * @returns {Section}
 */
function makeSection(path, name, random) {
  const lessons = ['Lesson', 'Practice'].map((title) => makeSubsection(path, title, false, random.int(2, 4), random));
  const quiz = makeSubsection(path, 'Quiz', true, 1, random);
  return { id: blockId(path, 'chapter', random), name, subsections: [...lessons, quiz] };
}

/**
 * @param {string} path
 * @param {string} name
 * @param {boolean} graded
 * @param {number} unitCount
 * @param {Random} random
 * @returns {Subsection}
 */
function makeSubsection(path, name, graded, unitCount, random) {
  const units = Array.from({ length: unitCount }, (_, index) => {
    const isLesson = name === 'Lesson';
    /** @type {Item[]} */
    const items = [];
    if (isLesson) items.push(makeItem(path, 'video', `Video ${index + 1}`, graded, random));
    const problems = graded ? 3 : isLesson ? random.int(0, 1) : random.int(1, 2);
    for (let i = 0; i < problems; i += 1) items.push(makeItem(path, 'problem', `Problem ${index + 1}.${i + 1}`, graded, random));
    return { id: blockId(path, 'vertical', random), name: `${name} ${index + 1}`, items };
  });
  return { id: blockId(path, 'sequential', random), name, graded, units };
}

/**
 * @param {string} path
 * @param {'problem' | 'video'} type
 * @param {string} name
 * @param {boolean} graded
 * @param {Random} random
 * @returns {Item}
 */
function makeItem(path, type, name, graded, random) {
  return {
    id: blockId(path, type, random),
    type,
    name,
    graded,
    difficulty: random.normal(-0.2, 0.8),
    seconds: type === 'video' ? random.int(90, 480) : 0,
  };
}
