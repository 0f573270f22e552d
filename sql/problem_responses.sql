-- problem_responses: one row a response that the platform evaluated, in order of time; parts of a problem name the problem. Their
-- urls tell them from the whole, so that the provider takes one submission for one response.
-- Parameters: course_keys (no keys: all courses), now, rules ('corrected' or 'aspects-v8').
WITH
    substring(object_id, position(object_id, '/xblock/') + 8) AS part,
    multiIf(
        position(object_id, '/xblock/') = 0, object_id,
        position(part, '@problem+block@') = 0, part,
        replaceRegexpOne(splitByChar('/', part)[1], '_\\d+_\\d+$', '')
    ) AS block
SELECT
    course_key,
    actor_id,
    block AS block_id,
    emission_time AS responded_at,
    JSONExtract(event, 'object', 'definition', 'extensions', 'http://id.tincanapi.com/extension/attempt-id', 'Nullable(Float64)') AS attempt,
    JSONExtract(event, 'result', 'success', 'Nullable(Bool)') AS correct,
    JSONExtract(event, 'result', 'score', 'scaled', 'Nullable(Float64)') AS score,
    toString(event_id) AS statement,
    object_id AS url
FROM xapi.xapi_events_all_parsed FINAL
WHERE verb_id = 'https://w3id.org/xapi/acrossx/verbs/evaluated'
    AND emission_time <= {now:DateTime64(6, 'UTC')}
    AND emission_time > toDateTime64(0, 6, 'UTC')
    AND course_key != ''
    AND (empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)})
    AND ({rules:String} != 'aspects-v8' OR course_key IN (SELECT course_key FROM event_sink.course_overviews))
ORDER BY emission_time, toString(event_id)
SETTINGS date_time_output_format = 'iso'
