import { DAY } from '../clock.mjs';

/**
 * One card of an exploration.
 * @typedef {object} State
 * @property {string} name
 * @property {number} difficulty as an ability: at equal ability half of the first answers are right
 * @property {number} seconds median time to a first answer
 * @property {string} [remedial] the earlier card to which a wrong answer may lead back
 */

/**
 * @typedef {object} Exploration
 * @property {string} id
 * @property {string} title
 * @property {string} category
 * @property {string} objective
 * @property {string} language
 * @property {readonly string[]} tags
 * @property {'public' | 'private'} status
 * @property {boolean} owned false where the creator merely edits it: listed, but its plays are not the creator's
 * @property {number} popularity how often it is played, relative to the others
 * @property {number} bounce share of learners of middling effort who leave before a first answer
 * @property {number} createdAt epoch ms
 * @property {number} updatedAt epoch ms
 * @property {readonly { from: number, version: number }[]} versions in order of time
 * @property {readonly number[]} revertedVersions versions whose counters a later revert took back
 * @property {readonly State[]} states without the last card, which asks nothing
 * @property {string} lastState
 * @property {string} [refresher] the exploration to which a struggling learner may be sent
 */

/**
 * What one line of the list below says: a state with its difficulty, its seconds, and where a wrong answer may lead back.
 * @typedef {readonly [name: string, difficulty: number, seconds: number, remedial?: string]} StateLine
 */

/**
 * @typedef {object} Line
 * @property {string} id
 * @property {string} title
 * @property {string} category
 * @property {string} objective
 * @property {string} [language]
 * @property {readonly string[]} tags
 * @property {'public' | 'private'} [status]
 * @property {boolean} [owned]
 * @property {number} popularity
 * @property {number} bounce
 * @property {number} ageDays
 * @property {number} updatedDays days since the last change
 * @property {readonly number[]} editDays days ago, oldest first, at which a new version was saved
 * @property {number} [firstVersion]
 * @property {number} [revertedEdit] index into `editDays` of the version that the next edit took back
 * @property {readonly StateLine[]} states
 * @property {string} [refresher]
 */

