import { Random } from './random.mjs';

/**
 * What decides how a learner fares.
 * @typedef {object} Traits
 * @property {number} ability 0 is the middle, 1 a standard deviation above
 * @property {number} effort from 0 to 1: how much and how regularly the learner works
 * @property {number} patience from 0 to 1: how long the learner tries before giving up
 * @property {number} idleTab probability that the learner walks away from an open page while thinking
 * @property {number} solutionSeeking probability of looking at the solution once stuck
 * @property {number} breaks probability of starting a break of some weeks in a week
 */

/** @param {number} value */
function fraction(value) {
  return Math.min(0.98, Math.max(0.005, value));
}

/**
 * The traits of one learner. They depend on the seed and the learner alone, not on the size of the world.
 * @param {string | number} seed
 * @param {number} index
 * @returns {Traits}
 */
export function traitsOf(seed, index) {
  const random = new Random(seed, 'traits', index);
  return {
    ability: random.normal(0, 1),
    effort: fraction(random.normal(0.55, 0.22)),
    patience: fraction(random.normal(0.6, 0.22)),
    idleTab: fraction(random.normal(0.012, 0.02)),
    solutionSeeking: fraction(random.normal(0.35, 0.2)),
    breaks: fraction(random.normal(0.05, 0.04)),
  };
}

const GIVEN = [
  'Amina',
  'Noah',
  'Mei',
  'Lucas',
  'Fatima',
  'Oliver',
  'Ananya',
  'Mateo',
  'Zoë',
  'Kwame',
  'Ingrid',
  'Yusuf',
  'Chloé',
  'Hiroshi',
  'Leila',
  'Tomasz',
  'Nia',
  'Santiago',
  'Priya',
  'Jonas',
  'Sakura',
  'Ibrahim',
  'Élodie',
  'Daniel',
  'Thandiwe',
  'Mikael',
  'Rosa',
  'Arjun',
  'Freya',
  'Omar',
  'Lucía',
  'Andrei',
  'Wanjiru',
  'Emil',
  'Soo-jin',
  'Camille',
  'Hassan',
  'Marta',
  'Kofi',
  'Ruth',
  'Nguyễn An',
  'Jean-Baptiste',
  'Aoife',
  'Dmitri',
  'Siti',
  'Björn',
  'Valentina',
  'Tariq',
  'Hannah',
  'محمد',
  '小明',
  'Ελένη',
];
const FAMILY = [
  'Diallo',
  'Schmidt',
  'Tanaka',
  'García',
  "O'Neill",
  'Kowalski',
  'Okafor',
  'Nguyen',
  'Svensson',
  'Haddad',
  'Patel',
  'Moreau',
  'Rossi',
  'Mbeki',
  'Novák',
  'Yılmaz',
  'Silva',
  'Ivanova',
  'Andersen',
  'Mwangi',
  'Lefèvre',
  'Costa',
  'Kim',
  'Hernández',
  'Jansen',
  'Achterberg-van der Linden',
  'Papadopoulos',
  'Rahman',
  'Lindqvist',
  'Mensah',
  'Fernández de la Vega',
  'Singh',
  'Weber',
  'Chen',
  'الأحمد',
  '王',
  'Papadaki',
  'Dubois',
  'Horvat',
  'Santos',
];

/**
 * The invented name, user name and address of one learner; addresses end in `.example`, which no mail server has.
 * @param {string | number} seed
 * @param {number} index
 */
export function personOf(seed, index) {
  const random = new Random(seed, 'person', index);
  const given = random.pick(GIVEN);
  const family = random.pick(FAMILY);
  const plain = `${given}.${family}`
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z.]/g, '');
  const username = `${plain.replace(/^\.+|\.+$/g, '') || 'learner'}${index}`;
  return { name: `${given} ${family}`, username, email: `${username}@learners.example` };
}
