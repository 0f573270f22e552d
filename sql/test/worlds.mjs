/** Two publishes of a course, two versions of its overview, users with and without an external id. */
export function rareTables(lib) {
  const { BLOCKS, course, OVERVIEW } = lib;
  const second = course(
    [
      ['chapter', 'c1', 1, 0, 0],
      ['sequential', 's1', 1, 1, 0],
      ['vertical', 'u1', 1, 1, 1],
      ['problem', 'p1', 1, 1, 1, true],
      ['video', 'v1', 1, 0, 1],
    ],
    '2024-01-05 00:00:00',
  );
  const overview = { ...OVERVIEW, time_last_dumped: '2024-01-02 00:00:00', course_data_json: '{"lowest_passing_grade": 0.5}' };
  const user = { time_last_dumped: '2024-01-02 00:00:00' };
  return {
    course_overviews: [{ ...overview, display_name: 'New', modified: '2024-02-01' }, overview],
    course_blocks: [...BLOCKS, ...second],
    user_profile: [
      { ...user, id: 1, user_id: 1, name: 'Ann', username: 'ann', email: 'ann@example.org' },
      { ...user, id: 2, user_id: 1, name: 'Anne', username: 'ann', email: 'ann@example.org' },
      { ...user, id: 3, user_id: 3, name: 'Joe', username: '', email: 'joe@example.org' },
      { ...user, id: 4, user_id: 4, name: 'Joseph', username: 'joseph', email: 'joe@example.org' },
    ],
    external_id: [
      { ...user, external_user_id: 'ann', external_id_type: 'xapi', username: 'ann1', user_id: 1 },
      { ...user, external_user_id: 'ann', external_id_type: 'xapi', username: 'joe', user_id: 3, time_last_dumped: '2024-01-01 00:00:00' },
    ],
  };
}

/** What is rare among statements: no score, no number, no position, no course that is known, somebody with an address only. */
export function rareStatements(lib) {
  const { answered, block, COURSE, enrolled, graded, OTHER_COURSE, player, statement, visited, watched } = lib;
  const playing = (day, length, ...events) =>
    events.map(([verb, position], at) =>
      statement({
        verb,
        object: block('video', 'v1'),
        length,
        time: `${day}T10:0${at}:00Z`,
        ...(position === undefined ? {} : { position }),
      }),
    );
  const untold = (video, ...events) =>
    events.map(([verb, position], at) =>
      statement({ verb, object: block('video', video), time: `2024-02-14T10:0${at}:00Z`, ...(position === undefined ? {} : { position }) }),
    );
  const joe = { actor: { mbox: 'mailto:joe@example.org' } };
  return [
    enrolled('2024-01-10'),
    enrolled('2024-01-12', { track: 'verified' }),
    enrolled('2024-01-14', { track: undefined }),
    visited('u1', '2024-02-01'),
    visited('s1', '2024-02-01', { object: block('sequential', 's1') }),
    visited('gone', '2024-02-02'),
    graded(0.7, '2024-02-02'),
    statement({ verb: 'failed', time: '2024-02-03T00:00:00Z' }),
    answered('p1', '2024-02-04', { success: false }),
    answered('p1', '2024-02-04', { object: `${block('problem', 'p1')}_2_1`, success: true }),
    answered('gone', '2024-02-05', { success: true, attempt: 2 }),
    player('played', 'v1', '2024-02-05T10:00:00Z', 0),
    player('completed', 'v1', '2024-02-05T10:01:00Z'),
    ...watched('v1', '2024-02-06', 10, 4.01, 7.5),
    ...watched('v1', '2024-02-06', 11, 10, 3),
    ...watched('gone', '2024-02-06', 12, 8, 2),
    ...playing('2024-02-07', 10.9, ['played', 0], ['completed', undefined]),
    ...playing('2024-02-08', 10.9, ['played', 10.9], ['paused', 5], ['played', 10.2], ['paused', 10.9], ['played', 9.2], ['paused', 10.9]),
    ...playing(
      '2024-02-11',
      10,
      ['played', 0],
      ['paused', 0.5],
      ['played', 0.5],
      ['paused', 6.3],
      ['played', 6.3],
      ['completed', undefined],
    ),
    ...playing(
      '2024-02-12',
      10,
      ['played', 4],
      ['paused', 6],
      ['played', 6],
      ['paused', 7],
      ['played', 7],
      ['seeked', 9],
      ['played', 9.4],
      ['paused', 10],
    ),
    ...playing(
      '2024-02-13',
      10,
      ['played', 0],
      ['paused', 5.3],
      ['played', 5.3],
      ['paused', 5.6],
      ['played', 5.61],
      ['completed', undefined],
    ),
    answered('p2_2_1', '2024-02-15', { success: true }),
    answered('p2_3_1', '2024-02-15', { success: false }),
    ...untold('v1', ['played', 0], ['completed', undefined], ['played', 10.9], ['paused', 5]),
    ...untold('opened', ['played', 0], ['completed', undefined]),
    statement({ verb: 'initialized', object: block('video', 'opened'), length: 20, time: '2024-02-05T00:00:00Z' }),
    statement({ verb: 'initialized', object: block('video', 'opened'), length: 195000, time: '2024-02-05T00:00:00Z' }),
    ...untold('untold', ['played', 0], ['completed', undefined]),
    ...playing('2024-02-10', 195000, ['played', 0], ['paused', 195000]),
    ...playing('2024-02-10', 10, ['played', 195000], ['paused', 2]),
    ...playing('2024-02-09', 10, ['played', -3], ['paused', 0], ['played', -3], ['paused', 2], ['played', 8], ['paused', 30]),
    enrolled('2024-01-10', joe),
    visited('u2', '2024-03-06', joe),
    statement({ verb: 'passed', time: '2024-02-03T00:00:00Z', ...joe, score: 0 }),
    visited('u1', '2024-02-01', { actor: 'stranger' }),
    statement({ verb: 'viewed', actor: 'stranger', time: '2024-03-01T00:00:00Z', object: block('vertical', 'u1') }),
    enrolled('2024-01-10', { course: OTHER_COURSE }),
    visited('u1', '2024-02-01', { course: OTHER_COURSE }),
    statement({
      verb: 'unregistered',
      time: '2024-02-20T00:00:00Z',
      course: OTHER_COURSE,
      object: `https://lms/course/${COURSE.replace('+C+', '+D+')}`,
    }),
    visited('u1', '2024-03-14'),
    visited('u1', '1960-01-01'),
    visited('u1', '1970-01-01T00:00:00Z', { actor: 'nobody' }),
    enrolled('1960-01-01', { course: OTHER_COURSE, actor: 'nobody' }),
  ];
}
