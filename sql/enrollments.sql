-- enrollments: one row a learner in a course, as the latest enrolment event left it; who did something without one has no status.
-- Visits and grades are tables of their own: last visit, grade and state are made from them.
-- Parameters: course_keys (no keys: all courses), now, rules ('corrected' or 'aspects-v8').
WITH
    statements AS (
        SELECT
            course_key,
            actor_id,
            splitByChar('/', verb_id)[-1] AS verb,
            nullIf(JSONExtractString(event, 'object', 'definition', 'extensions', 'https://w3id.org/xapi/acrossx/extensions/type'), '') AS mode,
            verb_id IN ('http://adlnet.gov/expapi/verbs/registered', 'http://id.tincanapi.com/verb/unregistered') AS is_enrollment,
            (emission_time, toString(event_id)) AS moment,
            emission_time
        FROM xapi.xapi_events_all_parsed FINAL
        WHERE emission_time <= {now:DateTime64(6, 'UTC')}
            AND emission_time > toDateTime64(0, 6, 'UTC')
            AND course_key != ''
            AND (empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)})
            AND ({rules:String} != 'aspects-v8' OR course_key IN (SELECT course_key FROM event_sink.course_overviews))
    )
SELECT
    course_key,
    actor_id,
    if(countIf(is_enrollment) = 0, NULL, argMaxIf(verb, moment, is_enrollment)) AS enrollment_status,
    if({rules:String} = 'aspects-v8',
        nullIf(argMaxIf(ifNull(mode, ''), moment, is_enrollment), ''),
        nullIf(argMaxIf(ifNull(mode, ''), moment, is_enrollment AND mode IS NOT NULL), '')) AS track,
    if(countIf(verb = 'registered' AND is_enrollment) = 0, NULL, minIf(emission_time, verb = 'registered' AND is_enrollment))
        AS first_enrolled_at,
    if(countIf(is_enrollment) = 0, NULL, maxIf(emission_time, is_enrollment)) AS enrolled_at,
    max(emission_time) AS last_activity
FROM statements
GROUP BY course_key, actor_id
ORDER BY course_key, actor_id
SETTINGS date_time_output_format = 'iso'