/** @type {readonly Line[]} */
const LINES = [
  {
    id: 'fRacPizza001',
    title: 'What is a fraction? Sharing pizza fairly',
    category: 'Mathematics',
    popularity: 30,
    bounce: 0.16,
    objective: 'see a fraction as equal parts of a whole',
    tags: ['fractions', 'primary'],
    ageDays: 182,
    updatedDays: 21,
    editDays: [120, 21],
    firstVersion: 9,
    states: [
      ['Introduction', -1.6, 22],
      ['Equal parts', -1.1, 31],
      ['Name the parts', -0.4, 38, 'Equal parts'],
      ['Half of a half', 0.2, 45, 'Name the parts'],
      ['Share with four friends', 0.1, 52],
    ],
  },
  {
    id: 'addUnlike_02',
    title: 'Adding fractions with unlike denominators',
    category: 'Mathematics',
    popularity: 22,
    bounce: 0.2,
    objective: 'add two fractions by finding a common denominator',
    tags: ['fractions', 'addition'],
    ageDays: 170,
    updatedDays: 33,
    editDays: [40, 33],
    firstVersion: 12,
    revertedEdit: 0,
    refresher: 'fRacPizza001',
    states: [
      ['Introduction', -1.2, 24],
      ['Same denominators first', -0.6, 36],
      ['Find a common denominator', 1.1, 64, 'Same denominators first'],
      ['Add and simplify', 0.8, 58],
      ['Word problem', 1.0, 82],
      ['Check yourself', 0.5, 47],
    ],
  },
  {
    id: 'lessAnd5lt7x',
    title: 'Is 5 < 7? Comparing & ordering numbers',
    category: 'Mathematics',
    popularity: 15,
    bounce: 0.18,
    objective: 'compare whole numbers with <, > and =',
    tags: ['numbers', 'comparison'],
    ageDays: 150,
    updatedDays: 60,
    editDays: [60],
    states: [
      ['Start', -1.5, 15],
      ['Bigger or smaller', -1.2, 18],
      ['The open side of the sign', -0.2, 26],
      ['Put in order', 0.1, 40],
    ],
  },
  {
    id: 'plantsGr0w1',
    title: 'How plants eat light: photosynthesis from leaf to sugar',
    category: 'Biology',
    popularity: 12,
    bounce: 0.22,
    objective: 'explain what a plant needs and what it makes',
    tags: ['biology', 'plants'],
    ageDays: 140,
    updatedDays: 12,
    editDays: [70, 12],
    states: [
      ['A seed in the dark', -0.9, 35],
      ['What goes in', -0.2, 42],
      ['What comes out', 0.3, 44, 'What goes in'],
      ['Inside the leaf', 0.6, 66],
      ['Why leaves are green', 0.9, 55],
    ],
  },
  {
    id: 'budget_ML001',
    title: 'My first budget',
    category: 'Economics',
    popularity: 8,
    bounce: 0.3,
    objective: 'plan a month with a fixed income',
    tags: ['money', 'life skills'],
    ageDays: 130,
    updatedDays: 90,
    editDays: [90],
    states: [
      ['Meet Laila', -1.3, 28],
      ['Needs and wants', -0.7, 34],
      ['A surprise bill', 0.4, 61],
      ['Saving a little', 0.2, 49],
    ],
  },
  {
    id: 'negNumbLine2',
    category: 'Mathematics',
    popularity: 9,
    bounce: 0.24,
    title: 'Below zero: negative numbers on the number line, in lifts, in thermometers and in the depths of the sea',
    objective: 'order and add negative numbers',
    tags: ['negative numbers'],
    ageDays: 110,
    updatedDays: 45,
    editDays: [80, 45],
    states: [
      ['The lift', -0.8, 26],
      ['Colder than ice', -0.1, 33],
      ['Left is less', 0.5, 41, 'The lift'],
      ['Minus a minus', 1.6, 74, 'Left is less'],
      ['Diving deeper', 1.0, 58],
      ['Mixed practice', 0.9, 70],
    ],
  },
  {
    id: 'watercycle_7',
    title: 'El ciclo del agua',
    category: 'Geography',
    language: 'es',
    popularity: 6,
    bounce: 0.19,
    objective: 'describir el viaje de una gota de agua',
    tags: ['agua', 'clima'],
    ageDays: 100,
    updatedDays: 77,
    editDays: [77],
    states: [
      ['La gota', -1.0, 29],
      ['Evaporación', -0.1, 37],
      ['Nubes', 0.2, 35],
      ['De vuelta al mar', 0.0, 41],
    ],
  },
  {
    id: 'arabicClock4',
    title: 'كم الساعة؟ قراءة الساعة',
    category: 'Mathematics',
    language: 'ar',
    popularity: 4,
    bounce: 0.2,
    objective: 'قراءة الساعة ذات العقارب',
    tags: ['time'],
    ageDays: 85,
    updatedDays: 50,
    editDays: [50],
    states: [
      ['البداية', -1.1, 25],
      ['الساعة الكاملة', -0.5, 30],
      ['نصف الساعة', 0.4, 39],
      ['ربع الساعة', 0.7, 43],
    ],
  },
  {
    id: 'codeLoopsA12',
    title: 'Loops: doing things again and again',
    category: 'Computer Science',
    owned: false,
    popularity: 10,
    bounce: 0.27,
    objective: 'write a loop that stops',
    tags: ['programming'],
    ageDays: 160,
    updatedDays: 8,
    editDays: [100, 8],
    states: [
      ['Say hello ten times', -0.6, 40],
      ['Counting up', 0.2, 55],
      ['When does it stop?', 1.2, 83, 'Counting up'],
      ['A loop in a loop', 1.9, 120],
    ],
  },
  {
    id: 'poemsHaiku_1',
    title: 'Write a haiku',
    category: 'Poetry',
    owned: false,
    popularity: 2,
    bounce: 0.35,
    objective: 'hear syllables and write three lines',
    tags: ['writing'],
    ageDays: 90,
    updatedDays: 88,
    editDays: [],
    states: [
      ['Listen', -1.4, 50],
      ['Count syllables', -0.3, 62],
      ['Your own', -1.8, 210],
    ],
  },
  {
    id: 'tinyPercents',
    title: 'Percentages in shops',
    category: 'Mathematics',
    popularity: 1.2,
    bounce: 0.2,
    objective: 'work out a reduced price',
    tags: ['percentages'],
    ageDays: 20,
    updatedDays: 6,
    editDays: [6],
    states: [
      ['Ten percent off', -0.5, 35],
      ['Two discounts', 1.3, 78, 'Ten percent off'],
      ['Which is cheaper?', 0.6, 59],
    ],
  },
  {
    id: 'ratioDraft_1',
    title: 'Ratios (draft)',
    category: 'Mathematics',
    status: 'private',
    popularity: 0.4,
    bounce: 0.1,
    objective: 'compare quantities by division',
    tags: [],
    ageDays: 30,
    updatedDays: 2,
    editDays: [9, 2],
    states: [
      ['Two to one', -0.4, 30],
      ['Mixing paint', 0.5, 48],
    ],
  },
  {
    id: 'decimals_new',
    title: 'Decimals on a ruler',
    category: 'Mathematics',
    popularity: 0,
    bounce: 0.2,
    objective: 'read tenths off a ruler',
    tags: ['decimals'],
    ageDays: 2,
    updatedDays: 1,
    editDays: [],
    states: [
      ['Tenths', -0.8, 26],
      ['Between two marks', 0.3, 38],
    ],
  },
  {
    id: 'untitled_exp',
    title: '',
    category: '',
    status: 'private',
    popularity: 0,
    bounce: 0.2,
    objective: '',
    tags: [],
    ageDays: 5,
    updatedDays: 5,
    editDays: [],
    states: [['Introduction', 0, 30]],
  },
];

