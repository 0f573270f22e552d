import { DAY, dateOf } from '../clock.mjs';

/** @typedef {import('./courses.mjs').Course} Course */
/** @typedef {import('./world.mjs').OpenEdxWorld} OpenEdxWorld */

/**
 * A block as Open edX sinks it.
 * @typedef {object} BlockRow
 * @property {string} org
 * @property {string} course_key
 * @property {string} location
 * @property {string} display_name
 * @property {string} xblock_data_json
 * @property {number} order
 * @property {string} edited_on
 * @property {string} dump_id
 * @property {string} time_last_dumped
 */

/**
 * The tables that Open edX sinks beside the statements. The first course was published twice: its older dump, with a block
 * that was deleted later, is still there, as it is in a real sink.
 * @param {OpenEdxWorld} world
 */
export function tablesOf(world) {
  const published = world.now - 20 * DAY;
  const blocks = world.courses.flatMap((course) => courseBlocks(course, published));
  const first = world.courses[0];
  const older = first === undefined ? [] : olderDump(courseBlocks(first, published - 60 * DAY));
  return {
    course_overviews: world.courses.map((course) => overview(course, published)),
    course_blocks: [...older, ...blocks],
    user_profile: [...world.people()].map((person) => ({
      id: String(person.userId),
      user_id: person.userId,
      name: person.name,
      username: person.username,
      email: person.email,
      meta: '{}',
      courseware: '',
      language: '',
      location: '',
      year_of_birth: '',
      gender: '',
      level_of_education: '',
      mailing_address: '',
      city: '',
      country: '',
      state: '',
      goals: '',
      bio: '',
      profile_image_uploaded_at: '',
      phone_number: '',
      dump_id: 'd1b1c2e0-0000-4000-8000-000000000001',
      time_last_dumped: sinkTime(published),
    })),
    external_id: [...world.people()]
      .filter((person) => person.externalId !== undefined)
      .map((person) => ({
        external_user_id: person.externalId,
        external_id_type: 'xapi',
        username: person.username,
        user_id: person.userId,
        dump_id: 'd1b1c2e0-0000-4000-8000-000000000001',
        time_last_dumped: sinkTime(published),
      })),
  };
}

/** @param {number} at */
function sinkTime(at) {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '000');
}

/**
 * @param {Course} course
 * @param {number} published
 */
function overview(course, published) {
  return {
    org: course.org,
    course_key: course.key,
    display_name: course.name,
    course_start: dateOf(course.start),
    course_end: dateOf(course.end),
    enrollment_start: dateOf(course.start - 30 * DAY),
    enrollment_end: dateOf(course.end),
    self_paced: false,
    course_data_json: JSON.stringify({ lowest_passing_grade: 0.5, tags: [] }),
    created: dateOf(course.start - 90 * DAY),
    modified: dateOf(published),
    dump_id: 'd1b1c2e0-0000-4000-8000-000000000001',
    time_last_dumped: sinkTime(published),
  };
}

/**
 * All blocks of a course in course order; items carry the numbers of their section, subsection and unit.
 * @param {Course} course
 * @param {number} published
 * @returns {BlockRow[]}
 */
function courseBlocks(course, published) {
  /** @type {BlockRow[]} */
  const rows = [];
  const add = (
    /** @type {string} */ location,
    /** @type {string} */ name,
    /** @type {string} */ type,
    /** @type {readonly number[]} */ place,
    /** @type {boolean} */ graded,
  ) => {
    const [section = 0, subsection = 0, unit = 0] = place;
    rows.push({
      org: course.org,
      course_key: course.key,
      location,
      display_name: name,
      xblock_data_json: JSON.stringify({ block_type: type, section, subsection, unit, graded }),
      order: rows.length + 1,
      edited_on: dateOf(published),
      dump_id: `d1b1c2e0-0000-4000-8000-${String(published).padStart(12, '0').slice(-12)}`,
      time_last_dumped: sinkTime(published),
    });
  };
  add(`${course.key.replace('course-v1:', 'block-v1:')}+type@course+block@course`, course.name, 'course', [], false);
  course.sections.forEach((section, s) => {
    add(section.id, section.name, 'chapter', [s + 1], false);
    section.subsections.forEach((subsection, t) => {
      add(subsection.id, subsection.name, 'sequential', [s + 1, t + 1], subsection.graded);
      subsection.units.forEach((unit, u) => {
        add(unit.id, unit.name, 'vertical', [s + 1, t + 1, u + 1], subsection.graded);
        for (const item of unit.items) add(item.id, item.name, item.type, [s + 1, t + 1, u + 1], item.graded);
      });
    });
  });
  return rows;
}

/**
 * @param {readonly BlockRow[]} rows
 * @returns {BlockRow[]}
 */
function olderDump(rows) {
  const chapter = rows.find((row) => row.location.includes('type@chapter'));
  if (chapter === undefined) return [...rows];
  const deleted = `${chapter.location.split('type@')[0] ?? ''}type@vertical+block@deletedlater`;
  const data = JSON.stringify({ block_type: 'vertical', section: 1, subsection: 1, unit: 9, graded: false });
  return [...rows, { ...chapter, location: deleted, display_name: 'Deleted later', xblock_data_json: data, order: rows.length + 1 }];
}
