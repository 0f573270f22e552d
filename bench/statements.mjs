/**
 * Made-up xAPI statements of about one kilobyte, nested as Open edX sends them, and the course they are about. The same for every run:
 * learners register, open pages, answer problems, watch videos and are graded, in random order of time.
 */
export const NOW = Date.UTC(2024, 5, 1);
export const PER_LEARNER = 150;

const DAY = 86_400_000;
const BLOCKS = 400;
const SECTIONS = 10;
const COURSE = 'course-v1:Org+Course+Run';
const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';
const LMS = 'https://lms.example.org';
const ITEM_TYPE = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const KINDS = ['navigated', 'navigated', 'navigated', 'evaluated', 'evaluated', 'played', 'paused', 'navigated', 'evaluated', 'earned'];
const VERBS = {
  registered: 'http://adlnet.gov/expapi/verbs/registered',
  navigated: 'https://w3id.org/xapi/dod-isd/verbs/navigated',
  evaluated: 'https://w3id.org/xapi/acrossx/verbs/evaluated',
  played: 'https://w3id.org/xapi/video/verbs/played',
  paused: 'https://w3id.org/xapi/video/verbs/paused',
  earned: 'http://id.tincanapi.com/verb/earned',
};
const BLOCK_TYPES = { navigated: 'vertical', evaluated: 'problem', played: 'video', paused: 'video' };

/** Statements as lines of JSON in UTF-8, in slices of so many bytes that cut lines anywhere; the last one may be smaller. */
export function statementSlices(count, size) {
  const encoder = new TextEncoder();
  const learners = Math.ceil(count / PER_LEARNER);
  const slices = [];
  let slice = new Uint8Array(size);
  let filled = 0;
  for (let at = 0; at < count; at++) {
    let line = encoder.encode(`${statement(at, learners)}\n`);
    while (line.length > size - filled) {
      slice.set(line.subarray(0, size - filled), filled);
      line = line.subarray(size - filled);
      slices.push(slice);
      slice = new Uint8Array(size);
      filled = 0;
    }
    slice.set(line, filled);
    filled += line.length;
  }
  return [...slices, slice.subarray(0, filled)];
}

/** The course's structure as Open edX sinks it. */
export function courseTables() {
  const blocks = [];
  const add = (type, number, section, subsection, unit) =>
    blocks.push({
      course_key: COURSE,
      location: blockId(type, number),
      display_name: `${type} ${number}`,
      order: blocks.length,
      time_last_dumped: '2024-05-01 00:00:00',
      xblock_data_json: JSON.stringify({ block_type: type, section, subsection, unit, graded: number % 2 === 0 }),
    });
  for (let section = 1; section <= SECTIONS; section++) {
    add('chapter', section, section, 0, 0);
    for (let subsection = 1; subsection <= 4; subsection++) {
      add('sequential', section * 10 + subsection, section, subsection, 0);
      for (let number = (section - 1) * 40 + (subsection - 1) * 10; number < (section - 1) * 40 + subsection * 10; number++) {
        for (const type of ['vertical', 'problem', 'video']) add(type, number, section, subsection, 1 + (number % 10));
      }
    }
  }
  const overview = {
    course_key: COURSE,
    org: 'Org',
    display_name: 'Course',
    modified: '2024-01-01',
    course_data_json: '{"lowest_passing_grade":0.5}',
  };
  return { course_overviews: [overview], course_blocks: blocks };
}

function blockId(type, number) {
  return `block-v1:Org+Course+Run+type@${type}+block@${number}`;
}

function statement(at, learners) {
  const kind = at < learners ? 'registered' : KINDS[at % KINDS.length];
  // Who pauses a video is who played it half a minute before.
  const of = kind === 'paused' ? at - 1 : at;
  const learner = (of * 7919) % learners;
  const number = (of * 17) % BLOCKS;
  const ofCourse = kind === 'registered' || kind === 'earned';
  const object = ofCourse ? `${LMS}/course/${COURSE}` : `${LMS}/xblock/${blockId(BLOCK_TYPES[kind], number)}`;
  const second = ((of * 104_729) % (110 * 86_400)) + (of === at ? 0 : 30);
  const time = new Date(NOW - 120 * DAY + second * 1000 + (at % 1000)).toISOString();
  return `{"id":"3e1d34a1-0000-4000-8000-${String(at).padStart(12, '0')}","version":"1.0.3","actor":{"objectType":"Agent","account":{"name":"5b2f4c1e-0000-4000-9000-${String(learner).padStart(12, '0')}","homePage":"${LMS}"}},"verb":{"id":"${VERBS[kind]}","display":{"en":"${kind}"}},"object":{"id":"${object}","objectType":"Activity","definition":{"name":{"en":"Block ${number}"},"type":"${ofCourse ? COURSE_TYPE : ITEM_TYPE}","description":{"en":"Which of the following statements about the reading is right, given what was said in the lecture?"}${definition(kind, at)}}}${result(kind, at)},"context":{"contextActivities":{"parent":[{"id":"${LMS}/course/${COURSE}","objectType":"Activity","definition":{"name":{"en":"Course"},"type":"${COURSE_TYPE}"}}]},"extensions":{"https://w3id.org/xapi/openedx/extension/transformer-version":"event-routing-backends@7.0.1","https://w3id.org/xapi/openedx/extensions/session-id":"8a2f5b6c9e0d4f1b","https://w3id.org/xapi/video/extensions/length":195.0}},"timestamp":"${time}"}`;
}

function definition(kind, at) {
  if (kind === 'registered') return ',"extensions":{"https://w3id.org/xapi/acrossx/extensions/type":"audit"}';
  if (kind !== 'evaluated') return '';
  return `,"interactionType":"choice","extensions":{"http://id.tincanapi.com/extension/attempt-id":${1 + (at % 5)}}`;
}

function result(kind, at) {
  if (kind === 'evaluated' || kind === 'earned') {
    const score = `{"scaled":${(at % 11) / 10},"raw":${at % 11},"min":0,"max":10}`;
    const grade =
      kind === 'earned'
        ? `,"extensions":{"http://www.tincanapi.co.uk/activitytypes/grade_classification":"${at % 11 > 5 ? 'Pass' : 'Fail'}"}`
        : '';
    return `,"result":{"score":${score},"success":${at % 3 > 0},"response":"[\\"choice_${at % 4}\\"]"${grade}}`;
  }
  if (kind !== 'played' && kind !== 'paused') return '';
  return `,"result":{"extensions":{"https://w3id.org/xapi/video/extensions/time":${kind === 'played' ? (at * 13) % 160 : (((at - 1) * 13) % 160) + 30}.25}}`;
}
