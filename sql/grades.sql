-- grades: one row a grade event that says something of the course grade (score), or of whether the course is passed (state), in
-- order of time. "passed" with a score of 0 says nothing of the grade; without a score no event does, under 'aspects-v8' it is 0.
-- A grade outside of 0 to 1 is none; under 'aspects-v8' it is handed on, and refused by who reads it.
-- Parameters: course_keys (no keys: all courses), now, rules ('corrected' or 'aspects-v8').
WITH
    splitByChar('/', verb_id)[-1] AS verb,
    position(object_id, '/course/') > 0
        OR JSONExtractString(event, 'object', 'definition', 'type') = 'http://adlnet.gov/expapi/activities/course' AS of_course,
    JSONExtract(event, 'result', 'score', 'scaled', 'Nullable(Float64)') AS scaled,
    if({rules:String} = 'aspects-v8', ifNull(scaled, 0), if(scaled BETWEEN 0 AND 1, scaled, NULL)) AS said,
    JSONExtractString(event, 'result', 'extensions', 'http://www.tincanapi.co.uk/activitytypes/grade_classification') AS classification
SELECT
    course_key,
    actor_id,
    emission_time AS graded_at,
    if(NOT of_course OR (verb = 'passed' AND ifNull(said, 1) = 0), NULL, said) AS score,
    multiIf(classification = 'Fail', 'failed', classification = 'Pass', 'passed', verb IN ('passed', 'failed'), verb, NULL) AS state
FROM xapi.xapi_events_all_parsed FINAL
WHERE (verb_id = 'http://id.tincanapi.com/verb/earned'
        OR (of_course AND verb_id IN ('http://adlnet.gov/expapi/verbs/passed', 'http://adlnet.gov/expapi/verbs/failed')))
    AND (score IS NOT NULL OR state IS NOT NULL)
    AND emission_time <= {now:DateTime64(6, 'UTC')}
    AND emission_time > toDateTime64(0, 6, 'UTC')
    AND course_key != ''
    AND (empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)})
    AND ({rules:String} != 'aspects-v8' OR course_key IN (SELECT course_key FROM event_sink.course_overviews))
ORDER BY emission_time, toString(event_id)
SETTINGS date_time_output_format = 'iso'
