-- courses: one row a course run, as its last modified overview says; courses that only statements know are named by their key.
-- Parameters: course_keys (no keys: all courses), now, rules ('corrected' or 'aspects-v8').
SELECT
    known.course_key AS course_key,
    nullIf(argMax(known.org, (known.modified, known.time_last_dumped)), '') AS org,
    argMax(known.display_name, (known.modified, known.time_last_dumped)) AS course_name,
    if(position(known.course_key, '+') = 0, NULL, nullIf(splitByChar('+', known.course_key)[-1], '')) AS course_run,
    argMax(JSONExtract(known.course_data_json, 'lowest_passing_grade', 'Nullable(Float64)'), (known.modified, known.time_last_dumped))
        AS pass_mark
FROM event_sink.course_overviews AS known
WHERE empty({course_keys:Array(String)}) OR known.course_key IN {course_keys:Array(String)}
GROUP BY known.course_key

UNION ALL

SELECT DISTINCT
    stated.course_key,
    nullIf(stated.org, ''),
    stated.course_key,
    if(position(stated.course_key, '+') = 0, NULL, nullIf(splitByChar('+', stated.course_key)[-1], '')),
    CAST(NULL, 'Nullable(Float64)')
FROM xapi.xapi_events_all_parsed AS stated
WHERE {rules:String} = 'corrected'
    AND stated.emission_time <= {now:DateTime64(6, 'UTC')}
    AND stated.emission_time > toDateTime64(0, 6, 'UTC')
    AND stated.course_key != ''
    AND (empty({course_keys:Array(String)}) OR stated.course_key IN {course_keys:Array(String)})
    AND stated.course_key NOT IN (SELECT course_key FROM event_sink.course_overviews)