/**
 * The explorations on the creator's dashboard, with times counted back from `now`.
 * @param {number} now epoch ms
 * @returns {readonly Exploration[]}
 */
export function explorationsAt(now) {
  return LINES.map((line) => {
    const first = line.firstVersion ?? 1;
    const createdAt = now - line.ageDays * DAY;
    const edits = line.editDays.map((days, index) => ({ from: now - days * DAY, version: first + index + 1 }));
    return {
      id: line.id,
      title: line.title,
      category: line.category,
      objective: line.objective,
      tags: line.tags,
      language: line.language ?? 'en',
      status: line.status ?? 'public',
      owned: line.owned ?? true,
      popularity: line.popularity,
      bounce: line.bounce,
      createdAt,
      updatedAt: now - line.updatedDays * DAY - 2_345_678,
      versions: [{ from: createdAt, version: first }, ...edits],
      revertedVersions: line.revertedEdit === undefined ? [] : [first + line.revertedEdit + 1],
      states: line.states.map(([name, difficulty, seconds, remedial]) => ({
        name,
        difficulty,
        seconds,
        ...(remedial === undefined ? {} : { remedial }),
      })),
      lastState: 'End',
      ...(line.refresher === undefined ? {} : { refresher: line.refresher }),
    };
  });
}

/**
 * The version that learners played at an instant.
 * @param {Exploration} exploration
 * @param {number} at epoch ms
 */
export function versionAt(exploration, at) {
  let version = exploration.versions[0]?.version ?? 1;
  for (const edit of exploration.versions) {
    if (edit.from <= at) version = edit.version;
  }
  return version;
}
