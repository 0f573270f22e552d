-- page_visits: one row a visit ("navigated"), in order of time.
-- Parameters: course_keys (no keys: all courses), now, rules ('corrected' or 'aspects-v8').
SELECT
    course_key,
    actor_id,
    if(position(object_id, '/xblock/') = 0, object_id, substring(object_id, position(object_id, '/xblock/') + 8)) AS block_id,
    emission_time AS visited_at
FROM xapi.xapi_events_all_parsed FINAL
WHERE verb_id = 'https://w3id.org/xapi/dod-isd/verbs/navigated'
    AND emission_time <= {now:DateTime64(6, 'UTC')}
    AND emission_time > toDateTime64(0, 6, 'UTC')
    AND course_key != ''
    AND (empty({course_keys:Array(String)}) OR course_key IN {course_keys:Array(String)})
    AND ({rules:String} != 'aspects-v8' OR course_key IN (SELECT course_key FROM event_sink.course_overviews))
ORDER BY emission_time, toString(event_id)
SETTINGS date_time_output_format = 'iso'
